import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { ChoiceGroup } from "./choice-group.tsx";

const meta = { title: "Forms/ChoiceGroup" } satisfies Meta;
export default meta;
type Story = StoryObj;

const packages = [
  { value: "s", label: "One week", description: "A first look at what works.", aside: "€149" },
  { value: "m", label: "Four weeks", description: "Enough readings for a firm result.", aside: "€449" },
  { value: "l", label: "Twelve weeks", unavailable: "Fully booked until 3 March.", aside: "€1,190" },
];

const states = () => (
  <div className="grid gap-8">
    <ChoiceGroup name="length" legend="How long?" choices={packages} defaultChosen={["m"]} columns={3} />
    <ChoiceGroup
      name="extras"
      legend="Add to it"
      hint="Each can be taken off until you pay."
      pick="many"
      columns={2}
      defaultChosen={["captions"]}
      choices={[
        { value: "captions", label: "Captions in two languages", aside: "+ €39" },
        { value: "report", label: "Written report", aside: "+ €25" },
      ]}
    />
    <ChoiceGroup name="start" legend="When?" choices={packages.slice(0, 2)} error="Choose when it should start." />
  </div>
);

export const States: Story = { render: states };
export const Dark: Story = { parameters: { theme: "dark" }, render: states };
export const Dense: Story = { parameters: { density: "dense" }, render: states };

export const LongGermanAt320: Story = {
  parameters: { width: 272, lang: "de" },
  render: () => (
    <ChoiceGroup
      name="laufzeit"
      legend="Laufzeit der Veröffentlichung"
      defaultChosen={["a"]}
      choices={[
        {
          value: "a",
          label: "Mindestveröffentlichungsdauer",
          description: "Einschließlich wöchentlicher Erfolgsauswertung und Lokalisierung.",
          aside: "1.190,00 €",
        },
        { value: "b", label: "Einmalig", unavailable: "Derzeit ausgebucht, wieder buchbar ab 3. März." },
      ]}
    />
  ),
};

export const TheWholeCardChooses: Story = {
  render: () => <ChoiceGroup name="length" legend="How long?" choices={packages} />,
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByText("Enough readings for a firm result."));
    await expect(within(canvasElement).getByRole("radio", { name: "Four weeks" })).toBeChecked();
    await expect(within(canvasElement).getByRole("radio", { name: "Twelve weeks" })).toBeDisabled();
  },
};
