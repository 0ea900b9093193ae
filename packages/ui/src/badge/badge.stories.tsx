import type { Meta, StoryObj } from "@storybook/react-vite";
import { StatusPill } from "../status-pill/index.ts";
import { Badge } from "./badge.tsx";

const meta = { title: "Primitives/Badge and StatusPill" } satisfies Meta;
export default meta;
type Story = StoryObj;

const tones = ["neutral", "accent", "success", "warning", "critical", "info"] as const;
const tints = ["instagram", "tiktok", "youtube", "x", "bluesky", "mastodon", "twitch"];

const states = () => (
  <div className="grid gap-4">
    <div className="flex flex-wrap gap-2">
      {tones.map((tone) => (
        <Badge key={tone} tone={tone}>
          {tone}
        </Badge>
      ))}
    </div>
    <div className="flex flex-wrap gap-2">
      {tints.map((tint) => (
        <Badge key={tint} tint={tint}>
          {tint}
        </Badge>
      ))}
    </div>
    <div className="flex flex-wrap gap-2">
      <StatusPill>Draft</StatusPill>
      <StatusPill tone="info">Waiting for payment</StatusPill>
      <StatusPill tone="accent">Active</StatusPill>
      <StatusPill tone="success">Delivered</StatusPill>
      <StatusPill tone="warning">On hold</StatusPill>
      <StatusPill tone="critical">Failed</StatusPill>
    </div>
  </div>
);

export const States: Story = { render: states };
export const Dark: Story = { parameters: { theme: "dark" }, render: states };
export const Dense: Story = { parameters: { density: "dense" }, render: states };

export const LongGermanAt320: Story = {
  parameters: { width: 272, lang: "de" },
  render: () => (
    <div className="flex flex-wrap gap-2">
      <StatusPill tone="warning">Wartet auf Bestätigung der Zahlungsdienstleisterin</StatusPill>
      <Badge tone="info">Beispielinhalt zu Vorführzwecken</Badge>
    </div>
  ),
};
