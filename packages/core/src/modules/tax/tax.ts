import { basisPoints, checkedMinor } from "#kernel/money";
import { assessTax, type TaxAssessment, type TaxInput } from "./assess-tax.ts";
import { isWellFormedVatId } from "./vat-id.ts";

/** VAT for a seller of services. Pure: no tables, no I/O. */
export interface Tax {
  /** Rate and treatment of a sale, with the sentence the invoice needs. */
  assess(input: TaxInput): TaxAssessment;
  /** Tax on a net amount, rounded once, half away from zero. */
  taxOn(netMinor: number, rateBp: number): number;
  /** Whether a VAT id has the prefix, shape and check digit of a country's. */
  isWellFormedId(taxId: string, country: string): boolean;
  /**
   * The net amounts whose gross lies between two gross amounts, for filtering stored net prices by what people pay.
   */
  netRange(gross: GrossRange, rateBp: number): GrossRange;
}

/** Either end may be open. */
export interface GrossRange {
  readonly minMinor?: number | undefined;
  readonly maxMinor?: number | undefined;
}

export function createTax(): Tax {
  return { assess: assessTax, taxOn: basisPoints, isWellFormedId: isWellFormedVatId, netRange };
}

function netRange(gross: GrossRange, rateBp: number): GrossRange {
  return {
    minMinor: gross.minMinor === undefined ? undefined : smallestNet(gross.minMinor, rateBp),
    // The largest net that costs at most the maximum is one below the smallest that costs more.
    maxMinor: gross.maxMinor === undefined ? undefined : smallestNet(gross.maxMinor + 1, rateBp) - 1,
  };
}

const grossOf = (netMinor: number, rateBp: number): number => netMinor + basisPoints(netMinor, rateBp);

/** The smallest net amount that costs at least `grossMinor`. Rounding makes the direct division miss by one. */
function smallestNet(grossMinor: number, rateBp: number): number {
  let net = Math.floor((checkedMinor(grossMinor) * 10_000) / (10_000 + rateBp)) - 1;
  while (grossOf(net, rateBp) < grossMinor) net += 1;
  return net;
}
