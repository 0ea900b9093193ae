import type { Meta, StoryObj } from "@storybook/react-vite";
import { CheckboxField } from "./checkbox-field.tsx";

const meta = { title: "Forms/CheckboxField" } satisfies Meta;
export default meta;
type Story = StoryObj;

const states = () => (
  <div className="grid max-w-form gap-4">
    <CheckboxField label="Send me the weekly report" hint="One e-mail on Mondays. Stop it at any time." />
    <CheckboxField label="Bill to the same address" defaultChecked />
    <CheckboxField label="I agree to the terms" error="Tick this box to order." />
    <CheckboxField label="Not available here" disabled />
  </div>
);

export const States: Story = { render: states };
export const Dark: Story = { parameters: { theme: "dark" }, render: states };
export const Dense: Story = { parameters: { density: "dense" }, render: states };

export const LongGermanAt320: Story = {
  parameters: { width: 272, lang: "de" },
  render: () => (
    <CheckboxField
      label="Ich stimme ausdrücklich zu, dass vor Ablauf der Widerrufsfrist mit der Ausführung der Dienstleistung begonnen wird."
      hint="Bei vollständiger Vertragserfüllung erlischt das Widerrufsrecht."
    />
  ),
};
