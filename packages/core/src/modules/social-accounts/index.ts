export type { AccountConnection } from "./account-connection.ts";
export type { AttestationDraft } from "./attest-reading.ts";
export type { Attestation, AttestationState } from "./attestation.ts";
export type { HistoryEntry, ReadingGap } from "./channel-history.ts";
export type { ChannelDiagnosis } from "./diagnose-channel.ts";
export { type ParsedHandle, parseHandle } from "./parse-handle.ts";
export { describeFailure, isPassing, retryPolicyOf } from "./reading-failures.ts";
export type {
  ChannelAbout,
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
export { connectionExpired, identityLost } from "./social-account-events.ts";
export { createSocialAccounts, type SocialAccounts, type SocialAccountsDeps } from "./social-accounts.ts";
export type { ConsentIdentity, ConsentOutcome, ConsentTokens, OwnerConsent } from "./sources/source.ts";
export type { SourceHealth } from "./sources/source-health.ts";
