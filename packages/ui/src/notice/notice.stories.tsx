import type { Meta, StoryObj } from "@storybook/react-vite";
import { Button } from "../button/index.ts";
import { Notice } from "./notice.tsx";

const meta = { title: "Primitives/Notice" } satisfies Meta;
export default meta;
type Story = StoryObj;

const states = () => (
  <div className="grid gap-3">
    <Notice title="Your price is held until 14:30.">Nothing is charged before you pay.</Notice>
    <Notice tone="success" title="Delivered and measured.">
      The last reading was taken an hour ago.
    </Notice>
    <Notice
      tone="warning"
      title="The channel could not be read."
      remedy="Make it public for a minute, or go on and have it measured later."
      action={
        <Button size="small" variant="secondary">
          Try again
        </Button>
      }
    >
      It is set to private, so there is no value to start from.
    </Notice>
    <Notice
      tone="critical"
      announce="at-once"
      title="Your card was declined."
      remedy="Use another card, or ask your bank. Your cart is kept."
    />
    <Notice tone="neutral" title="Sample content">
      This shop is a demonstration.
    </Notice>
    <Notice tone="accent" title="Prices changed since your last visit.">
      Two lines were priced again.
    </Notice>
  </div>
);

export const States: Story = { render: states };
export const Dark: Story = { parameters: { theme: "dark" }, render: states };
export const Dense: Story = { parameters: { density: "dense" }, render: states };

export const LongGermanAt320: Story = {
  parameters: { width: 272, lang: "de" },
  render: () => (
    <Notice
      tone="critical"
      title="Die Zahlungsdienstleisterin hat die Kreditkartenzahlung abgelehnt."
      remedy="Bitte verwenden Sie eine andere Karte. Ihr Warenkorb bleibt vollständig erhalten."
      action={
        <Button size="small" variant="secondary">
          Andere Zahlungsart auswählen
        </Button>
      }
    >
      Es wurde nichts abgebucht.
    </Notice>
  ),
};
