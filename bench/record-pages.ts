import { createCore } from "@smplat/core";
import { loadConfig } from "@smplat/core/config";
import { createApp } from "@smplat/server";
import pg from "pg";
import type { BenchDatabase } from "./bench-database.ts";
import { benchEnvironment } from "./bench-environment.ts";

/** A page of the shop: what it asked the database for, and what it answered. */
export interface RecordedPage {
  readonly path: string;
  readonly statements: readonly { readonly text: string; readonly values: readonly unknown[] }[];
  readonly body: string;
}

type Query = (...given: unknown[]) => unknown;

/** Asks the shop in this process for pages and listens to what its connections send. */
export async function recordPages(database: BenchDatabase, paths: readonly string[]): Promise<RecordedPage[]> {
  const core = await createCore({ ...loadConfig(benchEnvironment(database.url)), services: [], logLevel: "warn" });
  const plain = pg.Client.prototype.query as Query;
  let heard: RecordedPage["statements"][number][] = [];
  pg.Client.prototype.query = function listened(this: pg.Client, ...given: unknown[]) {
    const config = given[0] as { text?: string; values?: unknown[] };
    if (typeof config?.text === "string") heard.push({ text: config.text, values: config.values ?? [] });
    return plain.apply(this, given);
  } as typeof pg.Client.prototype.query;
  try {
    const app = createApp(core);
    const pages: RecordedPage[] = [];
    for (const path of paths) {
      heard = [];
      const answer = await app.request(path);
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
      pages.push({ path, statements: heard, body: await answer.text() });
    }
    return pages;
  } finally {
    pg.Client.prototype.query = plain as typeof pg.Client.prototype.query;
    await core.close();
  }
}
