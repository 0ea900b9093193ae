import type { Meta, StoryObj } from "@storybook/react-vite";
import { Badge } from "../badge/index.ts";
import { Price } from "../price/index.ts";
import { Card } from "./card.tsx";

const meta = { title: "Primitives/Card" } satisfies Meta;
export default meta;
type Story = StoryObj;

const states = () => (
  <div className="grid gap-4 sm:grid-cols-2">
    <Card as="article" interactive tint="youtube">
      <div className="grid gap-3">
        <Badge tint="youtube">YouTube</Badge>
        <h3 className="text-lg">
          <a href="#product" className="after:absolute after:inset-0 focus-visible:outline-none">
            Managed video campaign
          </a>
        </h3>
        <p className="text-sm text-ink-muted">Set up, watched and reported by people, billed by the week.</p>
        <Price amountMinor={14900} currency="EUR" locale="en" prefix="from" note="incl. VAT" />
      </div>
    </Card>
    <Card>
      <h3 className="text-lg">A plain card</h3>
      <p className="text-ink-muted">Holds one thing.</p>
    </Card>
  </div>
);

export const States: Story = { render: states };
export const Dark: Story = { parameters: { theme: "dark" }, render: states };
export const Dense: Story = { parameters: { density: "dense" }, render: states };
