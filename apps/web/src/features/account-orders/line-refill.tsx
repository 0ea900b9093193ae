import type { LineRefills, Refill } from "@smplat/contracts";
import { Notice } from "@smplat/ui/notice";
import type { Tone } from "@smplat/ui/tone";
import { getFormatter, getTranslations } from "next-intl/server";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { RequestRefill } from "./request-refill.tsx";

interface LineRefillProps {
  orderId: string;
  claim: LineRefills;
  unit: string;
}

const tones: Readonly<Record<Refill["state"], Tone>> = {
  requested: "info",
  approved: "info",
  submitted: "info",
  completed: "success",
  declined: "warning",
  failed: "warning",
};

/** What a line's guarantee gives its buyer now: a button, the refill under way, or the reason why neither. */
export async function LineRefill({ orderId, claim, unit }: LineRefillProps) {
  const t = await getTranslations("support.refill");
  if (claim.why === "not-delivered-yet" && claim.refills.length === 0) return null;
  return (
    <section aria-label={t("title")} className="grid gap-3">
      {claim.refills.map((refill) => (
        <RefillNotice key={refill.id} refill={refill} unit={unit} />
      ))}
      {claim.eligible ? <Claim orderId={orderId} claim={claim} unit={unit} /> : null}
      {claim.why === null || claim.why === "already-open" || claim.why === "not-delivered-yet" ? null : (
        <p className="text-sm text-ink-muted">{t(`why.${claim.why}`)}</p>
      )}
    </section>
  );
}

async function Claim({ orderId, claim, unit }: LineRefillProps) {
  const [t, format] = await Promise.all([getTranslations("support.refill"), getFormatter()]);
  const date = claim.windowEndsAt === null ? "" : format.dateTime(new Date(claim.windowEndsAt), { dateStyle: "long" });
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="max-w-prose text-sm">{t("eligible", { missing: format.number(claim.missingUnits), unit, date })}</p>
      <ClientCopy areas={["support"]}>
        <RequestRefill orderId={orderId} lineId={claim.lineId} />
      </ClientCopy>
    </div>
  );
}

async function RefillNotice({ refill, unit }: { refill: Refill; unit: string }) {
  const [t, format] = await Promise.all([getTranslations("support.refill"), getFormatter()]);
  const date = format.dateTime(new Date(refill.requestedAt), { dateStyle: "medium" });
  return (
    <Notice
      tone={tones[refill.state]}
      title={`${t(`states.${refill.state}`)} · ${t("units", { units: format.number(refill.units), unit })}`}
    >
      <span className="grid gap-0.5">
        <span>{t(`text.${refill.state}`)}</span>
        {refill.declineReason === null ? null : <span className="wrap-anywhere">{refill.declineReason}</span>}
        <span className="text-xs text-ink-muted">{t(refill.automatic ? "automatic" : "asked", { date })}</span>
      </span>
    </Notice>
  );
}
