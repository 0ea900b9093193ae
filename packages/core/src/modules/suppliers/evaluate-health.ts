export const incidents = ["submits-failing", "not-answering", "credit-low", "often-late"] as const;
export type Incident = (typeof incidents)[number];

/** What the last outcomes say of a supplier. */
export interface Health {
  readonly failedInRow: number;
  /** Weighted share of late deliveries, 0 to 1; a delivery weighs a tenth. */
  readonly lateShare: number;
  readonly deliveries: number;
  readonly openIncidents: readonly Incident[];
}

/** Something that was just seen of a supplier; what is left out was not seen. */
export interface HealthSign {
  readonly isSubmitTaken?: boolean;
  readonly isLate?: boolean;
  /** Whether it answered when it was asked for our credit. */
  readonly isAnswering?: boolean;
  /** How long our credit lasts; null while nobody can say. */
  readonly hoursToEmpty?: number | null;
}

export const healthy: Health = { failedInRow: 0, lateShare: 0, deliveries: 0, openIncidents: [] };

const failuresMin = 3;
const deliveryWeight = 0.1;
/** Fewer deliveries say nothing of a habit. */
const deliveriesMin = 10;
const late = { begins: 0.3, ends: 0.15 } as const;
const creditHours = { begins: 48, ends: 72 } as const;

/** Takes a sign in. What begins an incident is more than what keeps it open, so that none flickers. Pure. */
export function takeSign(before: Health, sign: HealthSign): Health {
  const failedInRow =
    sign.isSubmitTaken === undefined ? before.failedInRow : sign.isSubmitTaken ? 0 : before.failedInRow + 1;
  const lateShare =
    sign.isLate === undefined
      ? before.lateShare
      : before.lateShare + deliveryWeight * ((sign.isLate ? 1 : 0) - before.lateShare);
  const deliveries = before.deliveries + (sign.isLate === undefined ? 0 : 1);
  const known = { ...before, failedInRow, lateShare, deliveries };
  return { ...known, openIncidents: incidents.filter((incident) => isOpen(incident, known, sign)) };
}

function isOpen(incident: Incident, now: Health, sign: HealthSign): boolean {
  const was = now.openIncidents.includes(incident);
  switch (incident) {
    case "submits-failing":
      return was ? now.failedInRow > 0 : now.failedInRow >= failuresMin;
    case "not-answering":
      return sign.isAnswering === undefined ? was : !sign.isAnswering;
    case "credit-low": {
      if (sign.hoursToEmpty === undefined) return was;
      return sign.hoursToEmpty !== null && sign.hoursToEmpty < (was ? creditHours.ends : creditHours.begins);
    }
    case "often-late":
      if (was) return now.lateShare > late.ends;
      return now.deliveries >= deliveriesMin && now.lateShare > late.begins;
  }
}
