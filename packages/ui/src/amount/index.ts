export { Amount, type AmountProps } from "./amount.tsx";
export { formatAmount } from "./format-amount.ts";
