/**
 * How somebody showed that a channel is theirs: with the platform's own consent page, with something its protocol
 * vouches for (a verified link, a domain), or with a code in the channel's description.
 */
export const ownershipMethods = ["oauth", "protocol", "bio_code"] as const;
export type OwnershipMethod = (typeof ownershipMethods)[number];

/** What is known of somebody's claim to a channel. */
export const ownershipStates = ["unproven", "proven", "stale", "demoted"] as const;
export type OwnershipState = (typeof ownershipStates)[number];

/** Where a code stands that is to be found on a channel. */
export const challengeStates = ["issued", "proven", "expired", "exhausted"] as const;
export type ChallengeState = (typeof challengeStates)[number];

/** Whether a product is sold only for a channel whose owner is proven. */
export const ownershipPolicies = ["none", "required"] as const;
export type OwnershipPolicy = (typeof ownershipPolicies)[number];
