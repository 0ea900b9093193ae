import { Card } from "@smplat/ui/card";
import { getTranslations } from "next-intl/server";
import { AccessForm } from "./access-form.tsx";

/** The way back to an order without an account. */
export async function FindOrder() {
  const t = await getTranslations("account.access");
  return (
    <Card as="section" aria-labelledby="find-order" className="grid max-w-prose gap-4">
      <div className="grid gap-1">
        <h2 id="find-order" className="text-xl">
          {t("title")}
        </h2>
        <p className="text-ink-muted">{t("text")}</p>
      </div>
      <AccessForm />
    </Card>
  );
}
