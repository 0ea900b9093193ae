import type { OrderSupport } from "@smplat/contracts";
import type { LineState } from "@smplat/contracts/vocabulary";
import { Notice } from "@smplat/ui/notice";
import { getFormatter, getTranslations } from "next-intl/server";

interface LinePlanProps {
  delivery: OrderSupport["lines"][number];
  state: LineState | null;
  unit: string;
  /** How many were ordered; a single one has no pace. */
  quantity: number;
}

/** The pace a running delivery is planned at, and honestly when it is late. */
export async function LinePlan({ delivery: { pacing, lateSince, expectedAt }, state, unit, quantity }: LinePlanProps) {
  const [t, format] = await Promise.all([getTranslations("support.line"), getFormatter()]);
  if (pacing === null || (state !== "accepted" && state !== "delivering")) return null;
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "long" });
  return (
    <div className="grid gap-2">
      {quantity < 2 ? null : (
        <p className="figures text-xs text-ink-muted">
          {t("pace", { units: format.number(pacing.unitsPerDay, { maximumFractionDigits: 1 }), unit })}
        </p>
      )}
      {lateSince === null ? null : (
        <Notice tone="warning" title={t("lateTitle")}>
          {expectedAt === null ? t("lateUnknown") : t("lateExpected", { date: day(expectedAt) })}
        </Notice>
      )}
    </div>
  );
}
