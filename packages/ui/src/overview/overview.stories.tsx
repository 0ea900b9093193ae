import type { Meta, StoryObj } from "@storybook/react-vite";
import { Badge } from "../badge/index.ts";
import { Button, ButtonLink } from "../button/index.ts";
import { Card } from "../card/index.ts";
import { ChoiceGroup } from "../choice-group/index.ts";
import { DataTable } from "../data-table/index.ts";
import { DefinitionList } from "../definition-list/index.ts";
import { IntervalChart } from "../interval-chart/index.ts";
import { Meter } from "../meter/index.ts";
import { Notice } from "../notice/index.ts";
import { Price } from "../price/index.ts";
import { ProgressBar } from "../progress-bar/index.ts";
import { StatusPill } from "../status-pill/index.ts";
import { Tabs } from "../tabs/index.ts";
import { TextField } from "../text-field/index.ts";
import { Timeline } from "../timeline/index.ts";

/** The parts together, in the two densities they are made for. */
const meta = { title: "Overview", parameters: { width: 1180 } } satisfies Meta;
export default meta;
type Story = StoryObj;

const startMs = Date.UTC(2026, 10, 8, 9);
const values = [12400, 12420, 12455, 12640, 12790, 12930, 13010, null, null, 13260, 13390, 13470, 13560, 13620];

const proof = (height: number) => (
  <IntervalChart
    title="Subscribers before and since the campaign"
    description="12,400 before, 13,620 now. 660 to 1,200 more than drift alone would have brought."
    tone="lift"
    locale="en"
    height={height}
    readings={values.map((value, day) => ({ atMs: startMs + day * 86_400_000, value }))}
    baseline={{ value: 12400, label: "Before" }}
    expected={{ start: 12400, end: 12610, label: "Expected drift" }}
    now={{ value: 13620, label: "Now", interval: { low: 13270, high: 13810, label: "95 % interval" } }}
    marks={[{ atMs: startMs + 2 * 86_400_000, label: "Started" }]}
    words={{ reading: "Reading", missing: "No reading", time: "Time", showTable: "Show the readings as a table" }}
  />
);

const shop = () => (
  <div className="grid gap-12">
    <header className="grid items-center gap-8 lg:grid-cols-[1.05fr_1fr] lg:gap-14">
      <div className="grid gap-5">
        <h1 className="text-3xl">Growth you can check.</h1>
        <p className="max-w-[44ch] text-lg text-ink-muted">
          Campaigns, placements and craft for your channel. We read it before we start, and show you what changed.
        </p>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="#shop" size="large">
            See the services
          </ButtonLink>
          <ButtonLink href="#how" size="large" variant="secondary">
            How we measure
          </ButtonLink>
        </div>
      </div>
      <Card as="section">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-lg">Subscribers, two weeks</h2>
          <Badge tint="youtube">YouTube</Badge>
        </div>
        {proof(210)}
        <p className="mt-2 border-t border-line pt-3 text-xs text-ink-muted">
          Sample content. 12 readings, official interface, last one 22 November 2026, 11:40.
        </p>
      </Card>
    </header>
    <section className="grid gap-6 lg:grid-cols-[1.4fr_1fr]">
      <Card>
        <ChoiceGroup
          name="length"
          legend="How long should it run?"
          defaultChosen={["m"]}
          choices={[
            { value: "s", label: "One week", description: "A first look at what works.", aside: "€149.00" },
            { value: "m", label: "Four weeks", description: "Enough readings for a firm result.", aside: "€449.00" },
            { value: "l", label: "Twelve weeks", unavailable: "Fully booked until 3 March.", aside: "€1,190.00" },
          ]}
        />
        <div className="mt-5">
          <TextField label="Your channel" prefix="@" hint="We read it once before anything starts." />
        </div>
      </Card>
      <Card className="grid content-start gap-4">
        <Price
          size="large"
          amountMinor={44900}
          currency="EUR"
          locale="en"
          note="incl. VAT, price held for 30 minutes"
        />
        <DefinitionList
          kind="sum"
          items={[
            { term: "Four weeks", value: "€377.31" },
            { term: "VAT 19 %", value: "€71.69" },
            { term: "Total", value: "€449.00", strong: true },
          ]}
        />
        <Button size="large" wide>
          Add to cart
        </Button>
        <Notice title="On time in 94 % of 212 orders.">Last checked an hour ago.</Notice>
      </Card>
    </section>
  </div>
);

const office = () => (
  <div className="grid gap-4">
    <div className="flex flex-wrap items-center justify-between gap-3">
      <h1 className="text-2xl">Orders</h1>
      <div className="flex gap-2">
        <Button variant="secondary">Export</Button>
        <Button>New order</Button>
      </div>
    </div>
    <Tabs
      label="Orders by state"
      current="#a"
      tabs={[
        { href: "#a", label: "Active", count: 12 },
        { href: "#b", label: "On hold", count: 2 },
        { href: "#c", label: "All" },
      ]}
    />
    <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
      <DataTable
        caption="Orders"
        captionHidden
        rowKey={(row) => row.id}
        rowHref={(row) => `#${row.id}`}
        rows={Array.from({ length: 9 }, (_, index) => ({ id: `S-${10_482 - index}`, late: index % 4 === 1 }))}
        columns={[
          { id: "id", header: "Order", cell: (row) => row.id, sortHref: "#id", sorted: "descending" },
          { id: "service", header: "Service", cell: () => "Managed video campaign", from: "sm" },
          {
            id: "state",
            header: "State",
            cell: (row) => (
              <StatusPill tone={row.late ? "warning" : "accent"}>{row.late ? "Late" : "Active"}</StatusPill>
            ),
          },
          { id: "total", header: "Total", figures: true, sortHref: "#total", cell: () => "€449.00" },
        ]}
      />
      <Card className="grid gap-4">
        <h2 className="text-lg">S-10482</h2>
        <ProgressBar
          label="Delivery"
          value={620}
          max={1000}
          valueText="620 of 1,000"
          expected={700}
          expectedText="700 expected by now"
        />
        <Meter label="Supplier on time" value={94} max={100} valueText="94 %" tone="success" />
        {proof(140)}
        <Timeline
          label="What happened"
          entries={[
            { id: "1", title: "Paid", at: "2 days ago" },
            { id: "2", title: "Started", at: "yesterday", tone: "accent" },
            { id: "3", title: "Delivered", ahead: true },
          ]}
        />
      </Card>
    </div>
  </div>
);

export const Shop: Story = { render: shop };
export const ShopDark: Story = { parameters: { theme: "dark" }, render: shop };
export const BackOffice: Story = { parameters: { density: "dense" }, render: office };
export const BackOfficeDark: Story = { parameters: { density: "dense", theme: "dark" }, render: office };
