import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignUpPage } from "#features/auth/auth-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signUp");
  return { title: t("title"), robots: { index: false } };
}

export default function SignUpPageRoute() {
  return <SignUpPage />;
}
