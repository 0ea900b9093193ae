import type { Meta, StoryObj } from "@storybook/react-vite";
import { ShareBar } from "./share-bar.tsx";

const meta = { title: "Charts/ShareBar" } satisfies Meta;
export default meta;
type Story = StoryObj;

const all = () => (
  <div className="grid max-w-120 gap-8">
    <ShareBar
      label="What the proofs said"
      parts={[
        { id: "attributed", label: "Attributed to the work", value: 12, tone: "success" },
        { id: "consistent", label: "Consistent with the work", value: 7, tone: "accent" },
        { id: "inconclusive", label: "Can't be told", value: 30, tone: "neutral" },
        { id: "contradicts", label: "Went the other way", value: 1, tone: "critical" },
        { id: "unknown", label: "Not yet known", value: 0, tone: "warning" },
      ]}
    />
    <ShareBar
      label="All of one kind"
      parts={[
        { id: "yes", label: "Delivered", value: 21, tone: "success" },
        { id: "no", label: "Not delivered", value: 0, tone: "critical" },
      ]}
    />
    <ShareBar label="Nothing counted" parts={[{ id: "none", label: "Delivered", value: 0, tone: "success" }]} />
  </div>
);

export const Shares: Story = { render: all };
export const Dark: Story = { parameters: { theme: "dark" }, render: all };
