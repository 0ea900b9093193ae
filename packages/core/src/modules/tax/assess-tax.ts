import type { LocalizedText } from "#kernel/locale";
import { isWellFormedVatId } from "./vat-id.ts";
import { isEuCountry, standardRateBp } from "./vat-rates.ts";

/**
 * `domestic`: the seller's own VAT. `eu_consumer`: the VAT of the buyer's country, through the one-stop shop.
 * `uk_consumer`: British VAT. `reverse_charge`: a business elsewhere accounts for it. `export`: outside our VAT.
 */
export type TaxTreatment = "domestic" | "eu_consumer" | "uk_consumer" | "reverse_charge" | "export";

export interface TaxInput {
  /** ISO 3166 country of the seller. */
  readonly sellerCountry: string;
  readonly billingCountry: string;
  /** As typed; one that is not well-formed for the billing country counts as none. */
  readonly taxId?: string | null | undefined;
}

export interface TaxAssessment {
  readonly rateBp: number;
  readonly treatment: TaxTreatment;
  /** What has to stand on the invoice; null when nothing has to. */
  readonly note: LocalizedText | null;
  /** How the tax line is called, e.g. "VAT 19 % (DE)". */
  readonly label: LocalizedText;
  readonly country: string;
}

const reverseChargeNote: LocalizedText = {
  en: "Reverse charge: the recipient of the service owes the VAT (Art. 196 of Directive 2006/112/EC).",
  de: "Steuerschuldnerschaft des Leistungsempfängers (Art. 196 der Richtlinie 2006/112/EG).",
};
const exportNote: LocalizedText = {
  en: "Not subject to VAT in the seller's country: the place of supply is outside of it.",
  de: "Nicht im Inland steuerbar: Der Leistungsort liegt außerhalb.",
};

/** Which VAT a sale carries. Pure; rates are the standard ones, see `vat-rates.ts`. */
export function assessTax({ sellerCountry, billingCountry, taxId }: TaxInput): TaxAssessment {
  const rateBp = standardRateBp(billingCountry);
  if (billingCountry === sellerCountry) return taxed("domestic", billingCountry, rateBp ?? 0);
  if (rateBp === null || standardRateBp(sellerCountry) === null) return untaxed("export", billingCountry, exportNote);
  const isBusiness = typeof taxId === "string" && isWellFormedVatId(taxId, billingCountry);
  if (isBusiness) return untaxed("reverse_charge", billingCountry, reverseChargeNote);
  return taxed(isEuCountry(billingCountry) ? "eu_consumer" : "uk_consumer", billingCountry, rateBp);
}

const percentIn = { en: new Intl.NumberFormat("en"), de: new Intl.NumberFormat("de") } as const;

function taxed(treatment: TaxTreatment, country: string, rateBp: number): TaxAssessment {
  const percent = rateBp / 100;
  return {
    rateBp,
    treatment,
    note: null,
    label: {
      en: `VAT ${percentIn.en.format(percent)} % (${country})`,
      de: `USt. ${percentIn.de.format(percent)} % (${country})`,
    },
    country,
  };
}

function untaxed(treatment: TaxTreatment, country: string, note: LocalizedText): TaxAssessment {
  const label =
    treatment === "reverse_charge"
      ? { en: "Reverse charge", de: "Steuerschuldumkehr" }
      : { en: "No VAT", de: "Keine Umsatzsteuer" };
  return { rateBp: 0, treatment, note, label, country };
}
