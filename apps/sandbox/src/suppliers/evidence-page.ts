import type { Context } from "hono";
import { html } from "hono/html";
import { hangUp, type SandboxEnv } from "../http/hang-up.ts";
import { barePage } from "../pages/layout.ts";
import type { SupplierJob } from "./supplier-state.ts";

/**
 * What the public finds at a piece of evidence, whatever its supplier says of it. `true`: the page stands as long as
 * the evidence does. `flapping`: gone at every other request. `front-page`: sends everybody to the site's entrance.
 * `inward`: sends everybody to an address of the inside.
 */
export const pageModes = [
  "true",
  "gone",
  "missing",
  "outage",
  "forbidden",
  "flapping",
  "front-page",
  "moved",
  "inward",
  "hang",
] as const;
export type PageMode = (typeof pageModes)[number];

/** How a page behaves, and who asked for it. */
export interface EvidencePage {
  mode: PageMode;
  /** Requests so far, and the last one's user agent. */
  asked: number;
  agent: string;
}

/** The page of a piece of evidence as it was last left. */
export const pageOf = (job: SupplierJob, id: string): EvidencePage =>
  job.pages?.[id] ?? { mode: "true", asked: 0, agent: "" };

/** Keeps a page's behavior or a request for it. */
export function keepPage(job: SupplierJob, id: string, page: EvidencePage): void {
  job.pages = { ...job.pages, [id]: page };
}

const hangMs = 30_000;

type Answer = (c: Context<SandboxEnv>, page: EvidencePage) => Response | Promise<Response> | null;

const gone = (c: Context<SandboxEnv>): Response | Promise<Response> =>
  c.html(barePage("Taken down", html`<h1>This was taken down</h1>`), 410);

const answers: Readonly<Record<PageMode, Answer>> = {
  true: () => null,
  gone,
  missing: (c) => c.html(barePage("Not found", html`<h1>Nothing here</h1>`), 404),
  outage: (c) => {
    c.header("retry-after", "120");
    return c.html(barePage("Unavailable", html`<h1>Back soon</h1>`), 503);
  },
  forbidden: (c) => c.html(barePage("Forbidden", html`<h1>Members only</h1>`), 403),
  flapping: (c, { asked }) => (asked % 2 === 1 ? gone(c) : null),
  "front-page": (c) => c.redirect("/", 302),
  moved: (c) => (c.req.query("moved") === undefined ? c.redirect(`${c.req.path}?moved=1`, 301) : null),
  inward: (c) => c.redirect("https://169.254.169.254/latest/meta-data/", 302),
  hang: (c) => hangUp(c, hangMs),
};

/** Answers for a page that does not simply stand or fall with its evidence; null for one that does. */
export const answerPage = (c: Context<SandboxEnv>, page: EvidencePage): Response | Promise<Response> | null =>
  answers[page.mode](c, page);
