import type { Meta, StoryObj } from "@storybook/react-vite";
import { Button } from "../button/index.ts";
import { ErrorState } from "../error-state/index.ts";
import { Skeleton } from "../skeleton/index.ts";
import { StaleMark } from "../stale-mark/index.ts";
import { EmptyState } from "./empty-state.tsx";

const meta = { title: "States/Loading, empty, stale, error" } satisfies Meta;
export default meta;
type Story = StoryObj;

const now = Date.UTC(2026, 10, 22, 12);
const age = {
  now,
  locale: "en",
  freshLabel: "Updated",
  staleLabel: "Out of date, last updated",
  staleAfterMs: 3_600_000,
};

const states = () => (
  <div className="grid gap-8">
    <Skeleton label="Loading the text" />
    <Skeleton label="Loading the chart" shape="block" height={96} />
    <Skeleton label="Loading the list" shape="rows" count={3} />
    <EmptyState title="No orders yet" action={<Button>Look around the shop</Button>}>
      What you order appears here, with its progress and its proof.
    </EmptyState>
    <EmptyState kind="no-permission" title="You may not see payouts">
      Ask an administrator for the finance role.
    </EmptyState>
    <div className="flex flex-wrap gap-4">
      <StaleMark {...age} at={now - 240_000} />
      <StaleMark {...age} at={now - 26 * 3_600_000} />
    </div>
    <ErrorState
      title="The list could not be loaded."
      retry={
        <Button size="small" variant="secondary">
          Try again
        </Button>
      }
      reference="Request 8f2c-41aa"
    >
      The server did not answer in time. Nothing you did is lost.
    </ErrorState>
  </div>
);

export const States: Story = { render: states };
export const Dark: Story = { parameters: { theme: "dark" }, render: states };
export const Dense: Story = { parameters: { density: "dense" }, render: states };
