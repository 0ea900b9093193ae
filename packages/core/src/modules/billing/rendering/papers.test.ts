import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { CreditNoteContent, InvoiceContent, PaperContent, PaperFormat, ReceiptContent } from "../paper.ts";
import { renderPaper } from "./render-paper.ts";

const hostile = `<img src=x onerror="alert('1')">&Söhne`;
const parties = {
  seller: { name: "Beispiel GmbH", address: ["Straße 1", "10115 Berlin", "DE"], country: "DE", taxId: "DE123456789" },
  buyer: {
    name: "Łukasz Größe",
    email: "a@b.example",
    company: hostile,
    taxId: null,
    address: { line1: "Königsallee 1", city: "Düsseldorf", postalCode: "40212", country: "DE" },
  },
};
const invoice: InvoiceContent = {
  ...parties,
  kind: "invoice",
  number: "SM-2026-000007",
  locale: "de",
  issuedAt: "2026-11-22T10:00:00.000Z",
  orderNumber: "SM-100007",
  orderedAt: "2026-11-22T09:50:00.000Z",
  paidAt: "2026-11-22T10:00:00.000Z",
  paymentId: "pay_00000000000000000008x71234",
  currency: "EUR",
  lines: [
    line("Newsletter-Platzierung für Gärtner", 100_000, 1900),
    line("Übersetzung", 50_000, 700),
    line(hostile, 1, 1900),
  ],
  taxes: [
    { rateBp: 1900, netMinor: 100_001, taxMinor: 19_000 },
    { rateBp: 700, netMinor: 50_000, taxMinor: 3_500 },
  ],
  netMinor: 150_001,
  taxMinor: 22_500,
  totalMinor: 172_501,
  tax: { treatment: "domestic", label: { en: "VAT", de: "USt." }, note: null },
};
const creditNote: CreditNoteContent = {
  ...parties,
  kind: "credit_note",
  number: "SC-2026-000003",
  locale: "de",
  issuedAt: "2026-11-24T10:00:00.000Z",
  refundId: "rfd_0000000000000000000000001",
  invoiceNumber: invoice.number,
  invoiceIssuedAt: invoice.issuedAt,
  orderNumber: invoice.orderNumber,
  currency: "EUR",
  lines: [
    {
      ...{ lineId: "oln_1", title: hostile, channel: "YouTube · @brand" },
      ...{ invoicedNetMinor: 100_000, netMinor: 25_000, taxMinor: 4_750, taxRateBp: 1900 },
    },
  ],
  taxes: [{ rateBp: 1900, netMinor: 25_000, taxMinor: 4_750 }],
  netMinor: 25_000,
  taxMinor: 4_750,
  totalMinor: 29_750,
  tax: invoice.tax,
};
const receipt: ReceiptContent = {
  ...parties,
  kind: "receipt",
  locale: "en",
  issuedAt: "2026-11-25T10:00:00.000Z",
  orderNumber: "SM-100007",
  orderedAt: "2026-11-22T09:50:00.000Z",
  deliveredAt: "2026-11-25T09:00:00.000Z",
  invoiceNumber: "SM-2026-000007",
  verifyUrl: "https://shop.example/verify",
  lines: [
    {
      lineId: "oln_1",
      title: hostile,
      channel: "YouTube · @brand",
      unit: "placements",
      ordered: 3,
      delivered: 2,
      baseline: { followers: 12_300, takenAt: "2026-11-22T10:01:00.000Z", source: "youtube-data-api" },
      latest: { followers: 12_900, takenAt: "2026-11-25T09:01:00.000Z", source: "youtube-data-api" },
      missing: null,
      change: { observed: 600, lift: 420.5, low: 120, high: 700, sampleSize: 14 },
      label: "consistent_with",
      explanation: "That fits the work.",
      signed: {
        ...{ digest: "9f".repeat(32), keyId: "key_0123456789abcdef", guaranteeDays: 30, thresholdPercent: 90 },
        ...{ policyOutcome: "allowed", policyCheckedAt: "2026-11-01T09:00:00.000Z" },
      },
      evidence: [
        {
          kind: "placement",
          title: "Post",
          url: "https://example.org/a",
          units: 2,
          reportedAt: "2026-11-24T09:00:00.000Z",
        },
        {
          kind: "placement",
          title: "Trap",
          url: "javascript:alert(1)",
          units: 0,
          reportedAt: "2026-11-24T09:00:00.000Z",
        },
      ],
    },
    {
      lineId: "oln_2",
      title: "Audit",
      channel: null,
      unit: "reports",
      ordered: 1,
      delivered: 1,
      baseline: null,
      latest: null,
      missing: "No channel was given for this position.",
      change: null,
      label: "not_yet_known",
      explanation: "Nothing is claimed.",
      evidence: [],
    },
  ],
};

function line(title: string, netMinor: number, taxRateBp: number): InvoiceContent["lines"][number] {
  return {
    title,
    unit: "Stück",
    quantity: 2,
    summary: ["Sprache: Deutsch"],
    channel: null,
    netMinor,
    taxMinor: 0,
    taxRateBp,
  };
}

const bytesOf = (content: PaperContent, format: PaperFormat): Promise<Uint8Array> =>
  renderPaper({ id: "ppr_1", orderId: "ord_1", number: null, issuedAt: new Date(0), content }, format);
const htmlOf = async (content: PaperContent) => new TextDecoder().decode(await bytesOf(content, "html"));

describe.each([invoice, receipt])("the $kind", (content) => {
  test.each(["pdf", "html"] as const)("is the same bytes each time it is made as %s", async (format) => {
    const [first, second] = [await bytesOf(content, format), await bytesOf(content, format)];
    expect(Buffer.from(first).equals(second)).toBe(true);
  });

  test("lets no name become markup, and loads nothing from anywhere", async () => {
    const html = await htmlOf(content);
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;Söhne");
    expect(html).not.toMatch(/<script|<link|@import|url\(|src="/);
  });
});

test("an invoice shows number, parties, each rate and the total, in the order's language", async () => {
  for (const text of [readPdfText(await bytesOf(invoice, "pdf")), textOf(await htmlOf(invoice))]) {
    for (const words of [
      "Rechnung SM-2026-000007",
      "Łukasz Größe",
      "40212 Düsseldorf",
      "Newsletter-Platzierung für Gärtner",
      "1.500,01 €",
      "USt. 19 % auf 1.000,01 €",
      "USt. 7 % auf 500,00 €",
      "1.725,01 €",
      "DE123456789",
      "22. November 2026",
      "pay_00000000000000000008x71234",
    ]) {
      expect(text).toContain(words);
    }
  }
});

test("an invoice at no tax says why", async () => {
  const note = { en: "Reverse charge.", de: "Steuerschuldnerschaft des Leistungsempfängers." };
  const content = { ...invoice, tax: { ...invoice.tax, treatment: "reverse_charge", note } };
  expect(readPdfText(await bytesOf(content, "pdf"))).toContain(note.de);
});

test("an invoice of many lines repeats its head and numbers its pages", async () => {
  const lines = Array.from({ length: 30 }, (_, index) => line(`Leistung ${index + 1}`, 100, 1900));
  const text = readPdfText(await bytesOf({ ...invoice, lines }, "pdf"));
  expect(text).toContain("Leistung 30");
  expect(text).toMatch(/Seite 1 von [3-9]/);
});

test("a receipt shows what was handed over and what was seen, and claims no more", async () => {
  for (const text of [readPdfText(await bytesOf(receipt, "pdf")), textOf(await htmlOf(receipt))]) {
    for (const words of [
      "2 of 3 delivered · placements",
      "66.6%",
      "12,300",
      "12,900",
      "Above usual growth",
      "+420.5",
      "+120 to +700, rests on 14 readings",
      "Consistent with the work",
      "No channel was given for this position.",
      "YouTube Data API",
    ]) {
      expect(text).toContain(words);
    }
  }
});

test("a receipt carries the signed proof's digest, the policy's decision, the disclosure and where to verify", async () => {
  for (const text of [readPdfText(await bytesOf(receipt, "pdf")), textOf(await htmlOf(receipt))]) {
    for (const words of [
      "9f".repeat(32),
      "key_0123456789abcdef",
      "passed our publishing rules on 1 November 2026",
      "Guaranteed for 30 days from 90%",
      "this work was paid for",
      "https://shop.example/verify",
    ]) {
      expect(text).toContain(words);
    }
  }
});

test("evidence becomes a link only when it is a web address", async () => {
  const html = await htmlOf(receipt);
  expect(html).toContain('href="https://example.org/a"');
  expect(html).not.toContain("javascript:");
  expect(Buffer.from(await bytesOf(receipt, "pdf")).toString("latin1")).not.toContain("javascript:");
});

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f\s]+/g, " ");
const textOf = (html: string): string => plain(html.replaceAll(/<style>[\s\S]*<\/style>|<[^>]+>/g, " "));

/** What a reader of the PDF can search and copy: glyphs by way of each font's own table back to characters. */
function readPdfText(bytes: Uint8Array): string {
  const source = Buffer.from(bytes).toString("latin1");
  const objects = new Map<string, { head: string; stream: string }>();
  for (const [, id = "", body = ""] of source.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)) {
    const [head = "", stream] = body.split(/stream\n/, 2);
    const raw = stream === undefined ? "" : Buffer.from(stream.replace(/\nendstream$/, ""), "latin1");
    const packed = head.includes("/FlateDecode") && raw !== "";
    objects.set(id, { head, stream: packed ? inflateSync(raw).toString("latin1") : String(raw) });
  }
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const { head } of objects.values()) {
    for (const [, name = "", id = ""] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? "")?.[1];
      if (table !== undefined) fonts.set(name, glyphTable(objects.get(table)?.stream ?? ""));
    }
  }
  const pages = [...objects.values()].filter(({ stream }) => /\bTf\b/.test(stream));
  return plain(pages.map(({ stream }) => pageText(stream, fonts)).join(" "));
}

function glyphTable(cmap: string): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const [, from = "", , list = ""] of cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)) {
    for (const [index, [, hex = ""]] of [...list.matchAll(/<([0-9a-f]+)>/gi)].entries()) {
      const characters = (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16)));
      table.set((Number.parseInt(from, 16) + index).toString(16).padStart(4, "0"), characters.join(""));
    }
  }
  return table;
}

function pageText(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> = new Map();
  const parts: string[] = [];
  for (const [, name, glyphs] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    const codes = [...(glyphs ?? "").matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = ""]) => hex.match(/.{4}/g) ?? []);
    parts.push(codes.map((code) => font.get(code) ?? "?").join(""));
  }
  return parts.join(" ");
}

test("a credit note names its invoice, what was invoiced and what of it is given back with which tax", async () => {
  for (const text of [readPdfText(await bytesOf(creditNote, "pdf")), textOf(await htmlOf(creditNote))]) {
    for (const words of ["SC-2026-000003", invoice.number, "1.000,00", "250,00", "47,50", "297,50", "19 %"]) {
      expect(text.replaceAll(/\s/g, " "), words).toContain(words);
    }
  }
  expect(await htmlOf(creditNote)).not.toContain("<img");
});
