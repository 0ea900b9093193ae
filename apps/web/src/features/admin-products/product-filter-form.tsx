import { productStates } from "@smplat/contracts/vocabulary";
import { Button, buttonClasses } from "@smplat/ui/button";
import { SelectField } from "@smplat/ui/select-field";
import { TextField } from "@smplat/ui/text-field";
import Form from "next/form";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";
import type { ProductFilters } from "./product-filters.ts";

export async function ProductFilterForm({ filters }: { filters: ProductFilters }) {
  const [t, shop] = await Promise.all([getTranslations("admin.products"), shopContext()]);
  const action = shop.href("/admin/products");
  return (
    <Form action={action} aria-label={t("filters")} className="flex flex-wrap items-end gap-2">
      <TextField
        type="search"
        name="q"
        label={t("search")}
        placeholder={t("searchHint")}
        defaultValue={filters.q}
        maxLength={120}
        optionalLabel=""
      />
      <SelectField
        name="state"
        label={t("state")}
        optionalLabel=""
        defaultValue={filters.state ?? ""}
        options={[
          { value: "", label: t("anyState") },
          ...productStates.map((value) => ({ value, label: t(`states.${value}`) })),
        ]}
      />
      <Button type="submit" variant="secondary">
        {t("apply")}
      </Button>
      {filters.q === "" && filters.state === null ? null : (
        <Link href={action} className={buttonClasses({ variant: "quiet" })}>
          {t("clear")}
        </Link>
      )}
    </Form>
  );
}
