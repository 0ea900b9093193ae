import { Hono } from "hono";
import { z } from "zod";
import type { SandboxEnv } from "../http/hang-up.ts";
import { isShortening } from "../suppliers/accept-job.ts";
import { keepPage, pageModes, pageOf } from "../suppliers/evidence-page.ts";
import { type FoundEvidence, findEvidence } from "../suppliers/evidence-routes.ts";
import { progressOf } from "../suppliers/job-progress.ts";
import {
  type SupplierControl,
  type SupplierId,
  type SupplierState,
  supplierIds,
  supplierModes,
} from "../suppliers/supplier-state.ts";
import type { World } from "../world.ts";
import { ControlError, given, readControl } from "./read-control.ts";

const Control = z.strictObject({
  mode: z.enum(supplierModes).optional(),
  shortShare: z.number().min(0).max(1).optional(),
  speed: z.number().min(0).max(1_000_000).optional(),
  variation: z.enum(["natural", "none"]).optional(),
  hangMs: z.int().min(0).max(600_000).optional(),
  slowMs: z.int().min(0).max(600_000).optional(),
  upHours: z.number().min(0.01).max(10_000).optional(),
  downHours: z.number().min(0.01).max(10_000).optional(),
  failShare: z.number().min(0).max(1).optional(),
  priceFactor: z.number().min(0).max(100).optional(),
  creditMinor: z.int().min(0).nullable().optional(),
  skewMs: z.int().min(-86_400_000).max(86_400_000).optional(),
  startFactor: z.number().min(0).max(1_000).optional(),
  dropOffShare: z.number().min(0).max(1).optional(),
  dropOffDays: z.number().min(1).max(365).optional(),
});
const Evidence = z.strictObject({ live: z.boolean().optional(), page: z.enum(pageModes).optional() });

function readSupplier(id: string): SupplierId {
  const known = supplierIds.find((candidate) => candidate === id);
  if (known === undefined) throw new ControlError(`There are these suppliers: ${supplierIds.join(", ")}.`);
  return known;
}

function speedOf(control: SupplierControl): number {
  return control.mode === "stall" ? 0 : control.speed;
}

/** Orders still under way when their supplier turns short will end short. */
function shorten(world: World, state: SupplierState): void {
  for (const job of Object.values(state.jobs)) {
    const { status } = progressOf(job, state.pace, world.businessNow());
    const last = job.tranches.at(-1);
    if (last && (status === "accepted" || status === "running")) {
      last.share = state.control.shortShare;
    }
  }
}

function applyControl(world: World, state: SupplierState, changes: Partial<SupplierControl>): void {
  const before = speedOf(state.control);
  if (changes.mode === "flapping" && state.control.mode !== "flapping") state.flapsSince = world.businessNow();
  state.control = { ...state.control, ...changes };
  const speed = speedOf(state.control);
  if (speed !== before) {
    state.pace.push({ from: world.businessNow(), speed });
  }
  if (isShortening(state.control)) {
    shorten(world, state);
  }
  world.changed();
}

function presentOrders(world: World, state: SupplierState): Record<string, unknown>[] {
  const jobs = Object.values(state.jobs);
  const distinct = new Map<string, number>();
  for (const job of jobs) {
    distinct.set(job.reference, (distinct.get(job.reference) ?? 0) + 1);
  }
  return jobs.map((job) => {
    const progress = progressOf(job, state.pace, world.businessNow());
    return {
      id: job.id,
      reference: job.reference,
      service: job.service,
      target: { platform: job.platform, handle: job.handle },
      state: progress.status,
      ordered: job.quantity,
      delivered: progress.delivered,
      priceMinor: job.priceMinor,
      submits: state.submits[job.reference] ?? 0,
      makeGoods: job.tranches.length - 1,
      ordersForReference: distinct.get(job.reference) ?? 0,
    };
  });
}

const noEvidence = { error: { message: "No such evidence." } };

function presentEvidence({ job, entry, withdrawn }: FoundEvidence): Record<string, unknown> {
  const { mode, asked, agent } = pageOf(job, entry.id);
  return { id: entry.id, live: !withdrawn, page: mode, asked, agent };
}

/** How the suppliers behave, and what they were asked for. */
export function supplierControl(world: World, settle: () => Promise<void>): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/suppliers/:id", (c) => c.json(world.state.suppliers[readSupplier(c.req.param("id"))].control));
  routes.put("/suppliers/:id", async (c) => {
    const state = world.state.suppliers[readSupplier(c.req.param("id"))];
    applyControl(world, state, given(await readControl(c, Control)));
    await settle();
    return c.json(state.control);
  });
  routes.get("/suppliers/:id/orders", (c) => {
    const state = world.state.suppliers[readSupplier(c.req.param("id"))];
    return c.json({
      orders: presentOrders(world, state),
      submits: state.submits,
      distinctOrders: Object.keys(state.jobs).length,
    });
  });
  routes.get("/evidence/:id", (c) => {
    const found = findEvidence(world, c.req.param("id"));
    return found ? c.json(presentEvidence(found)) : c.json(noEvidence, 404);
  });
  routes.put("/evidence/:id", async (c) => {
    const id = c.req.param("id");
    const { live, page } = await readControl(c, Evidence);
    const found = findEvidence(world, id);
    if (!found) return c.json(noEvidence, 404);
    if (live !== undefined) {
      const others = found.job.withdrawn.filter((other) => other !== id);
      found.job.withdrawn = live ? others : [...others, id];
    }
    if (page !== undefined) keepPage(found.job, id, { ...pageOf(found.job, id), mode: page });
    world.changed();
    await settle();
    return c.json(presentEvidence(findEvidence(world, id) ?? found));
  });
  return routes;
}
