import type { Meta, StoryObj } from "@storybook/react-vite";
import { RelativeTime } from "../relative-time/index.ts";
import { Timeline } from "./timeline.tsx";

const meta = { title: "Data/Timeline" } satisfies Meta;
export default meta;
type Story = StoryObj;

const now = Date.UTC(2026, 10, 22, 12);
const at = (hours: number) => <RelativeTime at={now - hours * 3_600_000} now={now} locale="en" />;

const states = () => (
  <Timeline
    label="What happened to the order"
    entries={[
      { id: "1", title: "Order paid", at: at(50), by: "Card ending 4242" },
      {
        id: "2",
        title: "First reading taken",
        at: at(49),
        detail: "12,400 subscribers, read from the official interface.",
      },
      {
        id: "3",
        title: "Work was held",
        at: at(30),
        tone: "warning",
        detail: "The channel was private for two hours.",
      },
      { id: "4", title: "Campaign started", at: at(26), tone: "accent" },
      { id: "5", title: "Delivered", tone: "success", ahead: true, detail: "Expected by 28 November." },
      { id: "6", title: "Proof complete", ahead: true },
    ]}
  />
);

export const States: Story = { render: states };
export const Dark: Story = { parameters: { theme: "dark" }, render: states };
export const Dense: Story = { parameters: { density: "dense" }, render: states };

export const LongGermanAt320: Story = {
  parameters: { width: 272, lang: "de" },
  render: () => (
    <Timeline
      label="Verlauf"
      entries={[
        { id: "1", title: "Zahlungsbestätigung der Kreditkartengesellschaft eingegangen", at: "vor 2 Tagen" },
        { id: "2", title: "Auslieferungsnachweis veröffentlicht", ahead: true },
      ]}
    />
  ),
};
