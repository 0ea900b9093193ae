import assert from "node:assert/strict";
import { journey } from "./journey.ts";
import { buyCart, newPerson } from "./steps/check-out.ts";
import { addToCart, configureSpotlight, spotlight } from "./steps/configure-product.ts";
import { signInAs } from "./steps/sign-in.ts";
import type { Visit } from "./visit.ts";

const deliveredWithinMs = 180_000;

export const journeys = [
  journey(
    "a delivery is followed piece by piece, proven with readings, counted for its product, and can be inspected",
    async ({ visit, shop }) => {
      const guest = await visit();
      const before = await trackRecord(shop.url);
      await guest.open(`/products/${spotlight.slug}`);
      await seeTrackRecord(guest, before);
      await configureSpotlight(guest, `proof-${Date.now().toString(36)}.bsky.social`);
      await addToCart(guest);
      const orderId = await buyCart(guest, newPerson());
      const { page, t, see } = guest;
      await see(page.getByRole("progressbar"), deliveredWithinMs);
      await see(page.getByText(t("proof.weakBaseline")), deliveredWithinMs);
      await see(page.getByText(t("account.states.delivered.now")), deliveredWithinMs);
      await see(page.getByText(t("proof.labels.inconclusive")), deliveredWithinMs);
      await see(page.getByRole("img", { name: /Followers before, during and after/ }));
      await guest.look("proven order");

      const after = await untilCounted(shop.url, before.sampleSize);
      assert.ok(after.computedAt !== null, "the numbers say of when they are");
      await guest.open(`/products/${spotlight.slug}`);
      await seeTrackRecord(guest, after);
      await guest.look("product with its record");

      const operator = await visit();
      await operator.open(`/login?next=/admin/orders/${orderId}/proof`);
      await signInAs(operator, shop, "Operator");
      await operator.heading(t("admin-proof.title"));
      await see(operator.page.getByRole("cell", { name: t("admin-proof.phases.baseline") }));
      await see(operator.page.getByRole("cell", { name: t("admin-proof.phases.during") }));
      await takeReading(operator);
      await operator.look("inspected proof");
    },
  ),
];

interface TrackRecord {
  readonly sampleSize: number;
  readonly medianFulfillmentPercent: number | null;
  readonly computedAt: string | null;
}

async function trackRecord(url: string): Promise<TrackRecord> {
  const answer = await fetch(`${url}/api/v1/products/${spotlight.slug}`);
  return ((await answer.json()) as { proof: TrackRecord }).proof;
}

/** The line is counted in the transaction that completes it; other journeys may add theirs. */
async function untilCounted(url: string, before: number): Promise<TrackRecord> {
  const deadline = Date.now() + deliveredWithinMs;
  for (;;) {
    const record = await trackRecord(url);
    if (record.sampleSize > before) return record;
    assert.ok(Date.now() < deadline, "the delivery was not counted for its product");
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

/** Below twenty lines the page tells how many are missing; from twenty on the numbers themselves. */
async function seeTrackRecord({ page, t, see }: Visit, record: TrackRecord): Promise<void> {
  await see(
    page.getByText(
      record.medianFulfillmentPercent === null
        ? t("product.proof.unknown", { sample: record.sampleSize, minimum: 20 })
        : t("product.proof.sample", { count: record.sampleSize }),
    ),
  );
}

async function takeReading({ page, t, see }: Visit): Promise<void> {
  await page.getByRole("button", { name: t("admin-proof.ask.open") }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(t("admin.reason.label")).fill("A journey of the tests asks.");
  await dialog.getByRole("button", { name: t("admin-proof.ask.open") }).click();
  await dialog.waitFor({ state: "hidden" });
  await see(page.getByText("A journey of the tests asks."), 60_000);
}
