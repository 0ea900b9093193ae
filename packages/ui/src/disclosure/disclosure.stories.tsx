import type { Meta, StoryObj } from "@storybook/react-vite";
import { Disclosure } from "./disclosure.tsx";

const meta = { title: "Primitives/Disclosure" } satisfies Meta;
export default meta;
type Story = StoryObj;

const states = () => (
  <div className="border-t border-line">
    <Disclosure summary="What happens if less is delivered?" name="faq" open>
      The missing part is made good inside the guarantee window, or you get it back.
    </Disclosure>
    <Disclosure summary="Can I cancel?" name="faq">
      Until the work has started, always.
    </Disclosure>
  </div>
);

export const States: Story = { render: states };
export const Dark: Story = { parameters: { theme: "dark" }, render: states };
export const Dense: Story = { parameters: { density: "dense" }, render: states };
