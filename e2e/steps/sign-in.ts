import type { Shop } from "../start-shop.ts";
import type { Visit } from "../visit.ts";

/** Signs in with a login the demo shows on the page. */
export async function signInAs({ page, t, heading }: Visit, shop: Shop, label: "Admin" | "Operator" | "Customer") {
  const login = shop.logins.find((known) => known.label === label);
  if (login === undefined) throw new Error(`The demo has no login ${label}`);
  await heading(t("auth.login.title"));
  await page.getByRole("button", { name: t("auth.demo.use", { label }) }).click();
  await page.getByRole("button", { name: t("auth.login.submit"), exact: true }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/login"));
  return login;
}
