"use client";

import type { Money } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { SelectField } from "@smplat/ui/select-field";
import { formatMoney } from "#components/money.ts";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { NumberField } from "./number-field.tsx";
import { type CostDraft, nextTier, type Row, replaceRow, type Tier } from "./service-draft.ts";
import type { ErrorAt } from "./use-faults.ts";

interface CostFieldsProps {
  errorAt: ErrorAt;
  cost: CostDraft;
  currency: Money["currency"];
  onChange: (cost: CostDraft) => void;
}

const models = ["flat", "per_unit", "tiered"] as const;

/** What a supplier charges: once, per so many units, or by tiers. */
export function CostFields({ cost, currency, errorAt, onChange }: CostFieldsProps) {
  const t = useCopy("providers");
  const tiersError = errorAt("cost.tiers");
  const tierChanged = (row: Row<Tier>, value: Tier) =>
    onChange({ ...cost, tiers: replaceRow(cost.tiers, row.key, value) });
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-2 text-sm font-semibold">{t("services.cost")}</legend>
      <SelectField
        label={t("editor.model")}
        value={cost.model}
        options={models.map((value) => ({ value, label: t(`editor.models.${value}`) }))}
        onChange={({ target }) =>
          onChange({ ...cost, model: models.find((model) => model === target.value) ?? cost.model })
        }
      />
      {cost.model === "tiered" ? (
        <>
          {cost.tiers.map((row, index) => (
            <TierFields
              key={row.key}
              tier={row.value}
              currency={currency}
              errorAt={(field) => errorAt(`cost.tiers.${index}.${field}`)}
              onChange={(value) => tierChanged(row, value)}
              onRemove={
                cost.tiers.length === 1
                  ? null
                  : () => onChange({ ...cost, tiers: cost.tiers.filter((other) => other.key !== row.key) })
              }
            />
          ))}
          {tiersError === undefined ? null : <p className="text-sm text-critical-ink">{tiersError}</p>}
          <div>
            <Button
              size="small"
              variant="secondary"
              onClick={() => onChange({ ...cost, tiers: [...cost.tiers, nextTier(cost.tiers)] })}
            >
              {t("editor.addTier")}
            </Button>
          </div>
        </>
      ) : (
        <div className="grid grid-cols-2 gap-3">
          <AmountField
            amountMinor={cost.amountMinor}
            currency={currency}
            error={errorAt("cost.amountMinor")}
            onNumber={(amountMinor) => onChange({ ...cost, amountMinor })}
          />
          {cost.model === "flat" ? null : (
            <NumberField
              label={t("editor.perUnits")}
              error={errorAt("cost.perUnits")}
              min={1}
              value={cost.perUnits}
              onNumber={(perUnits) => onChange({ ...cost, perUnits })}
            />
          )}
        </div>
      )}
    </fieldset>
  );
}

interface TierFieldsProps {
  tier: Tier;
  errorAt: ErrorAt;
  currency: Money["currency"];
  onChange: (tier: Tier) => void;
  onRemove: (() => void) | null;
}

function TierFields({ tier, currency, errorAt, onChange, onRemove }: TierFieldsProps) {
  const t = useCopy("providers");
  return (
    <fieldset
      aria-label={t("editor.tier", { from: tier.fromUnits })}
      className="grid grid-cols-2 gap-3 rounded-md border border-line p-3 sm:grid-cols-3"
    >
      <NumberField
        label={t("editor.fromUnits")}
        error={errorAt("fromUnits")}
        min={0}
        value={tier.fromUnits}
        onNumber={(fromUnits) => onChange({ ...tier, fromUnits })}
      />
      <AmountField
        amountMinor={tier.amountMinor}
        currency={currency}
        error={errorAt("amountMinor")}
        onNumber={(amountMinor) => onChange({ ...tier, amountMinor })}
      />
      <NumberField
        label={t("editor.perUnits")}
        error={errorAt("perUnits")}
        min={1}
        value={tier.perUnits}
        onNumber={(perUnits) => onChange({ ...tier, perUnits })}
      />
      {onRemove === null ? null : (
        <div>
          <Button size="small" variant="quiet" onClick={onRemove}>
            {t("editor.removeTier")}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

interface AmountFieldProps extends Money {
  error: string | undefined;
  onNumber: (amountMinor: number) => void;
}

/** Minor units, with the amount in words beneath the label: nothing is rounded here. */
function AmountField({ amountMinor, currency, error, onNumber }: AmountFieldProps) {
  const t = useCopy("providers");
  const locale = useLocale();
  const words = Number.isNaN(amountMinor) ? "" : formatMoney({ amountMinor, currency }, locale);
  return (
    <NumberField label={t("editor.amount", { words })} error={error} min={0} value={amountMinor} onNumber={onNumber} />
  );
}
