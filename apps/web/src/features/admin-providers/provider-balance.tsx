import type { Provider } from "@smplat/contracts";
import { Amount } from "@smplat/ui/amount";
import { Sparkline } from "@smplat/ui/sparkline";
import { getFormatter, getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";
import { BalanceForecast } from "./balance-forecast.tsx";
import { hoursText } from "./hours-text.ts";
import { Section } from "./section.tsx";

interface ProviderBalanceProps {
  balance: Provider["balance"];
  /** Whether the supplier tells its balance at all. */
  promised: boolean;
}

/** What is left of our credit, how fast it goes, and when it ends. */
export async function ProviderBalance({ balance, promised }: ProviderBalanceProps) {
  const [t, shop, format] = await Promise.all([getTranslations("providers"), shopContext(), getFormatter()]);
  if (balance === null || balance.amount === null) {
    return (
      <Section id="balance" title={t("balance.title")}>
        <p className="text-sm text-ink-muted">{promised ? t("balance.notYet") : t("balance.never")}</p>
        {balance?.trouble == null ? null : <p className="text-sm text-critical-ink">{balance.trouble}</p>}
      </Section>
    );
  }
  const { amount, burnPerDayMinor, windowHours, sampleSize, history, trouble } = balance;
  const money = (amountMinor: number) => (
    <Amount amountMinor={amountMinor} currency={amount.currency} locale={shop.locale} />
  );
  return (
    <Section id="balance" title={t("balance.title")}>
      <div className="grid gap-2 rounded-md border border-line bg-surface p-3">
        <p className="figures text-2xl font-semibold">{money(amount.amountMinor)}</p>
        <p className="text-sm">
          <BalanceForecast balance={balance} />
        </p>
        {burnPerDayMinor === null ? null : (
          <p className="text-sm text-ink-muted">
            {t("balance.burn")} {money(burnPerDayMinor)}
            <span className="block text-xs">
              {t("balance.sample", { count: sampleSize, time: hoursText(windowHours, shop.locale) })}
            </span>
          </p>
        )}
        {history.length < 2 ? null : (
          <Sparkline
            label={t("balance.history", { count: history.length })}
            values={history.map((at) => at.amountMinor)}
          />
        )}
        <p className="text-xs text-ink-muted">
          {t("balance.readAt", {
            time: format.dateTime(new Date(balance.readAt), { dateStyle: "short", timeStyle: "short" }),
          })}
        </p>
        {trouble === null ? null : <p className="text-sm text-critical-ink wrap-anywhere">{trouble}</p>}
      </div>
    </Section>
  );
}
