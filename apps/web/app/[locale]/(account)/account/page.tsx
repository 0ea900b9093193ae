import { redirect } from "next/navigation";
import { shopContext } from "#shop-context/shop-context.ts";

export default async function AccountRoute() {
  const { href } = await shopContext();
  redirect(href("/account/orders"));
}
