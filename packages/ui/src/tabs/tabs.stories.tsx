import type { Meta, StoryObj } from "@storybook/react-vite";
import { Breadcrumbs } from "../breadcrumbs/index.ts";
import { Pagination } from "../pagination/index.ts";
import { SkipLink } from "../skip-link/index.ts";
import { Stepper } from "../stepper/index.ts";
import { Tabs } from "./tabs.tsx";

const meta = { title: "Navigation/All" } satisfies Meta;
export default meta;
type Story = StoryObj;

const steps = [
  { id: "cart", label: "Cart", href: "#cart" },
  { id: "details", label: "Your details" },
  { id: "pay", label: "Pay" },
];

const states = () => (
  <div className="grid gap-8">
    <SkipLink href="#main">Skip to the content</SkipLink>
    <Breadcrumbs
      label="Where you are"
      trail={[
        { label: "Shop", href: "#shop" },
        { label: "Campaigns", href: "#campaigns" },
        { label: "Managed video campaign", href: "#product" },
      ]}
    />
    <Tabs
      label="Orders by state"
      current="#active"
      tabs={[
        { href: "#active", label: "Active", count: 12 },
        { href: "#done", label: "Completed", count: 240 },
        { href: "#all", label: "All" },
      ]}
    />
    <Stepper label="Checkout" doneLabel="done" current="details" steps={steps} />
    <main id="main">
      <Pagination
        label="Pages"
        previousLabel="Previous"
        nextLabel="Next"
        nextHref="#next"
        summary="1 to 20 of about 240"
      />
    </main>
  </div>
);

export const States: Story = { render: states };
export const Dark: Story = { parameters: { theme: "dark" }, render: states };
export const Dense: Story = { parameters: { density: "dense" }, render: states };

export const LongGermanAt320: Story = {
  parameters: { width: 272, lang: "de" },
  render: () => (
    <div className="grid gap-8">
      <Breadcrumbs
        label="Standort"
        trail={[
          { label: "Dienstleistungen", href: "#a" },
          { label: "Gemeinschaftsbetreuungsstunden", href: "#b" },
        ]}
      />
      <Tabs
        label="Ansichten"
        current="#a"
        tabs={[
          { href: "#a", label: "Zusammenfassung" },
          { href: "#b", label: "Auslieferungsnachweise", count: 3 },
        ]}
      />
      <Stepper
        label="Kasse"
        doneLabel="erledigt"
        current="b"
        steps={[
          { id: "a", label: "Warenkorb" },
          { id: "b", label: "Rechnungsanschrift" },
          { id: "c", label: "Zahlung" },
        ]}
      />
      <Pagination
        label="Seiten"
        previousLabel="Vorherige Seite"
        nextLabel="Nächste Seite"
        previousHref="#p"
        nextHref="#n"
      />
    </div>
  ),
};
