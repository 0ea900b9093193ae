import type { Account, AccountValidation, Snapshot } from "@smplat/contracts";
import { describeFailure, type MetricSnapshot, type SocialAccount, type ValidationResult } from "@smplat/core";

type Locale = Parameters<typeof describeFailure>[1];

/** A channel, without its owner. */
export function presentAccount(account: SocialAccount): Account {
  const { id, platform, handle, displayName, profileUrl, avatarUrl } = account;
  return { id, platform, handle, displayName, profileUrl, avatarUrl };
}

/** A reading, without the hash of the raw answer. */
export function presentSnapshot(snapshot: MetricSnapshot): Snapshot {
  const { id, source, method, followers, posts, views, precision } = snapshot;
  return {
    id,
    takenAt: snapshot.takenAt.toISOString(),
    source,
    method,
    followers,
    posts,
    views,
    precision: { kind: precision.kind, step: precision.step },
  };
}

export function presentValidation(result: ValidationResult, locale: Locale): AccountValidation {
  const { status, account, snapshot, failure } = result;
  return {
    status,
    account: account === null ? null : presentAccount(account),
    snapshot: snapshot === null ? null : presentSnapshot(snapshot),
    failure:
      failure === null
        ? null
        : {
            kind: failure.kind,
            ...describeFailure(failure.kind, locale),
            retryAt: failure.retryAt?.toISOString() ?? null,
          },
  };
}
