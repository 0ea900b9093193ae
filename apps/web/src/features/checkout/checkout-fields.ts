import type { CheckoutRequest } from "@smplat/contracts";

/** The form's controls, named as the API names the fields, so that a refusal finds its control by itself. */
export const textFields = [
  "contact.email",
  "contact.name",
  "billing.address.country",
  "billing.address.line1",
  "billing.address.line2",
  "billing.address.postalCode",
  "billing.address.city",
  "billing.company",
  "billing.taxId",
] as const;
export type TextFieldName = (typeof textFields)[number];
export const consentFields = ["consents.terms", "consents.earlyStart"] as const;
export type ConsentFieldName = (typeof consentFields)[number];
export type FieldName = TextFieldName | ConsentFieldName;

export type FormValues = Readonly<Record<TextFieldName, string>>;
export type FormFault = "required" | "email" | "consent";

const optional = new Set<TextFieldName>(["billing.address.line2", "billing.company", "billing.taxId"]);
const emailForm = /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]{2,}$/;

export function isFieldName(value: string): value is FieldName {
  return [...textFields, ...consentFields].some((name) => name === value);
}

/** What is wrong with one text; null when nothing is. */
export function textFault(name: TextFieldName, value: string): FormFault | null {
  const text = value.trim();
  if (text === "") return optional.has(name) ? null : "required";
  return name === "contact.email" && !emailForm.test(text) ? "email" : null;
}

/** All faults of a form, in the order of its fields. */
export function formFaults(
  values: FormValues,
  consents: Readonly<Record<ConsentFieldName, boolean>>,
): ReadonlyMap<FieldName, FormFault> {
  const faults = new Map<FieldName, FormFault>();
  for (const name of textFields) {
    const fault = textFault(name, values[name]);
    if (fault !== null) faults.set(name, fault);
  }
  for (const name of consentFields) if (!consents[name]) faults.set(name, "consent");
  return faults;
}

/** Who buys and where the bill goes, as the API takes it; what was left empty is left out. */
export function personOf(values: FormValues): Pick<CheckoutRequest, "contact" | "billing"> {
  const text = (name: TextFieldName) => values[name].trim();
  const given = <K extends string>(key: K, name: TextFieldName) =>
    text(name) === "" ? {} : ({ [key]: text(name) } as Record<K, string>);
  return {
    contact: { email: text("contact.email"), name: text("contact.name") },
    billing: {
      ...given("company", "billing.company"),
      ...given("taxId", "billing.taxId"),
      address: {
        line1: text("billing.address.line1"),
        ...given("line2", "billing.address.line2"),
        city: text("billing.address.city"),
        postalCode: text("billing.address.postalCode"),
        country: text("billing.address.country"),
      },
    },
  };
}
