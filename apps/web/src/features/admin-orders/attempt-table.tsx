import type { OperatorOrder } from "@smplat/contracts";
import { Amount } from "@smplat/ui/amount";
import { DataTable } from "@smplat/ui/data-table";
import { StatusPill } from "@smplat/ui/status-pill";
import type { Tone } from "@smplat/ui/tone";
import { getFormatter, getTranslations } from "next-intl/server";
import type { Messages } from "#i18n/messages.ts";
import { shopContext } from "#shop-context/shop-context.ts";
import { Panel } from "./panel.tsx";

type Attempt = OperatorOrder["attempts"][number];

type AttemptState = keyof Messages["admin"]["order"]["attempt"]["states"];

const attemptTones: Readonly<Record<AttemptState, Tone>> = {
  submitting: "info",
  accepted: "info",
  completed: "success",
  ambiguous: "warning",
  refused: "critical",
  not_sent: "warning",
  canceled: "neutral",
};

const isAttemptState = (state: string): state is AttemptState => Object.hasOwn(attemptTones, state);

/** Every submit to a supplier, with both sides' names for it. */
export async function AttemptTable({ detail: { attempts, order } }: { detail: OperatorOrder }) {
  const [t, unknown, shop, format] = await Promise.all([
    getTranslations("admin.order"),
    getTranslations("admin"),
    shopContext(),
    getFormatter(),
  ]);
  const moment = (at: string | null) =>
    at === null ? null : format.dateTime(new Date(at), { dateStyle: "short", timeStyle: "short" });
  const titles = new Map(order.lines.map(({ id, product }) => [id, product.title]));
  const code = (text: string | null) =>
    text === null ? null : <code className="font-mono text-xs whitespace-nowrap">{text}</code>;
  const cost = ({ cost: amount }: Attempt) =>
    amount === null ? (
      unknown("unknown")
    ) : (
      <Amount amountMinor={amount.amountMinor} currency={amount.currency} locale={shop.locale} />
    );
  return (
    <Panel id="attempts" title={t("attempts")}>
      <DataTable
        caption={t("attempts")}
        captionHidden
        rows={attempts}
        rowKey={({ id }) => id}
        empty={<p className="text-ink-muted">{t("attemptsNone")}</p>}
        columns={[
          {
            id: "provider",
            header: t("attempt.provider"),
            cell: ({ provider, service, lineId }) => (
              <span className="grid min-w-32">
                <span className="font-semibold">{provider.name}</span>
                {code(service)}
                <span className="text-xs text-ink-muted">{titles.get(lineId)}</span>
              </span>
            ),
          },
          {
            id: "state",
            header: t("attempt.state"),
            cell: ({ state, lastError, laterLookError }) => (
              <span className="grid justify-items-start">
                {isAttemptState(state) ? (
                  <StatusPill tone={attemptTones[state]}>{t(`attempt.states.${state}`)}</StatusPill>
                ) : (
                  <span>{state}</span>
                )}
                {lastError === null ? null : <span className="max-w-64 text-xs text-critical-ink">{lastError}</span>}
                {laterLookError === null ? null : (
                  <span className="max-w-64 text-xs text-ink-muted">
                    {t("attempt.laterLook", { reason: laterLookError })}
                  </span>
                )}
              </span>
            ),
          },
          {
            id: "reference",
            header: t("attempt.reference"),
            cell: ({ reference, externalId }) => (
              <span className="grid">
                {code(reference)}
                {externalId === null ? null : <span className="text-ink-muted">{code(externalId)}</span>}
              </span>
            ),
          },
          { id: "cost", header: t("attempt.cost"), figures: true, cell: cost },
          { id: "submitted", header: t("attempt.submitted"), figures: true, cell: (row) => moment(row.submittedAt) },
          { id: "checked", header: t("attempt.checked"), figures: true, cell: (row) => moment(row.lastCheckedAt) },
        ]}
      />
    </Panel>
  );
}
