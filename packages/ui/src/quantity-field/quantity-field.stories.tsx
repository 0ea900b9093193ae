import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, within } from "storybook/test";
import { QuantityField } from "./quantity-field.tsx";

const meta = { title: "Forms/QuantityField" } satisfies Meta;
export default meta;
type Story = StoryObj;

const words = { decreaseLabel: "One less", increaseLabel: "One more" };

const states = () => (
  <div className="grid gap-5">
    <QuantityField label="Hours" hint="Between 2 and 40." min={2} max={40} defaultValue={8} {...words} />
    <QuantityField label="Videos" defaultValue={0} error="Take at least one." {...words} />
    <QuantityField label="Seats" defaultValue={1} disabled {...words} />
  </div>
);

export const States: Story = { render: states };
export const Dark: Story = { parameters: { theme: "dark" }, render: states };
export const Dense: Story = { parameters: { density: "dense" }, render: states };

const changed = fn();
export const StepsWithinItsBoundsAndTellsOfEachChange: Story = {
  render: () => <QuantityField label="Hours" min={2} max={6} step={2} defaultValue={4} onChange={changed} {...words} />,
  play: async ({ canvasElement }) => {
    changed.mockClear();
    const canvas = within(canvasElement);
    const more = canvas.getByRole("button", { name: "One more" });
    await userEvent.click(more);
    await userEvent.click(more);
    await expect(canvas.getByRole("spinbutton")).toHaveValue(6);
    await expect(changed).toHaveBeenCalledTimes(1);
  },
};
