import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState } from "react";
import { expect, userEvent, within } from "storybook/test";
import { Button } from "../button/index.ts";
import { DefinitionList } from "../definition-list/index.ts";
import { Drawer } from "../drawer/index.ts";
import { Dialog } from "./dialog.tsx";

const meta = { title: "Overlays/Dialog and Drawer" } satisfies Meta;
export default meta;
type Story = StoryObj;

function Question({ startOpen = true }: { startOpen?: boolean }) {
  const [open, setOpen] = useState(startOpen);
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        Cancel order
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title="Cancel this order?"
        closeLabel="Close"
        footer={
          <>
            <Button variant="secondary" onClick={close}>
              Keep it
            </Button>
            <Button variant="danger" onClick={close}>
              Cancel and refund
            </Button>
          </>
        }
      >
        <p>Nothing was started yet. You get the full amount back within five days.</p>
      </Dialog>
    </>
  );
}

export const Open: Story = { render: () => <Question /> };
export const Dark: Story = { parameters: { theme: "dark" }, render: () => <Question /> };

export const EscapeClosesAndGivesTheFocusBack: Story = {
  render: () => <Question startOpen={false} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const opener = canvas.getByRole("button", { name: "Cancel order" });
    await userEvent.click(opener);
    const dialog = canvas.getByRole("dialog", { name: "Cancel this order?" });
    await expect(dialog).toHaveAttribute("open");
    await userEvent.click(canvas.getByRole("button", { name: "Keep it" }));
    await expect(dialog).not.toHaveAttribute("open");
    await expect(opener).toHaveFocus();
    await userEvent.click(opener);
    await userEvent.click(dialog);
    await expect(dialog).not.toHaveAttribute("open");
  },
};

export const DrawerDense: Story = {
  parameters: { density: "dense" },
  render: () => (
    <Drawer open onClose={() => undefined} title="Order S-10482" closeLabel="Close">
      <DefinitionList
        items={[
          { term: "Customer", value: "Ada Example" },
          { term: "Placed", value: "21 November 2026, 14:02" },
          { term: "Total", value: "€449.00" },
        ]}
      />
    </Drawer>
  ),
};
