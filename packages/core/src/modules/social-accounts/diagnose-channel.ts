import type { Platform } from "@smplat/contracts/vocabulary";
import type { Scope } from "#infrastructure/database";
import type { Attestation } from "./attestation.ts";
import { findLiveAttestation } from "./attestation-repository.ts";
import { type ParsedHandle, parseHandle } from "./parse-handle.ts";
import type { ReadingOutcome } from "./social-account.ts";
import type { ChannelReader } from "./sources/channel-reader.ts";
import type { SourceHealth } from "./sources/source-health.ts";

/** Everything about one look at a channel, for those who have to find out why it can't be read. */
export interface ChannelDiagnosis {
  readonly platform: Platform;
  readonly parsed: ParsedHandle;
  /** Null when no source reads this platform. */
  readonly outcome: ReadingOutcome | null;
  /** Milliseconds for the whole answer; next to none when it came from memory. */
  readonly latencyMs: number;
  /** The platform's sources after the look. */
  readonly sources: readonly SourceHealth[];
  readonly attestation: Attestation | null;
}

/**
 * Asks for a channel as a shopper's validation would, within the same limits, and stores nothing. Calls the outside:
 * `scope` must not be a transaction. Throws `channel.handle-invalid`.
 */
export async function diagnoseChannel(
  { reader }: { readonly reader: ChannelReader },
  scope: Scope,
  input: { readonly platform: Platform; readonly handle: string },
): Promise<ChannelDiagnosis> {
  const { platform } = input;
  const parsed = parseHandle(platform, input.handle);
  const attestation = await findLiveAttestation(scope, { platform, handle: parsed.handle });
  const startedAt = performance.now();
  const target = { handle: parsed.handle, platformUserId: null };
  const outcome = reader.isMeasurable(platform) ? await reader.read(platform, target, "validation") : null;
  return {
    ...{ platform, parsed, outcome, attestation },
    latencyMs: Math.round(performance.now() - startedAt),
    sources: reader.health().filter((source) => source.platform === platform),
  };
}
