import type { ApiContract, ResponseOf } from "@smplat/contracts";
import { buttonClasses } from "@smplat/ui/button";
import { EmptyState } from "@smplat/ui/empty-state";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { currentCart } from "#api/current-cart.ts";
import { api, orNull } from "#api/server-client.ts";
import { billingCountries } from "#components/billing-countries.ts";
import { TrackRecords } from "#components/track-record/track-records.tsx";
import { TrackView } from "#components/track-view.tsx";
import { config } from "#config.ts";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { shopContext } from "#shop-context/shop-context.ts";
import type { FormValues } from "./checkout-fields.ts";
import { CheckoutForm } from "./checkout-form.tsx";

type Profile = ResponseOf<ApiContract["accounts"]["profile"]>;

/** What an account knows already; a guest starts with an empty form. */
function startValues(profile: Profile | null, country: string): FormValues {
  return {
    "contact.email": profile?.email ?? "",
    "contact.name": profile?.name ?? "",
    "billing.address.country": profile?.address?.country ?? country,
    "billing.address.line1": profile?.address?.line1 ?? "",
    "billing.address.line2": profile?.address?.line2 ?? "",
    "billing.address.postalCode": profile?.address?.postalCode ?? "",
    "billing.address.city": profile?.address?.city ?? "",
    "billing.company": profile?.company ?? "",
    "billing.taxId": profile?.taxId ?? "",
  };
}

export async function CheckoutPage() {
  const [t, shop, cart, payment, profile] = await Promise.all([
    getTranslations("checkout"),
    shopContext(),
    currentCart(),
    api().checkout.paymentOptions({}),
    orNull(api().accounts.profile({})),
  ]);
  if (cart === null || cart.lines.length === 0) return <NothingToPay />;
  return (
    <div className="mx-auto grid max-w-page gap-6 px-4 py-8 sm:px-6 lg:py-12">
      <div className="grid gap-2">
        <h1 className="text-2xl">{t("title")}</h1>
        <p className="text-ink-muted">{t("lead")}</p>
      </div>
      <ClientCopy areas={["checkout", "problems"]}>
        <TrackView name="checkout.started" />
        <CheckoutForm
          cart={cart}
          payment={payment}
          countries={billingCountries(shop.locale)}
          start={startValues(profile, shop.country)}
          publicUrl={config.publicUrl}
        />
      </ClientCopy>
      <TrackRecords products={cart.lines.map(({ product }) => product)} />
    </div>
  );
}

async function NothingToPay() {
  const [t, shop] = await Promise.all([getTranslations("checkout"), shopContext()]);
  return (
    <div className="mx-auto grid max-w-page gap-6 px-4 py-8 sm:px-6 lg:py-12">
      <h1 className="text-2xl">{t("title")}</h1>
      <EmptyState
        title={t("empty.title")}
        action={
          <>
            <Link href={shop.href("/products")} className={buttonClasses()}>
              {t("empty.products")}
            </Link>
            <Link href={shop.href("/account/orders")} className={buttonClasses({ variant: "secondary" })}>
              {t("empty.orders")}
            </Link>
          </>
        }
      >
        {t("empty.text")}
      </EmptyState>
    </div>
  );
}
