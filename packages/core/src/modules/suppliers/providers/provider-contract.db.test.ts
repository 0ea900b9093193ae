import { type Sandbox, type SupplierId, startSandbox } from "@smplat/testing";
import { afterAll, beforeAll } from "vitest";
import { createOutboundHttp, type OutboundHttp } from "#infrastructure/outbound-http";
import { hours } from "#kernel/clock";
import { atelier } from "../../../seed/atelier.ts";
import { northbeam, quayside } from "../../../seed/northbeam.ts";
import { createHttpProvider } from "./http-provider.ts";
import { HttpProviderConfig } from "./http-provider-config.ts";
import { createManualProvider } from "./manual-provider.ts";
import type { Provider } from "./provider.ts";
import { type ContractSubject, keepsProviderContract } from "./provider-contract.ts";

let sandbox: Sandbox;
let outbound: OutboundHttp;

beforeAll(async () => {
  sandbox = await startSandbox();
  outbound = createOutboundHttp({ egressOrigins: [sandbox.url] });
  for (const supplier of ["northbeam", "atelier", "quayside"] as const) {
    await sandbox.control.suppliers.set(supplier, { variation: "none", hangMs: 100 });
  }
});
afterAll(async () => {
  outbound.close();
  await sandbox.stop();
});

const drafts = {
  northbeam: { make: northbeam, path: "/suppliers/northbeam/v1", key: "nb_test_key" },
  quayside: { make: quayside, path: "/suppliers/quayside/v1", key: "qs_test_key" },
  atelier: { make: atelier, path: "/suppliers/atelier/api", key: "at_test_key" },
} as const;

function openAdapter(supplier: SupplierId): Provider {
  const { make, path, key } = drafts[supplier];
  const draft = make({ apiUrl: `${sandbox.url}${path}`, apiKey: key, webhookSecret: "whsec_c2VjcmV0" });
  const config = HttpProviderConfig.parse(draft.config);
  return createHttpProvider({ config, secrets: draft.secrets ?? {}, outbound, currency: "EUR" });
}

const outsideOf = (supplier: SupplierId): NonNullable<ContractSubject["outside"]> => ({
  mode: (mode) => sandbox.control.suppliers.set(supplier, { mode }),
  count: async (reference) =>
    (await sandbox.control.suppliers.orders(supplier)).filter((order) => order.reference === reference).length,
  finish: () => sandbox.control.clock.advance(hours(48)),
});

keepsProviderContract("Northbeam over HTTP", () => ({
  ...{ provider: openAdapter("northbeam"), service: "boosted-post", quantity: 600 },
  outside: outsideOf("northbeam"),
}));

keepsProviderContract("Quayside over HTTP", () => ({
  ...{ provider: openAdapter("quayside"), service: "creator-placement", quantity: 2 },
  outside: outsideOf("quayside"),
}));

keepsProviderContract("Atelier over HTTP", () => ({
  ...{ provider: openAdapter("atelier"), service: "post-design", quantity: 2 },
  outside: outsideOf("atelier"),
}));

keepsProviderContract("the desk of our own people", () => ({
  ...{ provider: createManualProvider(), service: "by-hand", quantity: 2 },
}));
