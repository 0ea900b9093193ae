import assert from "node:assert/strict";
import { journey } from "./journey.ts";
import { cards } from "./steps/card-form.ts";
import { newPerson, openOrder, seePaid } from "./steps/check-out.ts";
import { audit } from "./steps/configure-product.ts";
import type { Visit } from "./visit.ts";

const tabsMax = 120;

export const journeys = [
  journey("everything from the product to the paid order works with the keyboard alone", async ({ visit }) => {
    const guest = await visit();
    const { page, t, see } = guest;
    await guest.open(`/products/${audit.slug}`);
    await guest.heading(audit.en);
    await tabTo(guest, t("shell.skip"));
    await tabTo(guest, t("shell.platforms.instagram"), "radio");
    await arrowTo(guest, t("shell.platforms.youtube"));
    await tabTo(guest, t("product.channel.label"));
    await page.keyboard.type("@keys-only");
    await see(page.getByText(t("product.channel.measured")));
    await tabTo(guest, "Brief");
    await page.keyboard.type("A repair shop for vintage bikes. People should learn what we do.");
    await see(page.getByText(t("product.price.parts")));
    await tabTo(guest, t("product.price.add"));
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/cart$/);
    await tabTo(guest, t("cart.checkout"));
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/checkout$/);
    await guest.heading(t("checkout.title"));
    await fillByKeyboard(guest);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/checkout\/success/, { timeout: 40_000 });
    await seePaid(guest);
    await openOrder(guest);
  }),
];

async function fillByKeyboard(guest: Visit): Promise<void> {
  const { page, t } = guest;
  const { name, email, street } = newPerson();
  for (const [label, value] of [
    [t("checkout.contact.email"), email],
    [t("checkout.contact.name"), name],
    [t("checkout.billing.line1"), street],
    [t("checkout.billing.postalCode"), "10115"],
    [t("checkout.billing.city"), "Berlin"],
    ["Name on card", name],
    ["Card number", cards.pays],
    ["Expiry", "1234"],
    ["Security code", "123"],
  ] as const) {
    await tabTo(guest, label);
    await page.keyboard.type(value);
  }
  for (const consent of ["terms", "earlyStart"] as const) {
    await tabTo(guest, t(`checkout.consents.${consent}`));
    await page.keyboard.press("Space");
  }
  await tabTo(guest, t("checkout.pay", { total: "" }).trim());
}

/** Tabs on until the focus is on what carries this name, and checks that one can see where it is. */
async function tabTo({ page }: Visit, name: string, role?: string): Promise<void> {
  const passed: string[] = [];
  for (let tabs = 0; tabs < tabsMax; tabs += 1) {
    await page.keyboard.press("Tab");
    const focus = await focused({ page });
    passed.push(focus.name);
    if (!focus.name.startsWith(name) || (role !== undefined && focus.role !== role)) continue;
    assert.ok(focus.shown, `one can see that ${name} has the focus`);
    return;
  }
  assert.fail(`${name} was not reached by Tab. Passed: ${passed.slice(0, 60).join(" | ")}`);
}

async function arrowTo({ page }: Visit, name: string): Promise<void> {
  for (let steps = 0; steps < 10; steps += 1) {
    if ((await focused({ page })).name.startsWith(name)) return;
    await page.keyboard.press("ArrowDown");
  }
  assert.fail(`${name} was not reached by the arrow keys`);
}

interface Focus {
  readonly name: string;
  readonly role: string;
  /** Whether it or the card around it is drawn with an outline or a ring. */
  readonly shown: boolean;
}

/** What has the focus, in the page or in a frame of it. */
async function focused({ page }: Pick<Visit, "page">): Promise<Focus> {
  for (const frame of page.frames()) {
    const focus = await frame.evaluate<Focus | null>(readFocus).catch(() => null);
    if (focus !== null) return focus;
  }
  return { name: "", role: "", shown: true };
}

const readFocus = `(() => {
  const element = document.activeElement;
  if (!document.hasFocus() || element === null || element === document.body || element.tagName === "IFRAME") return null;
  const named = (element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.innerText);
  const label = element.labels?.[0]?.innerText;
  const name = element.getAttribute("aria-label") ?? (named.join(" ").trim() || label || element.innerText || "");
  const drawn = (one) => {
    const style = getComputedStyle(one);
    return (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none";
  };
  const around = element.closest("label, li, article") ?? element;
  return { name: name.trim(), role: element.type === "radio" ? "radio" : "", shown: drawn(element) || drawn(around) };
})()`;
