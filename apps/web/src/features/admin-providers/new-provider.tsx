import { Breadcrumbs } from "@smplat/ui/breadcrumbs";
import { EmptyState } from "@smplat/ui/empty-state";
import { getTranslations } from "next-intl/server";
import { currentSession } from "#api/current-session.ts";
import { AdminTitle } from "#components/admin-title.tsx";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { shopContext } from "#shop-context/shop-context.ts";
import { NewProviderForm } from "./new-provider-form.tsx";

/** Where an admin adds a supplier; it begins paused. */
export async function NewProvider() {
  const [t, shop, session] = await Promise.all([getTranslations("providers"), shopContext(), currentSession()]);
  const list = shop.href("/admin/fulfillment/providers");
  if (session.role !== "admin") return <EmptyState title={t("add.adminsOnly")}>{t("add.adminsOnlyText")}</EmptyState>;
  return (
    <ClientCopy areas={["admin", "providers"]}>
      <div className="grid max-w-3xl gap-4">
        <Breadcrumbs
          label={t("title")}
          trail={[
            { href: list, label: t("title") },
            { href: `${list}/new`, label: t("add.title") },
          ]}
        />
        <AdminTitle title={t("add.title")} />
        <p className="max-w-prose text-sm text-ink-muted">{t("add.lead")}</p>
        <NewProviderForm listHref={list} />
      </div>
    </ClientCopy>
  );
}
