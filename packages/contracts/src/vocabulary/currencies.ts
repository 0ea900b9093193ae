/** ISO 4217 codes the shop prices in. All have two minor digits. */
export const currencies = ["EUR", "USD", "GBP"] as const;
export type Currency = (typeof currencies)[number];
