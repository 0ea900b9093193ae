import { getTranslations } from "next-intl/server";
import { currentSession, isStaff } from "#api/current-session.ts";
import { api, orNull } from "#api/server-client.ts";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { shopContext } from "#shop-context/shop-context.ts";
import { AuthFrame } from "./auth-frame.tsx";
import { LoginForm } from "./login-form.tsx";
import { safeNext } from "./safe-next.ts";
import { SignedIn } from "./signed-in.tsx";

export async function LoginPage({ next }: { next: string | undefined }) {
  const [t, shop, session, demo] = await Promise.all([
    getTranslations("auth.login"),
    shopContext(),
    currentSession(),
    orNull(api().auth.demoLogins({})),
  ]);
  const target = safeNext(next);
  const links = {
    forgot: shop.href("/forgot-password"),
    signUp: shop.href("/sign-up"),
    orders: shop.href("/account/orders"),
  };
  return (
    <AuthFrame title={t("title")} lead={target === null ? t("lead") : t("nextHint")}>
      <ClientCopy areas={["auth", "problems"]}>
        {session.user === null ? null : (
          <SignedIn
            email={session.user.email}
            href={shop.href(target ?? (isStaff(session) ? "/admin" : "/account/orders"))}
          />
        )}
        <LoginForm next={target} logins={demo?.logins ?? []} links={links} />
      </ClientCopy>
    </AuthFrame>
  );
}
