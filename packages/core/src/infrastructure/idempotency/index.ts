export { createIdempotency, type Claim, type Idempotency, type KeyedRequest } from "./idempotency.ts";
