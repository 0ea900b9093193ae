import type { Locale } from "@smplat/contracts/vocabulary";
import type { Tx } from "#infrastructure/database";
import type { OrderWithLines } from "#modules/orders";
import type { MailDeps } from "./mail-deps.ts";

/** An address in the shop, in the reader's language; English has no prefix. */
export function shopLink(
  deps: Pick<MailDeps, "publicUrl">,
  locale: Locale,
  path: string,
  query: Readonly<Record<string, string>> = {},
): string {
  const url = new URL(`${deps.publicUrl}${locale === "en" ? "" : `/${locale}`}${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/**
 * The page of an order. For a guest's order it carries a token that opens it once within 15 minutes; who has an
 * account signs in.
 */
export async function orderLink(deps: MailDeps, tx: Tx, order: OrderWithLines): Promise<string> {
  const path = `/account/orders/${order.id}`;
  if (!order.ownerId.startsWith("gst_")) return shopLink(deps, order.locale, path);
  const { email } = order.contact;
  const access = await deps.customers.createAccessLink(tx, { email, ownerId: order.ownerId, orderId: order.id });
  return shopLink(deps, order.locale, path, { access });
}
