import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import { Card } from "../card/index.ts";
import { IntervalChart } from "./interval-chart.tsx";
import type { IntervalChartProps } from "./interval-chart-props.ts";

const meta = { title: "Charts/IntervalChart" } satisfies Meta;
export default meta;
type Story = StoryObj;

const dayMs = 86_400_000;
const start = Date.UTC(2026, 10, 8, 9);
const series = (values: readonly (number | null)[]) =>
  values.map((value, day) => ({ atMs: start + day * dayMs, value }));
const words = { reading: "Reading", missing: "No reading", time: "Time", showTable: "Show the readings as a table" };

const lift: IntervalChartProps = {
  title: "Subscribers before and since the campaign",
  description: "12,400 before, 13,620 now. 870 to 1,410 more than before; 12,610 would be expected by drift alone.",
  tone: "lift",
  locale: "en",
  words,
  readings: series([12400, 12420, 12455, 12640, 12790, 12930, 13010, null, null, 13260, 13390, 13470, 13560, 13620]),
  baseline: { value: 12400, label: "Before" },
  expected: { start: 12400, end: 12610, label: "Expected drift" },
  now: { value: 13620, label: "Now", interval: { low: 13270, high: 13810, label: "95 % interval" } },
  marks: [
    { atMs: start + 2 * dayMs, label: "Started" },
    { atMs: start + 11 * dayMs, label: "Delivered" },
  ],
};

const inconclusive: IntervalChartProps = {
  ...lift,
  tone: "inconclusive",
  description: "12,400 before, 12,560 now. The interval holds the expected drift, so no effect can be told apart yet.",
  readings: series([12400, 12430, 12390, 12460, 12420, 12500, 12470, 12530, 12490, 12560, 12540, 12580, 12530, 12560]),
  expected: { start: 12400, end: 12610, label: "Expected drift" },
  now: { value: 12560, label: "Now", interval: { low: 12380, high: 12740, label: "95 % interval" } },
};

const short: IntervalChartProps = {
  ...lift,
  tone: "short",
  description: "12,400 before, 12,310 now, below what drift alone would have brought.",
  readings: series([12400, 12410, 12380, 12360, 12390, 12350, 12340, 12360, 12320, 12330, 12300, 12320, 12310, 12310]),
  expected: { start: 12400, end: 12610, label: "Expected drift" },
  now: { value: 12310, label: "Now", interval: { low: 12240, high: 12390, label: "95 % interval" } },
};

const inCard = (props: IntervalChartProps) => (
  <Card>
    <IntervalChart {...props} />
  </Card>
);
const all = () => (
  <div className="grid gap-4">
    {inCard(lift)}
    {inCard(inconclusive)}
    {inCard(short)}
  </div>
);

export const LiftInconclusiveShort: Story = { render: all };
export const Dark: Story = { parameters: { theme: "dark" }, render: all };
export const Dense: Story = { parameters: { density: "dense" }, render: () => inCard({ ...lift, height: 140 }) };

const forecast = {
  label: "Range of usual growth",
  points: [0, 3, 6, 9, 13].map((day) => ({
    atMs: start + day * dayMs,
    expected: Math.round(12400 + 16 * day),
    low: Math.round(12400 + 16 * day - 48 * Math.sqrt(day)),
    high: Math.round(12400 + 16 * day + 48 * Math.sqrt(day)),
  })),
};
const period = { startMs: start + 2 * dayMs, endMs: start + 11 * dayMs, label: "Work ran" };

/** Lift above the band, inside it, and below. */
export const WithForecastAndPeriod: Story = {
  render: () => (
    <div className="grid gap-4">
      {inCard({ ...lift, marks: [], forecast, period })}
      {inCard({ ...inconclusive, marks: [], forecast, period })}
      {inCard({ ...short, marks: [], forecast, period: { ...period, endMs: null } })}
    </div>
  ),
};

/** A platform that rounds down: the value before may be a step higher. */
export const RoundedBaseline: Story = {
  render: () =>
    inCard({ ...inconclusive, marks: [], forecast, baseline: { value: 12400, label: "Before", step: 100 } }),
};

export const OnlyABaseline: Story = {
  render: () =>
    inCard({
      ...lift,
      readings: series([12400]),
      expected: undefined,
      now: undefined,
      marks: [],
      description: "12,400 before. Nothing was measured since.",
    }),
};

export const NotMeasuredBefore: Story = {
  render: () =>
    inCard({
      title: lift.title,
      description: "The value before is not known.",
      tone: "inconclusive",
      locale: "en",
      words,
      readings: series([null, null, 12400, 12440, 12480]),
      now: { value: 12480, label: "Now" },
    }),
};

export const LongGermanAt320: Story = {
  parameters: { width: 272, lang: "de" },
  render: () =>
    inCard({
      ...lift,
      locale: "de",
      title: "Abonnentinnen und Abonnenten vor und seit der Kampagne",
      description: "Vorher 12.400, jetzt 13.620.",
      baseline: { value: 12400, label: "Ausgangswert vor der Kampagne" },
      expected: { start: 12400, end: 12610, label: "Erwartete Eigenentwicklung" },
      now: { value: 13620, label: "Jetzt", interval: { low: 13270, high: 13810, label: "95-%-Vertrauensbereich" } },
      marks: [
        { atMs: start + 2 * dayMs, label: "Beginn der Kampagne" },
        { atMs: start + 11 * dayMs, label: "Ausgeliefert" },
      ],
      words: {
        reading: "Messwert",
        missing: "Keine Messung",
        time: "Zeitpunkt",
        showTable: "Messwerte als Tabelle zeigen",
      },
    }),
};

export const SaysInWordsWhatItDraws: Story = {
  render: () => inCard(lift),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole("img", { name: new RegExp(`^${lift.title}`) })).toBeInTheDocument();
    await expect(canvasElement.querySelectorAll("tbody tr")).toHaveLength(lift.readings.length);
  },
};
