export type { AfterSales } from "./get-after-sales.ts";
export { createSupport, type Support, type SupportDeps } from "./support.ts";
