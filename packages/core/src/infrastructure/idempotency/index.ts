export { type Claim, createIdempotency, type Idempotency, type KeyedRequest } from "./idempotency.ts";
export { idempotencyJobs } from "./idempotency-jobs.ts";
