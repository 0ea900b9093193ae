import { createHash } from "node:crypto";
import type { Order } from "@smplat/contracts";
import type { Journey } from "./journey.ts";
import { expectTruth } from "./untruth.ts";
import { waitUntil } from "./wait-until.ts";

/** Downloads invoice and receipt and compares every byte with what the order says of them. */
export async function checkPapers({ shopper, protocol }: Journey, orderId: string, timeoutMs: number): Promise<void> {
  const params = { orderId };
  const seen: { order: Order | null } = { order: null };
  await protocol.step("Papers issued", async (note) => {
    const order = await waitUntil({
      what: "an invoice and a receipt",
      timeoutMs,
      everyMs: 1_000,
      read: () => shopper.api.orders.get({ params }),
      holds: ({ papers }) => new Set(papers.map(({ kind }) => kind)).size === 2,
      describe: ({ papers }) => `papers: ${papers.map(({ kind }) => kind).join(", ") || "none"}`,
      note,
    });
    const invoice = order.papers.find(({ kind }) => kind === "invoice");
    expectTruth(invoice?.number !== null && invoice?.number !== undefined, "a number on the invoice", invoice);
    seen.order = order;
    return order.papers.map(({ kind, number }) => `${kind}${number === null ? "" : ` ${number}`}`).join(", ");
  });
  for (const paper of seen.order?.papers ?? []) {
    await protocol.step(`Download ${paper.kind}`, async () => {
      const pdf = await download("pdf");
      expectTruth(pdf.subarray(0, 5).toString("latin1") === "%PDF-", "a PDF", pdf.subarray(0, 20).toString("latin1"));
      const sha256 = createHash("sha256").update(pdf).digest("hex");
      expectTruth(sha256 === paper.sha256, `bytes with the SHA-256 ${paper.sha256}`, sha256);
      const html = (await download("html")).toString("utf8");
      expectTruth(html.trimStart().toLowerCase().startsWith("<!doctype html"), "an HTML page", html.slice(0, 40));
      const name = paper.number ?? seen.order?.number ?? "";
      expectTruth(html.includes(name), `${name} on the page`, "nothing of the kind");
      return `PDF ${pdf.byteLength} bytes, SHA-256 ${sha256.slice(0, 12)}… as listed; HTML ${html.length} characters`;
    });

    async function download(format: "pdf" | "html"): Promise<Buffer> {
      const answer = await shopper.api.orders.paper({ params: { orderId, kind: paper.kind, format } });
      return Buffer.from(await answer.arrayBuffer());
    }
  }
}
