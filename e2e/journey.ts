import type { Browser } from "playwright-core";
import type { Shop } from "./start-shop.ts";
import type { Visit } from "./visit.ts";

/** What a journey is given. */
export interface Stage {
  readonly shop: Shop;
  readonly browser: Browser;
  /** A new browser profile: nobody we know, on a screen of this size, in this language. */
  visit(options?: VisitOptions): Promise<Visit>;
}

export interface VisitOptions {
  readonly locale?: "en" | "de";
  readonly width?: number;
  readonly height?: number;
}

/** A promise to the people who use the shop, in plain words, and the walk that holds it to it. */
export interface Journey {
  readonly name: string;
  readonly run: (stage: Stage) => Promise<void>;
  /** Whether it buys with the demo's customer login: that person has one cart, so such journeys come one by one. */
  readonly asCustomer: boolean;
}

export const journey = (name: string, run: Journey["run"], { asCustomer = false } = {}): Journey => ({
  name,
  run,
  asCustomer,
});
