import type { ApiContract, ResponseOf } from "@smplat/contracts";

export type { Cart } from "@smplat/contracts";
export type PaymentOptionsAnswer = ResponseOf<ApiContract["checkout"]["paymentOptions"]>;
