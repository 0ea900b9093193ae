import { redirect } from "next/navigation";
import { shopContext } from "#shop-context/shop-context.ts";

export default async function AdminRoute() {
  const { href } = await shopContext();
  redirect(href("/admin/orders"));
}
