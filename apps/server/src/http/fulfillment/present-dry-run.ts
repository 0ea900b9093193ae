import type { DryRunResult } from "@smplat/contracts";
import type { DryRunResult as CoreResult } from "@smplat/core";

/** What a dry run found. Secrets were masked before it got here. */
export function presentDryRun(result: CoreResult): DryRunResult {
  const { request, reading, live } = result;
  return {
    problems: result.problems.map(({ path, message }) => ({ path, message })),
    request:
      request === null
        ? null
        : {
            method: request.method,
            url: request.url,
            headers: Object.entries(request.headers).map(([name, value]) => ({ name, value })),
            body: request.body,
          },
    missingSecrets: [...result.missingSecrets],
    paths: result.paths.map(({ name, path, found }) => ({ name, path, found })),
    reading:
      reading === null
        ? null
        : {
            externalId: reading.externalId,
            reference: reading.reference,
            status: reading.status,
            delivered: reading.delivered,
            cost: reading.cost === null ? null : { ...reading.cost },
            evidence: reading.evidence.length,
          },
    costMinor: result.costMinor,
    live: live === null ? null : { balance: toldBalance(live.balance), quote: toldQuote(live.quote) },
  };
}

type Live = NonNullable<CoreResult["live"]>;

const toldBalance = (balance: Live["balance"]) =>
  balance.kind === "known"
    ? { ok: true, told: `${amount(balance.amountMinor)} ${balance.currency}` }
    : { ok: false, told: balance.reason };

const toldQuote = (quote: Live["quote"]) =>
  quote.kind === "quoted"
    ? { ok: true, told: `${amount(quote.amountMinor)} ${quote.currency}` }
    : { ok: false, told: quote.reason };

const amount = (minor: number): string => (minor / 100).toFixed(2);
