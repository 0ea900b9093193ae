/**
 * The page of a code in the shop. It links back to the channel with `rel=me`, which is what Mastodon looks for before
 * it marks a link to this page as verified.
 */
export const proofPageOf = (publicUrl: string, code: string): string => `${publicUrl}/me/${code}`;

/** Where a domain shows a code: a file its owner puts up. */
export const domainProofPath = "/.well-known/smplat-proof.txt";
