"use client";

import type { ServiceRule } from "@smplat/contracts";
import { platforms } from "@smplat/contracts/vocabulary";
import { Button } from "@smplat/ui/button";
import { CheckboxField } from "@smplat/ui/checkbox-field";
import { TextField } from "@smplat/ui/text-field";
import { useCopy } from "#i18n/copy.tsx";
import { NumberField } from "./number-field.tsx";
import { blankRule, type Row, replaceRow, ruleKinds, wordsIn } from "./service-draft.ts";
import type { ErrorAt } from "./use-faults.ts";

interface RuleFieldsProps {
  errorAt: ErrorAt;
  rules: readonly Row<ServiceRule>[];
  onChange: (rules: readonly Row<ServiceRule>[]) => void;
}

/** What limits a service: all of its rules must hold. */
export function RuleFields({ rules, errorAt, onChange }: RuleFieldsProps) {
  const t = useCopy("providers");
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-2 text-sm font-semibold">{t("services.rules")}</legend>
      {rules.length === 0 ? <p className="text-sm text-ink-muted">{t("rule.none")}</p> : null}
      {rules.map((row, index) => (
        <fieldset
          key={row.key}
          aria-label={t(`editor.rules.${row.value.rule}`)}
          className="grid min-w-0 gap-2 rounded-md border border-line p-3"
        >
          <RuleRow
            rule={row.value}
            errorAt={(field) => errorAt(`rules.${index}.${field}`)}
            onChange={(rule) => onChange(replaceRow(rules, row.key, rule))}
          />
          <div>
            <Button
              size="small"
              variant="quiet"
              onClick={() => onChange(rules.filter((other) => other.key !== row.key))}
            >
              {t("editor.removeRule")}
            </Button>
          </div>
        </fieldset>
      ))}
      <div className="flex flex-wrap gap-2">
        {ruleKinds.map((kind) => (
          <Button key={kind} size="small" variant="secondary" onClick={() => onChange([...rules, blankRule(kind)])}>
            {t("editor.addRule", { rule: t(`editor.rules.${kind}`) })}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

interface RuleRowProps {
  errorAt: ErrorAt;
  rule: ServiceRule;
  onChange: (rule: ServiceRule) => void;
}

function RuleRow({ rule, errorAt, onChange }: RuleRowProps) {
  const t = useCopy("providers");
  switch (rule.rule) {
    case "platforms":
      return <PlatformChoice rule={rule} error={errorAt("allow")} onChange={onChange} />;
    case "countries":
      return (
        <TextField
          label={t("editor.rules.countries")}
          hint={t("editor.countriesHint")}
          error={errorAt("allow")}
          defaultValue={rule.allow.join(", ")}
          onChange={({ target }) => onChange({ ...rule, allow: wordsIn(target.value.toUpperCase()) })}
        />
      );
    case "options":
      return (
        <TextField
          label={t("editor.rules.options")}
          hint={t("editor.optionsHint")}
          error={errorAt("refuse")}
          defaultValue={rule.refuse.join(", ")}
          onChange={({ target }) => onChange({ ...rule, refuse: wordsIn(target.value) })}
        />
      );
    case "amount":
      return (
        <div className="grid grid-cols-2 gap-3">
          <NumberField
            label={t("editor.minimum")}
            error={errorAt("minimum")}
            min={1}
            value={rule.minimum}
            onNumber={(minimum) => onChange({ ...rule, minimum })}
          />
          <NumberField
            label={t("editor.maximum")}
            error={errorAt("maximum")}
            min={1}
            value={rule.maximum}
            onNumber={(maximum) => onChange({ ...rule, maximum })}
          />
        </div>
      );
    case "pacing":
      return (
        <div className="grid grid-cols-2 gap-3">
          <NumberField
            label={t("editor.minimumHours")}
            error={errorAt("minimumHours")}
            min={1}
            value={rule.minimumHours}
            onNumber={(minimumHours) => onChange({ ...rule, minimumHours })}
          />
          <NumberField
            label={t("editor.unitsPerHour")}
            error={errorAt("maximumUnitsPerHour")}
            min={1}
            value={rule.maximumUnitsPerHour}
            onNumber={(maximumUnitsPerHour) => onChange({ ...rule, maximumUnitsPerHour })}
          />
        </div>
      );
  }
}

interface PlatformChoiceProps {
  rule: Extract<ServiceRule, { rule: "platforms" }>;
  error: string | undefined;
  onChange: (rule: ServiceRule) => void;
}

function PlatformChoice({ rule, error, onChange }: PlatformChoiceProps) {
  const t = useCopy("providers");
  return (
    <>
      <p className="text-sm font-semibold">{t("editor.rules.platforms")}</p>
      <div className="grid grid-cols-2 gap-2">
        {platforms.map((platform, index) => (
          <CheckboxField
            key={platform}
            label={platform}
            error={index === 0 ? error : undefined}
            checked={rule.allow.includes(platform)}
            onChange={({ target }) => {
              const others = rule.allow.filter((other) => other !== platform);
              onChange({ ...rule, allow: target.checked ? [...others, platform] : others });
            }}
          />
        ))}
      </div>
    </>
  );
}
