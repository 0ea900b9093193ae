import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails with every WCAG 2.2 AA rule the page breaks and where. Frames of others are theirs. */
export async function checkAccessibility(page: Page, name: string): Promise<void> {
  // Scrolled anywhere else, the header that stays in sight covers a button in part, and axe takes it for a small one.
  await page.evaluate("scrollTo(0, 0)");
  // A content security policy stands against a script element, not against what the driver evaluates.
  await page.evaluate(axe);
  const options = { runOnly: { type: "tag", values: tags }, iframes: false, resultTypes: ["violations"] };
  const { violations } = await page.evaluate<{ violations: Violation[] }>(
    `axe.run(document, ${JSON.stringify(options)})`,
  );
  const words = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.target.join(" ")}`).join("\n")}`,
  );
  assert.deepEqual(words, [], `${name}: accessibility`);
}
