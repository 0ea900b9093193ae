import type { Placement } from "@smplat/contracts";
import { Icon } from "@smplat/ui/icon";
import { StatusPill } from "@smplat/ui/status-pill";
import { getFormatter, getTranslations } from "next-intl/server";
import { placementTones } from "#components/placement-tones.ts";

const webAddress = /^https?:\/\//;
const shownAtOnce = 4;

/** Our own looks at what was placed: whether each placement is still there, and when we looked. */
export async function LinePlacements({ placements }: { placements: readonly Placement[] }) {
  const t = await getTranslations("placements");
  if (placements.length === 0) return null;
  // What is wrong must not hide behind what is right.
  const sorted = placements.toSorted((a, b) => Number(isFine(a)) - Number(isFine(b)));
  const rest = sorted.slice(shownAtOnce);
  const item = (placement: Placement) => <PlacementItem key={placement.id} placement={placement} />;
  return (
    <section aria-label={t("title")} className="grid gap-2 text-sm">
      <h4 className="font-semibold">{t("title")}</h4>
      <p className="text-xs text-ink-muted">{t("lead")}</p>
      <ul className="grid gap-3">{sorted.slice(0, shownAtOnce).map(item)}</ul>
      {rest.length === 0 ? null : (
        <details className="group">
          <summary className="flex w-fit cursor-pointer items-center gap-1 rounded-sm text-ink-muted hover:text-ink">
            <Icon name="chevron-right" className="transition-transform group-open:rotate-90" />
            {t("more", { count: rest.length })}
          </summary>
          <ul className="mt-2 grid gap-3">{rest.map(item)}</ul>
        </details>
      )}
    </section>
  );
}

const isFine = ({ standing }: Placement): boolean => standing === "reachable" || standing === "not-checked";

async function PlacementItem({ placement }: { placement: Placement }) {
  const t = await getTranslations("placements");
  const name = placement.title.trim() === "" ? t("unnamed") : placement.title;
  return (
    <li className="grid gap-1 border-t border-line pt-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        {webAddress.test(placement.address) ? (
          <a
            href={placement.address}
            target="_blank"
            rel="noopener noreferrer"
            className="min-w-0 font-semibold text-accent-ink underline-offset-4 wrap-anywhere hover:underline"
          >
            {name}
          </a>
        ) : (
          <span className="min-w-0 wrap-anywhere">{name}</span>
        )}
        <StatusPill tone={placementTones[placement.standing]}>{t(`standings.${placement.standing}`)}</StatusPill>
      </div>
      <PlacementWords placement={placement} />
      <Looks placement={placement} />
    </li>
  );
}

async function PlacementWords({ placement }: { placement: Placement }) {
  const [t, format] = await Promise.all([getTranslations("placements"), getFormatter()]);
  const { standing, seenAt, goneSince, lastLookAt, nextLookAt } = placement;
  const moment = (at: string | null) =>
    at === null ? "" : format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <p className="text-xs text-ink-muted">
      {t(`texts.${standing}`, { at: moment(lastLookAt), since: moment(goneSince) })}
      {standing === "reachable" || seenAt === null ? null : ` ${t("seen", { at: moment(seenAt) })}`}
      {standing === "withdrawn"
        ? null
        : ` ${nextLookAt === null ? t("noNext") : t("next", { at: moment(nextLookAt) })}`}
    </p>
  );
}

async function Looks({ placement: { looks, lookCount } }: { placement: Placement }) {
  const [t, format] = await Promise.all([getTranslations("placements"), getFormatter()]);
  if (looks.length === 0) return null;
  return (
    <details className="group text-xs">
      <summary className="flex w-fit cursor-pointer items-center gap-1 rounded-sm text-ink-muted hover:text-ink pointer-coarse:min-h-11">
        <Icon name="chevron-right" className="transition-transform group-open:rotate-90" />
        {t("looks", { count: lookCount })}
      </summary>
      <ul className="figures mt-1 grid gap-0.5 ps-5">
        {looks.map(({ at, verdict }) => (
          <li key={at} className={verdict === "gone" ? "text-critical-ink" : undefined}>
            {format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}
            {": "}
            {t(`verdicts.${verdict}`)}
          </li>
        ))}
      </ul>
      {lookCount > looks.length ? (
        <p className="mt-1 ps-5 text-ink-muted">{t("newest", { count: looks.length })}</p>
      ) : null}
    </details>
  );
}
