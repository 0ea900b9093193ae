import { z } from "zod";
import type { OutboundHttp } from "#infrastructure/outbound-http";
import type { SecretBox } from "#infrastructure/secrets";
import type { StoredProvider } from "../provider-repository.ts";
import { configurationInvalid } from "../supplier-errors.ts";
import type { ProviderKind } from "../views.ts";
import { createHttpProvider, httpCapabilities } from "./http-provider.ts";
import { HttpProviderConfig } from "./http-provider-config.ts";
import { createManualProvider, manualCapabilities } from "./manual-provider.ts";
import type { Provider, ProviderCapabilities } from "./provider.ts";

/** Makes a supplier's adapter from its row. */
export type OpenProvider = (provider: StoredProvider) => Provider;

const ManualProviderConfig = z.strictObject({});

/** Checks a configuration for its kind of adapter. Throws `provider.configuration-invalid` with the fields. */
export function checkConfiguration(kind: ProviderKind, config: unknown): object {
  const parsed = (kind === "http" ? HttpProviderConfig : ManualProviderConfig).safeParse(config);
  if (parsed.success) return parsed.data;
  throw configurationInvalid(
    parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })),
  );
}

/** The names of the secrets a checked configuration refers to. */
export function secretNamesOf(kind: ProviderKind, config: object): string[] {
  if (kind === "manual") return [];
  const { auth, webhook } = config as HttpProviderConfig;
  return [...new Set([auth.secret, ...(webhook === undefined ? [] : [webhook.secret])])];
}

/** What a supplier's adapter promises, without opening its secrets. */
export const capabilitiesOf = (kind: ProviderKind, config: object): ProviderCapabilities =>
  kind === "manual" ? manualCapabilities : httpCapabilities(HttpProviderConfig.parse(config));

/** Opens adapters and keeps them while their row's version stands. */
export function createProviderOpener(deps: {
  readonly outbound: OutboundHttp;
  readonly secrets: SecretBox;
}): OpenProvider {
  const open = new Map<string, { readonly version: number; readonly provider: Provider }>();
  return (stored) => {
    const known = open.get(stored.id);
    if (known?.version === stored.version) return known.provider;
    const provider = openProvider(deps, stored);
    open.set(stored.id, { version: stored.version, provider });
    return provider;
  };
}

function openProvider(
  deps: { readonly outbound: OutboundHttp; readonly secrets: SecretBox },
  stored: StoredProvider,
): Provider {
  if (stored.kind === "manual") return createManualProvider();
  return createHttpProvider({
    config: HttpProviderConfig.parse(stored.config),
    secrets: Object.fromEntries(
      Object.entries(stored.secrets).map(([name, sealed]) => [name, deps.secrets.open(sealed, stored.id)]),
    ),
    outbound: deps.outbound,
    currency: stored.currency,
  });
}
