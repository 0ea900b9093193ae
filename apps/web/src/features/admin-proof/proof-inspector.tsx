import type { ProofErasure } from "@smplat/contracts";
import { Breadcrumbs } from "@smplat/ui/breadcrumbs";
import { buttonClasses } from "@smplat/ui/button";
import { EmptyState } from "@smplat/ui/empty-state";
import { Notice } from "@smplat/ui/notice";
import { getFormatter, getTranslations } from "next-intl/server";
import { currentSession } from "#api/current-session.ts";
import { AdminTitle } from "#components/admin-title.tsx";
import { fingerprint } from "#components/fingerprint.ts";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { currentLocale } from "#i18n/current-locale.ts";
import { shopContext } from "#shop-context/shop-context.ts";
import { EraseValues } from "./erase-values.tsx";
import { LineInspectionCard } from "./line-inspection-card.tsx";
import { LiveInspection } from "./live-inspection.tsx";
import { loadInspection, loadPlacements } from "./load-inspection.ts";
import { PlacementInspector } from "./placement-inspector.tsx";

/** What an order's proof rests on, line by line. */
export async function ProofInspector({ orderId }: { orderId: string }) {
  const locale = await currentLocale();
  const [t, shop, format, session, inspection, placements] = await Promise.all([
    getTranslations("admin-proof"),
    shopContext(),
    getFormatter(),
    currentSession(),
    loadInspection(orderId, locale),
    loadPlacements(orderId),
  ]);
  if (inspection === null) return <EmptyState title={t("missingTitle")}>{t("missingText")}</EmptyState>;
  const time = format.dateTime(new Date(inspection.inspectedAt), { dateStyle: "medium", timeStyle: "medium" });
  return (
    <ClientCopy areas={["admin", "admin-proof", "problems", "shell"]}>
      <div className="grid gap-5">
        <div className="grid gap-1">
          <Breadcrumbs
            label={t("orders")}
            trail={[
              { href: shop.href("/admin/orders"), label: t("orders") },
              { href: shop.href(`/admin/orders/${orderId}`), label: t("order") },
              { href: shop.href(`/admin/orders/${orderId}/proof`), label: t("title") },
            ]}
          />
          <AdminTitle title={t("title")}>
            <LiveInspection
              orderId={orderId}
              seen={fingerprint([inspection.lines, placements])}
              drawnAtMs={Date.now()}
            />
          </AdminTitle>
          <p className="text-sm text-ink-muted">{t("lead")}</p>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p className="figures text-xs text-ink-muted">{t("asOf", { time })}</p>
            <a
              href="/api/v1/admin/delivery-proof/metrics/export"
              download
              className={buttonClasses({ variant: "secondary", size: "small" })}
            >
              {t("export")}
            </a>
            {session.role === "admin" && inspection.erasure === null && inspection.lines.length > 0 ? (
              <EraseValues orderId={orderId} />
            ) : null}
          </div>
        </div>
        {inspection.erasure === null ? null : <Erased erasure={inspection.erasure} />}
        {inspection.lines.length === 0 ? <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState> : null}
        {inspection.lines.map((line) => (
          <LineInspectionCard key={line.lineId} orderId={orderId} line={line} />
        ))}
        {inspection.lines.length === 0 ? null : <PlacementInspector placements={placements} />}
      </div>
    </ClientCopy>
  );
}

async function Erased({ erasure: { at, by, erased, reason } }: { erasure: ProofErasure }) {
  const [t, format] = await Promise.all([getTranslations("admin-proof"), getFormatter()]);
  const when = format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <Notice title={t("erase.doneTitle")} remedy={t("erase.doneText", { count: erased, at: when, who: by, reason })} />
  );
}
