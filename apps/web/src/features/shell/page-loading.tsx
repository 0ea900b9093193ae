import { Skeleton } from "@smplat/ui/skeleton";
import { getTranslations } from "next-intl/server";

/** The shape of a page that is on its way. Only for pages that need scripts anyway: without them it would stay. */
export async function PageLoading() {
  const t = await getTranslations("shell");
  return (
    <div className="mx-auto grid max-w-page gap-8 px-4 py-10 sm:px-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <Skeleton label={t("loading")} shape="text" count={8} />
    </div>
  );
}
