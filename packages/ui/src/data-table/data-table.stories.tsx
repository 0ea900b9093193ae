import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import { Amount } from "../amount/index.ts";
import { Button } from "../button/index.ts";
import { EmptyState } from "../empty-state/index.ts";
import { Pagination } from "../pagination/index.ts";
import { SelectField } from "../select-field/index.ts";
import { Sparkline } from "../sparkline/index.ts";
import { StatusPill } from "../status-pill/index.ts";
import { TextField } from "../text-field/index.ts";
import type { Tone } from "../tone/index.ts";
import { Toolbar } from "../toolbar/index.ts";
import { DataTable, type DataTableColumn } from "./data-table.tsx";

const meta = { title: "Data/DataTable" } satisfies Meta;
export default meta;
type Story = StoryObj;

interface Row {
  id: string;
  customer: string;
  state: string;
  tone: Tone;
  amountMinor: number;
  readings: (number | null)[];
}

const rows: Row[] = [
  {
    id: "S-10482",
    customer: "Ada Example",
    state: "Active",
    tone: "accent",
    amountMinor: 44900,
    readings: [3, 4, 4, 6, 7, 9],
  },
  {
    id: "S-10481",
    customer: "Studio Nord GmbH",
    state: "Delivered",
    tone: "success",
    amountMinor: 119000,
    readings: [2, 3, null, null, 6, 6],
  },
  {
    id: "S-10480",
    customer: "Lena Beispiel",
    state: "On hold",
    tone: "warning",
    amountMinor: 14900,
    readings: [5, 5, 4, 5, 5, 5],
  },
  {
    id: "S-10479",
    customer: "Kollektiv Süd",
    state: "Failed",
    tone: "critical",
    amountMinor: 7900,
    readings: [1, 1, 1, 2, 1, 1],
  },
  {
    id: "S-10478",
    customer: "Brightside Ltd",
    state: "Waiting",
    tone: "info",
    amountMinor: 29900,
    readings: [null, null, 2, 3, 3, 4],
  },
];

const columns: DataTableColumn<Row>[] = [
  { id: "id", header: "Order", cell: (row) => row.id, sortHref: "#by-order", sorted: "descending" },
  { id: "customer", header: "Customer", cell: (row) => row.customer, sortHref: "#by-customer", from: "sm" },
  { id: "state", header: "State", cell: (row) => <StatusPill tone={row.tone}>{row.state}</StatusPill> },
  {
    id: "readings",
    header: "Readings",
    from: "md",
    cell: (row) => <Sparkline label={`Readings of ${row.id}`} values={row.readings} height={22} className="min-w-20" />,
  },
  {
    id: "total",
    header: "Total",
    figures: true,
    sortHref: "#by-total",
    cell: (row) => <Amount amountMinor={row.amountMinor} currency="EUR" locale="en" />,
  },
];

const states = () => (
  <div className="grid gap-3">
    <Toolbar
      label="Orders"
      end={
        <Button size="small" variant="secondary">
          Export
        </Button>
      }
    >
      <TextField label="Search" type="search" optionalLabel="" />
      <SelectField label="State" options={[{ value: "all", label: "All states" }]} />
    </Toolbar>
    <DataTable
      caption="Orders"
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `#${row.id}`}
      maxHeight="220px"
    />
    <Pagination label="Pages" previousLabel="Previous" nextLabel="Next" nextHref="#next" summary="5 of about 240" />
    <DataTable
      caption="Refund requests"
      columns={columns}
      rows={[]}
      rowKey={(row) => row.id}
      empty={<EmptyState title="No requests are open">New ones appear here at once.</EmptyState>}
    />
  </div>
);

export const States: Story = { render: states };
export const Dark: Story = { parameters: { theme: "dark" }, render: states };
export const Dense: Story = { parameters: { density: "dense" }, render: states };

export const At320: Story = { parameters: { width: 272 }, render: states };

export const SortIsSaidAndEachRowIsALink: Story = {
  render: states,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const [header] = canvas.getAllByRole("columnheader", { name: "Order" });
    await expect(header).toHaveAttribute("aria-sort", "descending");
    await expect(canvas.getByRole("link", { name: "S-10480" })).toHaveAttribute("href", "#S-10480");
  },
};
