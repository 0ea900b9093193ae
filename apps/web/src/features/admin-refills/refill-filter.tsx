import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";
import { type RefillState, refillStates } from "./refill-filter-state.ts";

/** Which refills are listed, as links: the address keeps the choice. */
export async function RefillFilter({ state }: { state: RefillState | null }) {
  const [t, shop] = await Promise.all([getTranslations("support-admin.refills"), shopContext()]);
  const choices = [null, ...refillStates];
  return (
    <nav aria-label={t("filter")} className="flex flex-wrap gap-1">
      {choices.map((choice) => (
        <Link
          key={choice ?? "all"}
          href={shop.href(choice === null ? "/admin/refills" : `/admin/refills?state=${choice}`)}
          aria-current={choice === state ? "page" : undefined}
          className="tap rounded-md px-2 py-1 text-sm font-semibold text-ink-muted hover:bg-surface-hover hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-accent-ink"
        >
          {choice === null ? t("all") : t(`states.${choice}`)}
        </Link>
      ))}
    </nav>
  );
}
