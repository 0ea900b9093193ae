import type { Scope } from "#infrastructure/database";
import { DomainError } from "#kernel/domain-error";
import { findProvider, findService, type StoredProvider } from "./provider-repository.ts";
import { requestOf } from "./providers/http-provider.ts";
import { HttpProviderConfig, type OrderReadingConfig } from "./providers/http-provider-config.ts";
import { checkConfiguration, secretNamesOf } from "./providers/open-provider.ts";
import type { BalanceOutcome, QuoteOutcome, SupplierOrder, SupplierReport } from "./providers/provider.ts";
import { readOrder, readPath } from "./providers/read-answer.ts";
import { quoteCost } from "./service.ts";
import type { SupplierDeps } from "./supplier-deps.ts";
import { providerNotFound } from "./supplier-errors.ts";

/** What is tried. Left out: the stored configuration, no sample answer, nobody is called. */
export interface DryRun {
  readonly providerId: string;
  readonly config?: unknown;
  readonly line: SupplierOrder;
  /** An answer to a submit as the supplier would give it. */
  readonly answer?: unknown;
  /** Asks the supplier for its balance and price list. Only the stored configuration is ever used for that. */
  readonly live: boolean;
}

export interface DryRunResult {
  /** What is wrong with the configuration; nothing else was tried when there is something. */
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  /** The submit as it would go out, secrets masked; null for a supplier that is not asked over HTTP. */
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | null;
  } | null;
  readonly missingSecrets: readonly string[];
  /** Each path of the configuration with what it finds in the sample answer. */
  readonly paths: readonly { readonly name: string; readonly path: string; readonly found: string | null }[];
  /** How the sample answer reads as an order; null when it does not, or none was given. */
  readonly reading: SupplierReport | null;
  /** What our own cost model says the line would cost; null for a service that is not set up. */
  readonly costMinor: number | null;
  readonly live: { readonly balance: BalanceOutcome; readonly quote: QuoteOutcome } | null;
}

const nothing = { request: null, missingSecrets: [], paths: [], reading: null, costMinor: null, live: null } as const;

/** Tries a configuration without submitting anything. No transaction may be open. Throws `provider.not-found`. */
export async function dryRun(deps: SupplierDeps, scope: Scope, run: DryRun): Promise<DryRunResult> {
  const stored = await findProvider(scope, run.providerId);
  if (stored === null) throw providerNotFound(run.providerId);
  const checked = check(stored, run.config);
  if ("problems" in checked) return { ...nothing, problems: checked.problems };
  const service = await findService(scope, stored.id, run.line.service);
  const missingSecrets = secretNamesOf(stored.kind, checked.config).filter(
    (name) => !Object.hasOwn(stored.secrets, name),
  );
  return {
    problems: [],
    ...(stored.kind === "manual" ? nothing : overHttp(stored, HttpProviderConfig.parse(checked.config), run)),
    missingSecrets,
    costMinor: service === null ? null : quoteCost(service.cost, run.line.quantity),
    live: run.live ? await ask(deps, stored, run.line) : null,
  };
}

function check(stored: StoredProvider, config: unknown): { config: object } | Pick<DryRunResult, "problems"> {
  try {
    return { config: checkConfiguration(stored.kind, config ?? stored.config) };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "provider.configuration-invalid") throw error;
    return { problems: error.details.fields as DryRunResult["problems"] };
  }
}

async function ask(deps: SupplierDeps, stored: StoredProvider, line: SupplierOrder): Promise<DryRunResult["live"]> {
  const provider = deps.openProvider(stored);
  const [balance, quote] = await Promise.all([provider.balance(), provider.quote(line.service, line.quantity)]);
  return { balance, quote };
}

function overHttp(stored: StoredProvider, config: HttpProviderConfig, run: DryRun) {
  const masks = Object.fromEntries(secretNamesOf("http", config).map((name) => [name, `<${name}>`]));
  const { endpoints, order } = config;
  const sent = requestOf({ config, secrets: masks }, endpoints.submit, { ...run.line });
  const request = { method: sent.method, url: sent.url, headers: sent.headers, body: sent.body ?? null };
  if (run.answer === undefined) return { request, paths: [], reading: null };
  const root = readPath(run.answer, endpoints.submit.root);
  return { request, paths: tryPaths(order, root), reading: readOrder(order, root, stored.currency) };
}

function tryPaths(order: OrderReadingConfig, root: unknown): DryRunResult["paths"] {
  const named: readonly (readonly [string, string | undefined])[] = [
    ["order.externalId", order.externalId],
    ["order.reference", order.reference],
    ["order.status", order.status],
    ["order.delivered", order.delivered],
    ["order.cost.amount", order.cost?.amount],
    ["order.cost.currency", order.cost?.currency],
    ["order.evidence.list", order.evidence?.list],
  ];
  return named.flatMap(([name, path]) =>
    path === undefined ? [] : [{ name, path, found: told(readPath(root, path)) }],
  );
}

/** A value as an operator reads it; null where there is nothing. */
function told(value: unknown): string | null {
  if (value === undefined) return null;
  return (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 120);
}
