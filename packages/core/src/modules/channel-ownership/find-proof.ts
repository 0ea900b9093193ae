import type { OwnershipMethod } from "@smplat/contracts/vocabulary";
import type { ChannelAbout } from "#modules/social-accounts";
import type { OwnershipEvidence } from "./ownership.ts";
import { carriesCode } from "./proof-code.ts";

/** Where on a channel a code was found, and how strong that is. */
export interface FoundProof {
  readonly method: Exclude<OwnershipMethod, "oauth">;
  readonly place: OwnershipEvidence["place"];
}

/**
 * Looks for a code in what a channel says of itself, the strongest place first: a link to the code's page here that the
 * platform itself verified, one that the owner put on the profile, the description.
 */
export function findProof(about: ChannelAbout, code: string, proofPage: string): FoundProof | null {
  const { host } = new URL(proofPage);
  const leadsHere = (link: string): boolean => {
    const url = URL.parse(link);
    return url !== null && url.host === host && carriesCode(url.pathname, code);
  };
  if (about.verifiedLinks.some(leadsHere)) return { method: "protocol", place: "verified_link" };
  if (about.links.some(leadsHere)) return { method: "protocol", place: "link" };
  return carriesCode(about.bio ?? "", code) ? { method: "bio_code", place: "bio" } : null;
}
