import type { InspectedPlacement, InspectedPlacements } from "@smplat/contracts";
import { Card } from "@smplat/ui/card";
import { DataTable } from "@smplat/ui/data-table";
import { Notice } from "@smplat/ui/notice";
import { StatusPill } from "@smplat/ui/status-pill";
import { getFormatter, getTranslations } from "next-intl/server";
import { lookTones, placementTones } from "#components/placement-tones.ts";

const webAddress = /^https?:\/\//;

/** Every look at the public addresses of an order's placements, as it went. Null when they could not be read. */
export async function PlacementInspector({ placements }: { placements: InspectedPlacements | null }) {
  const t = await getTranslations("placements.inspector");
  return (
    <Card as="section" aria-labelledby="placements" className="grid min-w-0 gap-5">
      <header className="grid gap-0.5">
        <h2 id="placements" className="text-lg">
          {t("title")}
        </h2>
        <p className="text-sm text-ink-muted">{t("lead")}</p>
      </header>
      {placements === null ? <Notice title={t("missing")} /> : null}
      {placements?.items.length === 0 ? <p className="text-sm text-ink-muted">{t("empty")}</p> : null}
      {placements?.items.map((placement) => (
        <PlacementLooks key={placement.id} placement={placement} />
      ))}
    </Card>
  );
}

async function PlacementLooks({ placement }: { placement: InspectedPlacement }) {
  const [t, words] = await Promise.all([getTranslations("placements"), getTranslations("placements.inspector")]);
  const { address, standing } = placement;
  return (
    <section aria-label={address} className="grid min-w-0 gap-2">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="min-w-0 font-mono text-sm wrap-anywhere">
          {webAddress.test(address) ? (
            <a
              href={address}
              target="_blank"
              rel="noopener noreferrer"
              className="text-accent-ink underline-offset-4 hover:underline"
            >
              {address}
            </a>
          ) : (
            address
          )}
        </h3>
        <StatusPill tone={placementTones[standing]}>{t(`standings.${standing}`)}</StatusPill>
      </div>
      <PlacementFacts placement={placement} />
      {placement.looks.length === 0 ? (
        <p className="text-sm text-ink-muted">{words("noLooks")}</p>
      ) : (
        <LookTable placement={placement} />
      )}
    </section>
  );
}

async function PlacementFacts({ placement }: { placement: InspectedPlacement }) {
  const [t, words, format] = await Promise.all([
    getTranslations("placements"),
    getTranslations("placements.inspector"),
    getFormatter(),
  ]);
  const moment = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  const { watchedFrom, guaranteeEndsAt, doubtSince, goneSince, seenAt, unanswered, nextLookAt, lookCount } = placement;
  const whyNoNext = placement.standing === "withdrawn" ? t("texts.withdrawn", { at: "", since: "" }) : t("noNext");
  const facts = [
    words("watched", { from: moment(watchedFrom), to: moment(guaranteeEndsAt) }),
    seenAt === null ? null : t("seen", { at: moment(seenAt) }),
    goneSince === null ? null : t("texts.not-reachable", { at: "", since: moment(goneSince) }),
    doubtSince === null ? null : words("doubt", { at: moment(doubtSince) }),
    unanswered === 0 ? null : words("unanswered", { count: unanswered }),
    nextLookAt === null ? whyNoNext : t("next", { at: moment(nextLookAt) }),
    lookCount > placement.looks.length ? t("newest", { count: placement.looks.length }) : null,
  ];
  return <p className="figures text-xs text-ink-muted">{facts.filter((fact) => fact !== null).join(" ")}</p>;
}

async function LookTable({ placement: { address, looks } }: { placement: InspectedPlacement }) {
  const [t, words, format] = await Promise.all([
    getTranslations("placements"),
    getTranslations("placements.inspector"),
    getFormatter(),
  ]);
  return (
    <DataTable
      caption={`${words("title")}: ${address}`}
      captionHidden
      rows={looks}
      rowKey={({ number }) => String(number)}
      columns={[
        { id: "number", header: words("number"), figures: true, cell: ({ number }) => format.number(number) },
        {
          id: "at",
          header: words("at"),
          figures: true,
          cell: ({ at }) => format.dateTime(new Date(at), { dateStyle: "short", timeStyle: "medium" }),
        },
        {
          id: "verdict",
          header: words("verdict"),
          cell: ({ verdict }) => <StatusPill tone={lookTones[verdict]}>{t(`verdicts.${verdict}`)}</StatusPill>,
        },
        { id: "status", header: words("status"), figures: true, cell: ({ status }) => status ?? "–" },
        { id: "reason", header: words("reason"), cell: ({ reason }) => words(`reasons.${reason}`) },
        {
          id: "answeredBy",
          header: words("answeredBy"),
          cell: ({ answeredBy }) => <span className="block max-w-72 wrap-anywhere">{answeredBy ?? "–"}</span>,
        },
        {
          id: "latency",
          header: words("latency"),
          figures: true,
          cell: ({ latencyMs }) => words("milliseconds", { count: format.number(latencyMs) }),
        },
      ]}
    />
  );
}
