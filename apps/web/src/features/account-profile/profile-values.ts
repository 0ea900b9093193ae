import type { Profile } from "@smplat/contracts";
import type { Currency, Locale } from "@smplat/contracts/vocabulary";

export const addressFields = ["line1", "postalCode", "city", "country"] as const;

export interface ProfileValues {
  name: string;
  locale: Locale;
  currency: Currency;
  company: string;
  taxId: string;
  line1: string;
  line2: string;
  postalCode: string;
  city: string;
  country: string;
}

/** A profile as the form holds it: what is not known is empty. */
export function valuesOf({ name, locale, currency, company, taxId, address }: Profile): ProfileValues {
  return {
    name,
    locale,
    currency,
    company: company ?? "",
    taxId: taxId ?? "",
    line1: address?.line1 ?? "",
    line2: address?.line2 ?? "",
    postalCode: address?.postalCode ?? "",
    city: address?.city ?? "",
    country: address?.country ?? "",
  };
}

/** Whether any part of the address is there: then all of it has to be. The country alone is no address yet. */
export function hasAddress(values: ProfileValues): boolean {
  return [values.line1, values.line2, values.postalCode, values.city].some((part) => part.trim() !== "");
}

/** The form as the API takes it. */
export function changesOf(values: ProfileValues) {
  const text = (value: string) => value.trim();
  const line2 = text(values.line2);
  return {
    name: text(values.name),
    locale: values.locale,
    currency: values.currency,
    company: text(values.company) || null,
    taxId: text(values.taxId) || null,
    address: hasAddress(values)
      ? {
          line1: text(values.line1),
          ...(line2 === "" ? {} : { line2 }),
          postalCode: text(values.postalCode),
          city: text(values.city),
          country: values.country,
        }
      : null,
  };
}
