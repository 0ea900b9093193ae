import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { journey } from "./journey.ts";
import { buyCart, newPerson } from "./steps/check-out.ts";
import { addToCart, audit, configureAudit } from "./steps/configure-product.ts";
import type { Visit } from "./visit.ts";

const deliveryMs = 180_000;
const signedMs = 60_000;

export const journeys = [
  journey("a delivered order's signed proof is verified by anybody, and a changed one is named", async ({ visit }) => {
    const guest = await visit();
    await guest.open(`/products/${audit.slug}`);
    await configureAudit(guest, "@velo-werkstatt");
    await addToCart(guest);
    await buyCart(guest, newPerson());
    const text = await downloadProof(guest);

    const stranger = await visit({ width: 360, height: 740 });
    await stranger.open("/verify");
    await stranger.heading(stranger.t("verify.title"));
    await stranger.look("verify");
    await giveFile(stranger, text);
    await stranger.see(stranger.page.getByText(stranger.t("verify.right.title"), { exact: true }));
    await stranger.see(stranger.page.getByRole("article").filter({ hasText: audit.en }));
    await stranger.look("verified");

    const tampered = text.replace(/"delivered":(\d+)/, (_, count: string) => `"delivered":${Number(count) + 1}`);
    assert.notEqual(tampered, text);
    await giveFile(stranger, tampered);
    await stranger.see(stranger.page.getByText(stranger.t("verify.wrong.title"), { exact: true }));
    await stranger.see(stranger.page.getByText("/line/delivered"));
    assert.equal(await stranger.page.getByRole("article").count(), 0, "what was changed is not shown as true");
    await stranger.look("tampered");
  }),
  journey("a signed proof is checked in German, from pasted text, with the network off", async ({ visit }) => {
    const reader = await visit({ locale: "de", width: 768, height: 1024 });
    const { page, t } = reader;
    await reader.open("/verify");
    await reader.heading(t("verify.title"));
    await reader.look("check");
    await reader.context.setOffline(true);
    await page.getByLabel(t("verify.form.paste")).fill('{"schema":"smplat.proof-file/1","receipts":[],"roots":[]}');
    await page.getByRole("button", { name: t("verify.form.check"), exact: true }).click();
    await reader.see(page.getByText(t("verify.wrong.title"), { exact: true }));
    await reader.see(page.getByText("/receipts"));
  }),
];

/** Waits for the delivery and the proof of it, then downloads the file from the order's page. */
async function downloadProof({ page, t, see }: Visit): Promise<string> {
  await see(page.getByText(t("account.states.delivered.now")), deliveryMs);
  await see(page.getByText(t("account.order.receipt"), { exact: true }), signedMs);
  await page.reload();
  const link = page.getByRole("link", { name: t("account.order.signed.download"), exact: true });
  await see(link, signedMs);
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  assert.match(download.suggestedFilename(), /^proof-SM.*\.json$/);
  return readFile(await download.path(), "utf8");
}

async function giveFile({ page }: Visit, text: string): Promise<void> {
  const file = { name: "proof.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await page.locator('input[type="file"]').setInputFiles(file);
}
