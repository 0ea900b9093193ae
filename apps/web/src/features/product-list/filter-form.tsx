import { platforms, productCategories } from "@smplat/contracts/vocabulary";
import { Button } from "@smplat/ui/button";
import { SelectField } from "@smplat/ui/select-field";
import { TextField } from "@smplat/ui/text-field";
import { getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";
import { type ListFilters, listSorts } from "./list-filters.ts";

/** A plain GET form: the address is the state, and it works before any script arrives. */
export async function FilterForm({ filters }: { filters: ListFilters }) {
  const [t, shell, catalog, shop] = await Promise.all([
    getTranslations("list"),
    getTranslations("shell.platforms"),
    getTranslations("catalog.categories"),
    shopContext(),
  ]);
  const platformOptions = platforms.map((value) => ({ value, label: shell(value) }));
  const categoryOptions = productCategories.map((value) => ({ value, label: catalog(value) }));
  const price = { type: "number", min: 0, step: 1, inputMode: "numeric", optionalLabel: "", prefix: "€" } as const;
  return (
    <form
      action={shop.href("/products")}
      method="get"
      aria-label={t("filters.label")}
      // A new address is a new form: fields must show what the address says, not what was typed before.
      key={JSON.stringify(filters)}
      className="grid content-start gap-4"
    >
      <TextField
        type="search"
        name="q"
        label={t("filters.search")}
        placeholder={t("filters.searchHint")}
        defaultValue={filters.q}
        maxLength={120}
        optionalLabel=""
      />
      <SelectField
        name="platform"
        label={t("filters.platform")}
        optionalLabel=""
        defaultValue={filters.platform ?? ""}
        options={[{ value: "", label: t("filters.anyPlatform") }, ...platformOptions]}
      />
      <SelectField
        name="category"
        label={t("filters.category")}
        optionalLabel=""
        defaultValue={filters.category ?? ""}
        options={[{ value: "", label: t("filters.anyCategory") }, ...categoryOptions]}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField {...price} name="min" label={t("filters.minimum")} defaultValue={filters.min ?? ""} />
        <TextField {...price} name="max" label={t("filters.maximum")} defaultValue={filters.max ?? ""} />
      </div>
      <SelectField
        name="sort"
        label={t("filters.sort")}
        optionalLabel=""
        defaultValue={filters.sort}
        options={listSorts.map((value) => ({ value, label: t(`sorts.${value}`) }))}
      />
      <Button type="submit" wide>
        {t("filters.apply")}
      </Button>
    </form>
  );
}
