import type { Order } from "@smplat/contracts";
import { Disclosure } from "@smplat/ui/disclosure";
import { getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";

/** Who ordered and where the bill goes. */
export async function OrderFacts({ order: { contact, billing } }: { order: Order }) {
  const [t, shop] = await Promise.all([getTranslations("account.order"), shopContext()]);
  const { address } = billing;
  const country = new Intl.DisplayNames(shop.locale, { type: "region" }).of(address.country) ?? address.country;
  const rows = [
    contact.name,
    billing.company,
    address.line1,
    address.line2,
    `${address.postalCode} ${address.city}`,
    country,
    billing.taxId,
    contact.email,
  ].filter((row) => row !== null && row !== undefined && row !== "");
  return (
    <Disclosure summary={t("contact")} className="rounded-lg border px-4">
      <address className="grid text-sm not-italic wrap-anywhere">
        {rows.map((row) => (
          <span key={row}>{row}</span>
        ))}
      </address>
    </Disclosure>
  );
}
