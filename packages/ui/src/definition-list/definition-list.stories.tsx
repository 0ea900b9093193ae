import type { Meta, StoryObj } from "@storybook/react-vite";
import { Amount } from "../amount/index.ts";
import { Card } from "../card/index.ts";
import { Price } from "../price/index.ts";
import { VisuallyHidden } from "../visually-hidden/index.ts";
import { DefinitionList } from "./definition-list.tsx";

const meta = { title: "Data/Sums and facts" } satisfies Meta;
export default meta;
type Story = StoryObj;

const euros = (amountMinor: number, signed = false) => (
  <Amount amountMinor={amountMinor} currency="EUR" locale="en" signed={signed} />
);

const states = () => (
  <div className="grid gap-6">
    <Card className="max-w-md">
      <DefinitionList
        kind="sum"
        items={[
          { term: "Managed video campaign, four weeks", value: euros(44900) },
          { term: "Captions in two languages", value: euros(3900, true) },
          { term: "Points", value: euros(-500, true) },
          { term: "VAT 19 %", value: euros(9178) },
          { term: "Total", value: euros(57478), strong: true },
        ]}
      />
    </Card>
    <DefinitionList
      items={[
        { term: "Source", value: "Official interface of the platform" },
        { term: "Sample", value: "28 readings in 14 days" },
        { term: "Last check", value: "22 November 2026, 11:40" },
      ]}
    />
    <Price
      size="large"
      amountMinor={44900}
      currency="EUR"
      locale="en"
      note={
        <>
          incl. VAT<VisuallyHidden>, in euro</VisuallyHidden>
        </>
      }
      before={{ amountMinor: 49900, label: "Before:" }}
    />
    <Price amountMinor={1200} currency="JPY" locale="en" prefix="from" />
  </div>
);

export const States: Story = { render: states };
export const Dark: Story = { parameters: { theme: "dark" }, render: states };
export const Dense: Story = { parameters: { density: "dense" }, render: states };
