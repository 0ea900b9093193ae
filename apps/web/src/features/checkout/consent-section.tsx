"use client";

import { CheckboxField } from "@smplat/ui/checkbox-field";
import { useCopy } from "#i18n/copy.tsx";
import { useHref } from "#shop-context/shop-provider.tsx";
import type { ConsentFieldName, FieldName } from "./checkout-fields.ts";

interface ConsentSectionProps {
  consents: Readonly<Record<ConsentFieldName, boolean>>;
  errorOf: (name: FieldName) => string | undefined;
  onConsent: (name: ConsentFieldName, given: boolean) => void;
}

const linkClasses = "text-accent-ink underline underline-offset-2";

/** Never ticked beforehand: a consent is given, not assumed. */
export function ConsentSection({ consents, errorOf, onConsent }: ConsentSectionProps) {
  const t = useCopy("checkout");
  const href = useHref();
  const box = (name: ConsentFieldName) => ({
    id: name,
    name,
    checked: consents[name],
    error: errorOf(name),
    onChange: ({ target }: { target: { checked: boolean } }) => onConsent(name, target.checked),
  });
  return (
    <fieldset className="grid gap-4">
      <legend className="display pb-3 text-xl">{t("consents.title")}</legend>
      <CheckboxField
        {...box("consents.terms")}
        label={t("consents.terms")}
        hint={
          <a href={href("/terms")} target="_blank" rel="noreferrer" className={linkClasses}>
            {t("consents.termsLink")}
          </a>
        }
      />
      <CheckboxField
        {...box("consents.earlyStart")}
        label={t("consents.earlyStart")}
        hint={
          <a href={href("/withdrawal")} target="_blank" rel="noreferrer" className={linkClasses}>
            {t("consents.earlyStartLink")}
          </a>
        }
      />
      <p className="text-sm">
        <a href={href("/privacy")} target="_blank" rel="noreferrer" className={linkClasses}>
          {t("consents.privacy")}
        </a>
      </p>
    </fieldset>
  );
}
