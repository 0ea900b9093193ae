import { Skeleton } from "@smplat/ui/skeleton";
import { getTranslations } from "next-intl/server";
import { AccountLoading } from "#features/account-shell/account-frame.tsx";

export default async function Loading() {
  const t = await getTranslations("account");
  return (
    <AccountLoading>
      <Skeleton label={t("loading")} shape="text" count={2} />
      <Skeleton label={t("loading")} shape="block" height={280} />
    </AccountLoading>
  );
}
