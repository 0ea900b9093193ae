export type { TaxAssessment, TaxInput, TaxTreatment } from "./assess-tax.ts";
export { createTax, type GrossRange, type Tax } from "./tax.ts";
