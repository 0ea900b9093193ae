import { Skeleton } from "@smplat/ui/skeleton";
import { getTranslations } from "next-intl/server";

export default async function Loading() {
  const t = await getTranslations("admin");
  return <Skeleton label={t("loading")} shape="rows" count={14} />;
}
