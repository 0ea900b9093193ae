"use client";

import type { ServiceRule } from "@smplat/contracts";
import { platforms } from "@smplat/contracts/vocabulary";
import { Button } from "@smplat/ui/button";
import { CheckboxField } from "@smplat/ui/checkbox-field";
import { TextField } from "@smplat/ui/text-field";
import { useCopy } from "#i18n/copy.tsx";
import { NumberField } from "./number-field.tsx";
import { blankRule, type Row, replaceRow, ruleKinds, wordsIn } from "./service-draft.ts";

interface RuleFieldsProps {
  rules: readonly Row<ServiceRule>[];
  onChange: (rules: readonly Row<ServiceRule>[]) => void;
}

/** What limits a service: all of its rules must hold. */
export function RuleFields({ rules, onChange }: RuleFieldsProps) {
  const t = useCopy("providers");
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-2 text-sm font-semibold">{t("services.rules")}</legend>
      {rules.length === 0 ? <p className="text-sm text-ink-muted">{t("rule.none")}</p> : null}
      {rules.map((row) => (
        <fieldset
          key={row.key}
          aria-label={t(`editor.rules.${row.value.rule}`)}
          className="grid min-w-0 gap-2 rounded-md border border-line p-3"
        >
          <RuleRow rule={row.value} onChange={(rule) => onChange(replaceRow(rules, row.key, rule))} />
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
  rule: ServiceRule;
  onChange: (rule: ServiceRule) => void;
}

function RuleRow({ rule, onChange }: RuleRowProps) {
  const t = useCopy("providers");
  switch (rule.rule) {
    case "platforms":
      return <PlatformChoice rule={rule} onChange={onChange} />;
    case "countries":
      return (
        <TextField
          label={t("editor.rules.countries")}
          hint={t("editor.countriesHint")}
          defaultValue={rule.allow.join(", ")}
          onChange={({ target }) => onChange({ ...rule, allow: wordsIn(target.value.toUpperCase()) })}
        />
      );
    case "options":
      return (
        <TextField
          label={t("editor.rules.options")}
          hint={t("editor.optionsHint")}
          defaultValue={rule.refuse.join(", ")}
          onChange={({ target }) => onChange({ ...rule, refuse: wordsIn(target.value) })}
        />
      );
    case "amount":
      return (
        <div className="grid grid-cols-2 gap-3">
          <NumberField
            label={t("editor.minimum")}
            min={1}
            value={rule.minimum}
            onNumber={(minimum) => onChange({ ...rule, minimum })}
          />
          <NumberField
            label={t("editor.maximum")}
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
            min={1}
            value={rule.minimumHours}
            onNumber={(minimumHours) => onChange({ ...rule, minimumHours })}
          />
          <NumberField
            label={t("editor.unitsPerHour")}
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
  onChange: (rule: ServiceRule) => void;
}

function PlatformChoice({ rule, onChange }: PlatformChoiceProps) {
  const t = useCopy("providers");
  return (
    <>
      <p className="text-sm font-semibold">{t("editor.rules.platforms")}</p>
      <div className="grid grid-cols-2 gap-2">
        {platforms.map((platform) => (
          <CheckboxField
            key={platform}
            label={platform}
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
