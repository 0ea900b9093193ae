import { buttonClasses } from "@smplat/ui/button";
import { Notice } from "@smplat/ui/notice";
import Link from "next/link";
import { getTranslations } from "next-intl/server";

/** Somebody who is signed in already came to the sign-in page: on they go, or they use another account below. */
export async function SignedIn({ email, href }: { email: string; href: string }) {
  const t = await getTranslations("auth.login");
  return (
    <Notice
      tone="success"
      title={t("signedIn", { email })}
      action={
        <Link href={href} className={buttonClasses({ size: "small", variant: "secondary" })}>
          {t("goOn")}
        </Link>
      }
    />
  );
}
