import { OutboundFailure, type OutboundHttp } from "#infrastructure/outbound-http";
import type { Reading, SocialAccount } from "#modules/social-accounts";
import { carriesCode } from "./proof-code.ts";
import { domainProofPath } from "./proof-page.ts";

/** Whether a channel's name is a domain its owner brought, which Bluesky vouches for, and not one of the host's own. */
export const isOwnDomain = (account: Pick<SocialAccount, "platform" | "handle">): boolean =>
  account.platform === "bluesky" && !account.handle.startsWith("did:") && !account.handle.endsWith(".bsky.social");

/**
 * Whether the domain a Bluesky channel is named after shows the code. The name alone proves only that the channel's
 * owner has the domain; the file proves that the person here has it too. Calls the outside; trouble there is a no.
 */
export async function askDomain(
  http: OutboundHttp,
  account: Pick<SocialAccount, "platform" | "handle">,
  reading: Pick<Reading, "about">,
  code: string,
): Promise<boolean> {
  if (!isOwnDomain(account) || reading.about?.handle !== account.handle) return false;
  try {
    const answer = await http.fetch(`https://${account.handle}${domainProofPath}`, {
      timeoutMs: 4_000,
      maxBytes: 4_096,
    });
    return answer.status === 200 && carriesCode(answer.text, code);
  } catch (error) {
    if (error instanceof OutboundFailure) return false;
    throw error;
  }
}
