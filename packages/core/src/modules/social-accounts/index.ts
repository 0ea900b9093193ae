export { type ParsedHandle, parseHandle } from "./parse-handle.ts";
export { describeFailure, isPassing } from "./reading-failures.ts";
export type {
  MetricSnapshot,
  Precision,
  Reading,
  ReadingFailure,
  ReadingMethod,
  ReadingOutcome,
  ReadingPurpose,
  SocialAccount,
  ValidationResult,
} from "./social-account.ts";
export { createSocialAccounts, type SocialAccounts, type SocialAccountsDeps } from "./social-accounts.ts";
