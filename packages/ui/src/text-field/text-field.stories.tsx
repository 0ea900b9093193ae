import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import { SelectField } from "../select-field/index.ts";
import { TextArea } from "../text-area/index.ts";
import { TextField } from "./text-field.tsx";

const meta = { title: "Forms/TextField" } satisfies Meta;
export default meta;
type Story = StoryObj;

const states = () => (
  <div className="grid max-w-form gap-5">
    <TextField label="E-mail" type="email" autoComplete="email" hint="We send the receipt here." />
    <TextField label="Your channel" prefix="@" defaultValue="brand" />
    <TextField
      label="Postal code"
      defaultValue="1011"
      error="A German postal code has five digits. Add the missing one."
    />
    <TextField label="Company" optionalLabel="optional" placeholder="Example GmbH" />
    <TextField label="Order number" defaultValue="S-10482" readOnly />
    <TextField label="Tax number" disabled defaultValue="DE 123 456 789" />
    <SelectField
      label="Country"
      placeholder="Choose a country"
      options={[
        { value: "de", label: "Germany" },
        { value: "at", label: "Austria" },
        { value: "ch", label: "Switzerland, not served yet", disabled: true },
      ]}
    />
    <SelectField
      label="Currency"
      defaultValue="EUR"
      options={[{ value: "EUR", label: "Euro" }]}
      error="This product has no price in euro. Choose another."
    />
    <TextArea label="What should the video say?" hint="Two sentences are enough." defaultValue="Say hello." />
    <TextArea label="Notes" optionalLabel="optional" error="That is longer than 500 characters. Shorten it a little." />
  </div>
);

export const States: Story = { render: states };
export const Dark: Story = { parameters: { theme: "dark" }, render: states };
export const Dense: Story = { parameters: { density: "dense" }, render: states };

export const LongGermanAt320: Story = {
  parameters: { width: 272, lang: "de" },
  render: () => (
    <div className="grid gap-5">
      <TextField
        label="Umsatzsteuer-Identifikationsnummer des Rechnungsempfängers"
        optionalLabel="freiwillige Angabe"
        hint="Nur für Unternehmen innerhalb der Europäischen Union."
        error="Die Nummer beginnt mit einem Länderkürzel, zum Beispiel DE. Bitte ergänzen."
        defaultValue="123456789"
      />
      <SelectField
        label="Veröffentlichungszeitraum"
        options={[{ value: "a", label: "Innerhalb der nächsten vierundzwanzig Stunden nach Freigabe" }]}
      />
    </div>
  ),
};

export const ErrorIsReadWithTheControl: Story = {
  render: () => <TextField label="Postal code" hint="Five digits." error="Add the missing digit." />,
  play: async ({ canvasElement }) => {
    const input = within(canvasElement).getByRole("textbox", { name: "Postal code" });
    await expect(input).toBeInvalid();
    await expect(input).toHaveAccessibleDescription("Five digits. Add the missing digit.");
  },
};
