import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, within } from "storybook/test";
import { Button } from "./button.tsx";
import { ButtonLink } from "./button-link.tsx";

const meta = { title: "Primitives/Button", component: Button } satisfies Meta<typeof Button>;
export default meta;
type Story = StoryObj<typeof meta>;

const everyVariant = () => (
  <div className="flex flex-wrap items-center gap-3">
    <Button>Order now</Button>
    <Button variant="secondary">Save for later</Button>
    <Button variant="quiet">Change channel</Button>
    <Button variant="danger">Cancel order</Button>
    <Button size="small" variant="secondary">
      Small
    </Button>
    <Button size="large">Large</Button>
    <Button disabled>Not available</Button>
    <ButtonLink href="#there" variant="secondary">
      A link
    </ButtonLink>
  </div>
);

export const Variants: Story = { render: everyVariant };
export const Dark: Story = { parameters: { theme: "dark" }, render: everyVariant };
export const Dense: Story = { parameters: { density: "dense" }, render: everyVariant };

export const Loading: Story = {
  args: { loadingLabel: "Placing your order", onClick: fn(), children: "Order now" },
  play: async ({ args, canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole("button"));
    await expect(args.onClick).not.toHaveBeenCalled();
  },
};

export const LongGermanAt320: Story = {
  parameters: { width: 272, lang: "de" },
  args: { wide: true, size: "large", children: "Zahlungspflichtig bestellen und Einwilligung bestätigen" },
};
