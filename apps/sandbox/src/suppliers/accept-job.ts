import { seededFraction } from "../seeded-random.ts";
import type { World } from "../world.ts";
import { priceToday } from "./supplier-credit.ts";
import type {
  EvidenceKind,
  Lift,
  SupplierControl,
  SupplierId,
  SupplierJob,
  SupplierState,
  Tranche,
} from "./supplier-state.ts";

const hourMs = 3_600_000;

/** One thing a supplier offers. */
export interface SupplierService {
  code: string;
  title: string;
  unit: string;
  evidenceKind: EvidenceKind;
  /** Per unit, minor units of the supplier's currency; may be a fraction for cheap units. */
  unitCostMinor: number;
  minimum: number;
  maximum: number;
  /** Business hours when the order names no pace. */
  usualHours: number;
}

/** How a supplier tends to behave. */
export interface SupplierCharacter {
  startDelayHours: number;
  /** Share of orders that finish late, and by at most which share of their duration. */
  lateShare: number;
  lateBy: number;
  /** Share of orders that end short. */
  shortOrders: number;
}

/** What an order asks for, in the sandbox's own words. */
export interface JobRequest {
  supplier: SupplierId;
  id: string;
  reference: string;
  service: SupplierService;
  quantity: number;
  platform: string;
  handle: string;
  brief: string;
  hours: number;
}

/** The form in which channels are compared: lower case, no leading @. */
export function normalHandle(handle: string): string {
  return handle.trim().replace(/^@/, "").toLowerCase();
}

/** Whether orders of now end short. */
export const isShortening = ({ mode }: SupplierControl): boolean => mode === "short" || mode === "overclaim";

function makeTranche(
  world: World,
  state: SupplierState,
  character: SupplierCharacter,
  request: Pick<JobRequest, "supplier" | "reference" | "id" | "quantity" | "hours">,
): Tranche {
  const fraction = (what: string) => seededFraction(world.seed, request.supplier, request.reference, request.id, what);
  const { control } = state;
  const natural = control.variation === "natural";
  const late = natural && fraction("late?") < character.lateShare ? 1 + character.lateBy * fraction("late") : 1;
  const short = natural && fraction("short?") < character.shortOrders;
  return {
    acceptedAt: Math.floor(world.businessNow()),
    startDelayMs: Math.min(character.startDelayHours, request.hours / 4) * control.startFactor * hourMs,
    durationMs: Math.max(1, request.hours * hourMs * late),
    quantity: request.quantity,
    share: isShortening(control) ? control.shortShare : short ? 0.7 + 0.2 * fraction("share") : 1,
    noise: fraction("noise"),
  };
}

/** One in five orders moves nothing one could tell from the channel's own ups and downs. */
function makeLift(world: World, state: SupplierState, request: JobRequest): Lift {
  const fraction = (what: string) => seededFraction(world.seed, "lift", request.reference, request.handle, what);
  const clear = state.control.variation === "none" || fraction("clear?") >= 0.2;
  const strength = (clear ? 1 : 0.04) * (0.6 + 0.8 * fraction("strength"));
  const perUnit: Record<string, number> = { impressions: 0.006, clicks: 0.05 };
  const ofBase: Record<EvidenceKind, number> = {
    ad_report: 0,
    placement: 0.014,
    asset: 0.008,
    hours: 0.006,
    audit: 0.004,
  };
  const rate = perUnit[request.service.unit];
  return rate === undefined
    ? { perUnit: 0, shareOfBase: ofBase[request.service.evidenceKind] * strength }
    : { perUnit: rate * strength, shareOfBase: 0 };
}

function dropOffOf(world: World, control: SupplierControl, request: JobRequest): Pick<SupplierJob, "dropOff"> {
  if (control.dropOffShare === 0) return {};
  const stream = Math.floor(seededFraction(world.seed, "drop-off", request.reference, request.id) * 2 ** 31);
  return { dropOff: { share: control.dropOffShare, days: control.dropOffDays, stream } };
}

/** Takes an order on. What follows from it depends on the seed, the reference and the time alone. */
export function acceptJob(world: World, character: SupplierCharacter, request: JobRequest): SupplierJob {
  const state = world.state.suppliers[request.supplier];
  const { control } = state;
  const priceMinor = priceToday(control, request.service, request.quantity);
  if (control.creditMinor !== null) control.creditMinor -= priceMinor;
  const job: SupplierJob = {
    id: request.id,
    reference: request.reference,
    service: request.service.code,
    unit: request.service.unit,
    evidenceKind: request.service.evidenceKind,
    quantity: request.quantity,
    platform: request.platform,
    handle: normalHandle(request.handle),
    brief: request.brief,
    priceMinor,
    tranches: [makeTranche(world, state, character, request)],
    lift: makeLift(world, state, request),
    canceledAt: null,
    withdrawn: [],
    ...dropOffOf(world, control, request),
    announced: { status: "accepted", delivered: 0 },
  };
  state.jobs[job.id] = job;
  world.changed();
  return job;
}

/** Adds a make-good: more units on an order that came short. */
export function addMakeGood(
  world: World,
  supplier: SupplierId,
  character: SupplierCharacter,
  job: SupplierJob,
  quantity: number,
): void {
  const state = world.state.suppliers[supplier];
  const [first] = job.tranches;
  const share = quantity / job.quantity;
  const hours = first ? Math.max(1, (first.durationMs / hourMs) * Math.min(1, share)) : 1;
  const id = `${job.id}+${job.tranches.length}`;
  job.tranches.push(makeTranche(world, state, character, { supplier, reference: job.reference, id, quantity, hours }));
  world.changed();
}
