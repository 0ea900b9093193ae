"use client";

import { Badge } from "@smplat/ui/badge";
import { ChoiceGroup } from "@smplat/ui/choice-group";
import type { ReactNode } from "react";
import { useCopy } from "#i18n/copy.tsx";
import type { ConfigurableProduct, Configuration } from "./configuration.ts";
import type { PriceLabels } from "./price-labels.ts";

interface ChoicesProps {
  product: ConfigurableProduct;
  configuration: Configuration;
  labels: PriceLabels;
  onChange: (part: Partial<Configuration>) => void;
}

/** Adds or takes away one key, keeping the order in which the product names them. */
function toggled(keys: readonly string[], key: string, on: boolean): readonly string[] {
  return on ? [...keys, key] : keys.filter((other) => other !== key);
}

function Named({ name, recommended }: { name: string; recommended: boolean }): ReactNode {
  const t = useCopy("product");
  if (!recommended) return name;
  return (
    <>
      {name} <Badge tone="accent">{t("options.recommended")}</Badge>
    </>
  );
}

/** Options, extras and plans: everything chosen by picking. */
export function Choices(props: ChoicesProps) {
  const t = useCopy("product");
  const { product } = props;
  return (
    <>
      {product.optionGroups.length > 0 ? (
        <section aria-labelledby="options-title" className="grid gap-5">
          <h2 id="options-title" className="text-xl">
            {t("options.title")}
          </h2>
          {product.optionGroups.map((group) => (
            <OptionGroup key={group.key} {...props} group={group} />
          ))}
        </section>
      ) : null}
      {product.addOns.length > 0 ? <AddOns {...props} /> : null}
      {product.plans.length > 1 ? <Plans {...props} /> : null}
    </>
  );
}

function OptionGroup(props: ChoicesProps & { group: ConfigurableProduct["optionGroups"][number] }) {
  const { group, configuration, labels, onChange } = props;
  const t = useCopy("product");
  const chosen = configuration.options[group.key] ?? [];
  const set = (keys: readonly string[]) => onChange({ options: { ...configuration.options, [group.key]: keys } });
  const optionalSingle = group.kind === "single" && !group.required;
  const choices = group.options.map((option) => ({
    value: option.key,
    label: <Named name={option.name} recommended={option.recommended} />,
    description: option.description === "" ? undefined : option.description,
    aside: labels[`option:${group.key}:${option.key}`],
  }));
  return (
    <ChoiceGroup
      name={`option-${group.key}`}
      legend={group.name}
      hint={group.description === "" ? undefined : group.description}
      pick={group.kind === "single" ? "one" : "many"}
      columns={2}
      chosen={optionalSingle && chosen.length === 0 ? [""] : chosen}
      choices={optionalSingle ? [{ value: "", label: t("options.none") }, ...choices] : choices}
      onChoose={({ target }) => {
        if (group.kind === "multiple") set(toggled(chosen, target.value, target.checked));
        else set(target.value === "" ? [] : [target.value]);
      }}
    />
  );
}

function AddOns({ product, configuration, labels, onChange }: ChoicesProps) {
  const t = useCopy("product");
  return (
    <ChoiceGroup
      name="add-ons"
      legend={<span className="display text-xl">{t("addOns.title")}</span>}
      hint={t("addOns.hint")}
      pick="many"
      columns={2}
      chosen={configuration.addOns}
      choices={product.addOns.map((addOn) => ({
        value: addOn.key,
        label: <Named name={addOn.name} recommended={addOn.recommended} />,
        description: addOn.description === "" ? undefined : addOn.description,
        aside: labels[`add-on:${addOn.key}`],
      }))}
      onChoose={({ target }) => onChange({ addOns: toggled(configuration.addOns, target.value, target.checked) })}
    />
  );
}

function Plans({ product, configuration, labels, onChange }: ChoicesProps) {
  const t = useCopy("product");
  return (
    <ChoiceGroup
      name="plan"
      legend={<span className="display text-xl">{t("plans.title")}</span>}
      columns={2}
      chosen={configuration.plan === null ? [] : [configuration.plan]}
      choices={product.plans.map((plan) => ({
        value: plan.key,
        label: plan.name,
        description: plan.description === "" ? undefined : plan.description,
        aside: labels[`plan:${plan.key}`],
      }))}
      onChoose={({ target }) => onChange({ plan: target.value })}
    />
  );
}
