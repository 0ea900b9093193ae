import { orderStates, platforms } from "@smplat/contracts/vocabulary";
import { Button, buttonClasses } from "@smplat/ui/button";
import { SelectField } from "@smplat/ui/select-field";
import { TextField } from "@smplat/ui/text-field";
import Form from "next/form";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";
import { isFiltered, type OrderFilters } from "./order-filters.ts";

/** A form whose address is its state. */
export async function OrderFilterForm({ filters }: { filters: OrderFilters }) {
  const [t, states, names, shop] = await Promise.all([
    getTranslations("admin.orders"),
    getTranslations("admin.states"),
    getTranslations("shell.platforms"),
    shopContext(),
  ]);
  const action = shop.href("/admin/orders");
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
          ...orderStates.map((value) => ({ value, label: states(value) })),
        ]}
      />
      <SelectField
        name="on"
        label={t("platform")}
        optionalLabel=""
        defaultValue={filters.platform ?? ""}
        options={[
          { value: "", label: t("anyPlatform") },
          ...platforms.map((value) => ({ value, label: names(value) })),
        ]}
      />
      <Button type="submit" variant="secondary">
        {t("apply")}
      </Button>
      {isFiltered(filters) ? (
        <Link href={action} className={buttonClasses({ variant: "quiet" })}>
          {t("clear")}
        </Link>
      ) : null}
    </Form>
  );
}
