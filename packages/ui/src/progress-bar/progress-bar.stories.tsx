import type { Meta, StoryObj } from "@storybook/react-vite";
import { Meter } from "../meter/index.ts";
import { ProgressBar } from "./progress-bar.tsx";

const meta = { title: "Data/ProgressBar and Meter" } satisfies Meta;
export default meta;
type Story = StoryObj;

const states = () => (
  <div className="grid gap-7">
    <ProgressBar
      label="Delivery"
      value={620}
      max={1000}
      valueText="620 of 1,000"
      expected={700}
      expectedText="700 expected by now"
      tone="warning"
    />
    <ProgressBar
      label="Delivery"
      value={450}
      max={1000}
      valueText="450 of 1,000"
      expected={400}
      expectedText="400 expected by now"
    />
    <ProgressBar label="Delivery" value={1000} max={1000} valueText="All 1,000" tone="success" />
    <ProgressBar label="Delivery" value={0} max={1000} valueText="Not started" />
    <Meter
      label="On time"
      value={94}
      max={100}
      valueText="94 %"
      threshold={{ value: 90, label: "Promise: 90 %" }}
      tone="success"
    />
    <Meter
      label="Accepted at first"
      value={71}
      max={100}
      valueText="71 %"
      threshold={{ value: 80, label: "Promise: 80 %" }}
      tone="warning"
    />
  </div>
);

export const States: Story = { render: states };
export const Dark: Story = { parameters: { theme: "dark" }, render: states };
export const Dense: Story = { parameters: { density: "dense" }, render: states };

export const LongGermanAt320: Story = {
  parameters: { width: 272, lang: "de" },
  render: () => (
    <ProgressBar
      label="Auslieferungsfortschritt"
      value={620}
      max={1000}
      valueText="620 von 1.000 Einblendungen"
      expected={1000}
      expectedText="1.000 Einblendungen laut Zeitplan erwartet"
      tone="warning"
    />
  ),
};
