import type { Attestation } from "@smplat/contracts";

type State = Attestation["state"];

/** Entries that wait or count, which are worked on. */
export const openStates = ["proposed", "live"] as const satisfies readonly State[];
/** Entries that count no more: who ended them, when and why stays to be read. */
export const endedStates = ["revoked", "declined", "expired"] as const satisfies readonly State[];
export const shownStates = [...openStates, ...endedStates];

export const isOpenEntry = ({ state }: Attestation): boolean => openStates.some((open) => open === state);
