import { expect, test } from "vitest";
import type { Letter } from "./letter.ts";
import { renderMailHtml } from "./render-mail-html.ts";
import { renderMailText } from "./render-mail-text.ts";

const hostile = `</td><img src=x onerror="a('1')">{{7*7}}<mj-include path="/etc/passwd" />`;
const letter: Letter = {
  subject: hostile,
  preview: hostile,
  heading: hostile,
  blocks: [
    { kind: "text", text: hostile },
    { kind: "small", text: hostile },
    { kind: "button", label: hostile, url: `https://shop.example/?a=1&b="><script>alert(1)</script>` },
    {
      kind: "items",
      items: [{ title: hostile, details: [hostile], amount: "1,00 €" }],
      totals: [{ label: "Summe", value: "1,00 €", strong: true }],
    },
    { kind: "links", links: [{ label: hostile, detail: hostile, url: "https://shop.example/terms" }] },
    {
      kind: "proof",
      card: {
        title: hostile,
        channel: hostile,
        label: "Passt zur Arbeit",
        delivered: "1 von 2",
        share: 0.5,
        figures: [{ label: "Vorher", value: "12.300", detail: hostile }],
        explanation: hostile,
      },
    },
  ],
};
const frame = {
  locale: "de",
  publicUrl: "https://shop.example",
  seller: { name: hostile, address: ["Straße 1", "10115 Berlin"] },
} as const;

test("no text becomes markup, whichever block it stands in", async () => {
  const html = await renderMailHtml(letter, frame);
  expect(html).not.toMatch(/<img|<script|<mj-/);
  expect(html.match(/&lt;img src=x/g)?.length).toBeGreaterThanOrEqual(11);
  expect(html).not.toContain("root:");
});

test("a mail loads nothing from anywhere and keeps its links whole", async () => {
  const html = await renderMailHtml(letter, frame);
  expect(html).not.toMatch(/fonts\.googleapis|@import|<link|url\(/);
  expect(html).toContain('href="https://shop.example/?a=1&amp;b=&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  expect(html).toContain('lang="de"');
  expect(html).toContain("prefers-color-scheme: dark");
});

test("the plain text says what the HTML says", async () => {
  const html = await renderMailHtml(letter, frame);
  const text = renderMailText(letter, frame);
  for (const words of ["1 von 2", "12.300", "Passt zur Arbeit", "Summe", "1,00 €", "https://shop.example/terms"]) {
    expect(html).toContain(words);
    expect(text).toContain(words);
  }
});
