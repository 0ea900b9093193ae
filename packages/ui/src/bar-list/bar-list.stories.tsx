import type { Meta, StoryObj } from "@storybook/react-vite";
import { Sparkline } from "../sparkline/index.ts";
import { BarList } from "./bar-list.tsx";

const meta = { title: "Charts/BarList and Sparkline" } satisfies Meta;
export default meta;
type Story = StoryObj;

const states = () => (
  <div className="grid gap-8">
    <BarList
      label="Orders by kind"
      bars={[
        { id: "a", label: "Managed campaigns", value: 128, valueText: "128", href: "#a" },
        { id: "b", label: "Placements", value: 74, valueText: "74", href: "#b" },
        { id: "c", label: "Audits", value: 31, valueText: "31", tone: "warning" },
        { id: "d", label: "Hours", value: 0, valueText: "none yet", tone: "neutral" },
      ]}
    />
    <Sparkline label="Orders a day, rising from 3 to 9" values={[3, 4, 4, 6, 5, 7, 9]} height={40} />
    <Sparkline label="Readings with a gap of two days" values={[3, 4, null, null, 5, 7, 6]} />
  </div>
);

export const States: Story = { render: states };
export const Dark: Story = { parameters: { theme: "dark" }, render: states };
export const Dense: Story = { parameters: { density: "dense" }, render: states };
