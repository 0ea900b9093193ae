import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { checkAccessibility } from "./check-accessibility.ts";
import { root } from "./project-root.ts";
import type { Words } from "./words.ts";

/** One person with one browser. Every page they reach is looked over: its language, its width, its accessibility. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly t: Words;
  readonly locale: "en" | "de";
  /** Opens a path of the shop in the visit's language. */
  open(path: string): Promise<void>;
  /** Looks the page over as it stands now; call it once what the page is about can be seen. */
  look(name: string): Promise<void>;
  /** Waits until it can be seen. */
  see(locator: Locator, timeoutMs?: number): Promise<void>;
  heading(name: string | RegExp, timeoutMs?: number): Promise<void>;
  /** Takes a picture and writes down what was wrong; then the browser profile is gone. */
  close(failure: unknown): Promise<void>;
}

const patienceMs = 20_000;

export interface VisitSetup {
  readonly context: BrowserContext;
  readonly url: string;
  readonly locale: "en" | "de";
  readonly words: Words;
  readonly journey: string;
}

/** Begins a visit; the caller closes it. */
export async function beginVisit({ context, url, locale, words, journey }: VisitSetup): Promise<Visit> {
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(`script error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !isExpected(message.text())) troubles.push(`console: ${message.text()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) troubles.push(`${response.status()} from ${response.url()}`);
  });
  const prefix = locale === "en" ? "" : `/${locale}`;
  const see = (locator: Locator, timeoutMs = patienceMs) =>
    locator.filter({ visible: true }).first().waitFor({ state: "visible", timeout: timeoutMs });
  // A picture is for people to look at; one that a busy machine can't take is no fault of the shop.
  const picture = async (name: string) => {
    const folder = join(root, ".cache/e2e");
    mkdirSync(folder, { recursive: true });
    const file = `${journey}-${name}`
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .slice(0, 120);
    const path = join(folder, `${file}.png`);
    await page.screenshot({ path, fullPage: true, animations: "disabled" }).catch(() => undefined);
  };
  return {
    page,
    context,
    t: words,
    locale,
    open: async (path) => {
      const answer = await page.goto(`${url}${prefix}${path === "/" && prefix !== "" ? "" : path}`);
      assert.ok((answer?.status() ?? 0) < 400, `${path} answered ${answer?.status()}`);
    },
    see,
    heading: (name, timeoutMs) => see(page.getByRole("heading", { name }), timeoutMs),
    look: async (name) => {
      await picture(name);
      assert.equal(await page.locator("html").getAttribute("lang"), locale, `${name}: the page's language`);
      const overflow = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
      assert.ok(overflow <= 0, `${name}: ${overflow} px wider than the screen`);
      await checkAccessibility(page, name);
      assert.deepEqual(troubles, [], `${name}: troubles in the browser`);
    },
    close: async (failure) => {
      if (failure !== null) await picture("failed");
      await context.close();
    },
  };
}

/** Refusals that a journey causes on purpose are logged by the browser like everything else that is no success. */
const isExpected = (text: string): boolean => /status of 4(01|02|03|04|09|22)/.test(text);
