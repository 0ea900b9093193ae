import { Button, buttonClasses } from "@smplat/ui/button";
import { TextField } from "@smplat/ui/text-field";
import Form from "next/form";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";

/** Finds the purchase of a shopper who writes with the reference they were shown. */
export async function ReferenceForm({ reference }: { reference: string | null }) {
  const [t, shop] = await Promise.all([getTranslations("admin-risk.search"), shopContext()]);
  const action = shop.href("/admin/risk");
  return (
    <Form action={action} role="search" aria-label={t("label")} className="flex flex-wrap items-end gap-2">
      <TextField
        type="search"
        name="reference"
        label={t("label")}
        hint={t("hint")}
        defaultValue={reference ?? ""}
        maxLength={64}
        optionalLabel=""
      />
      <Button type="submit" variant="secondary">
        {t("find")}
      </Button>
      {reference === null ? null : (
        <Link href={action} className={buttonClasses({ variant: "quiet" })}>
          {t("clear")}
        </Link>
      )}
    </Form>
  );
}
