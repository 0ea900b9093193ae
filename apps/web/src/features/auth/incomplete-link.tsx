import { Notice } from "@smplat/ui/notice";
import { getTranslations } from "next-intl/server";

/** A link out of a mail that lost its token on the way. */
export async function IncompleteLink() {
  const t = await getTranslations("auth.verify");
  return (
    <Notice tone="warning" title={t("missingTitle")}>
      {t("missingText")}
    </Notice>
  );
}
