import { expect, test } from "vitest";
import type { ServiceCandidate } from "#modules/suppliers";
import { chooseService } from "./choose-service.ts";

const candidate = (changes: Partial<ServiceCandidate>): ServiceCandidate => ({
  providerId: "prv_a",
  providerName: "A",
  providerState: "active",
  service: "s",
  cost: { model: "flat", amountMinor: 1 },
  currency: "EUR",
  unitsPerItem: 1,
  priority: 10,
  ofProduct: false,
  ...changes,
});

test("a product's own row wins over its service key's, then the lower priority number", () => {
  const own = candidate({ providerId: "prv_own", ofProduct: true, priority: 99 });
  const first = candidate({ providerId: "prv_first", priority: 1 });
  expect(chooseService([first, candidate({}), own])).toMatchObject({ service: { providerId: "prv_own" } });
  expect(chooseService([candidate({}), first])).toMatchObject({ service: { providerId: "prv_first" } });
});

test("a paused supplier is passed over, and alone it makes the line wait", () => {
  const paused = candidate({ providerState: "paused", priority: 1 });
  expect(chooseService([paused, candidate({ providerId: "prv_b" })])).toMatchObject({
    service: { providerId: "prv_b" },
  });
  expect(chooseService([paused])).toEqual({ kind: "paused" });
});

test("a retired supplier is as good as none", () => {
  expect(chooseService([candidate({ providerState: "retired" })])).toEqual({ kind: "none" });
});
