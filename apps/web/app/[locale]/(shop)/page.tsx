import { getTranslations } from "next-intl/server";

export default async function HomePage() {
  const t = await getTranslations("shell");
  return <h1 className="mx-auto max-w-page px-4 py-16 text-3xl">{t("title")}</h1>;
}
