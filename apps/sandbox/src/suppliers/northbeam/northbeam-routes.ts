import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { z } from "zod";
import type { SandboxEnv } from "../../http/hang-up.ts";
import { newId } from "../../seeded-random.ts";
import type { World } from "../../world.ts";
import { acceptJob, addMakeGood } from "../accept-job.ts";
import { progressOf } from "../job-progress.ts";
import { remainingCredit, uncovered, unitCostToday } from "../supplier-credit.ts";
import { countSubmit, disturbed, type SupplierRefusals, submitAnswer } from "../supplier-mode.ts";
import type { SupplierJob } from "../supplier-state.ts";
import { presentCampaign } from "./present-campaign.ts";
import { type CampaignHouse, northbeam } from "./services.ts";

type NorthbeamContext = Context<SandboxEnv>;

const NewCampaign = z.strictObject({
  reference: z.string().min(1).max(200),
  service: z.string().min(1),
  quantity: z.int().min(1),
  target: z.strictObject({ platform: z.string().min(1).max(40), handle: z.string().min(1).max(200) }),
  pacing: z.strictObject({ hours: z.number().positive().max(2_160) }).optional(),
});

const MakeGood = z.strictObject({ quantity: z.int().min(1) });

function refuse(c: NorthbeamContext, status: ContentfulStatusCode, code: string, message: string): Response {
  return c.json({ error: { code, message } }, status);
}

const refusalsOf = ({ name }: CampaignHouse): SupplierRefusals => ({
  down: (c) => refuse(c, 503, "service_unavailable", `${name} is down for maintenance.`),
  rateLimited: (c) => {
    c.header("retry-after", "2");
    return refuse(c, 429, "rate_limited", "Too many requests. Slow down.");
  },
});

function campaignAnswer(
  world: World,
  house: CampaignHouse,
  c: NorthbeamContext,
  job: SupplierJob,
  status: ContentfulStatusCode = 200,
): Response {
  const { pace, control } = world.state.suppliers[house.supplier];
  const progress = progressOf(job, pace, world.businessNow());
  return c.json({ campaign: presentCampaign(world, control, job, progress) }, status);
}

function issueText(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`).join("; ");
}

function submit(world: World, house: CampaignHouse, c: NorthbeamContext, text: string, body: unknown): Response {
  const state = world.state.suppliers[house.supplier];
  const parsed = NewCampaign.safeParse(body);
  if (!parsed.success) {
    return refuse(c, 422, "invalid_request", issueText(parsed.error));
  }
  const { reference, quantity, target, pacing } = parsed.data;
  countSubmit(world, house.supplier, reference);
  if (state.control.mode === "reject") {
    return refuse(c, 422, "rejected", "This campaign was rejected by review.");
  }
  const key = c.req.header("idempotency-key");
  const fingerprint = createHash("sha256").update(text).digest("base64");
  const earlier = key ? state.idempotency[key] : undefined;
  if (earlier) {
    const job = state.jobs[earlier.jobId];
    return earlier.fingerprint === fingerprint && job
      ? campaignAnswer(world, house, c, job, 201)
      : refuse(c, 409, "idempotency_mismatch", "This Idempotency-Key was used with another request.");
  }
  const service = house.services.find((candidate) => candidate.code === parsed.data.service);
  if (!service) {
    const codes = house.services.map((candidate) => candidate.code).join(", ");
    return refuse(c, 422, "unknown_service", `No service "${parsed.data.service}". There are: ${codes}.`);
  }
  if (quantity < service.minimum || quantity > service.maximum) {
    return refuse(
      c,
      422,
      "quantity_out_of_range",
      `Between ${service.minimum} and ${service.maximum} ${service.unit}.`,
    );
  }
  const short = uncovered(state, service, quantity);
  if (short) {
    const [left, needed] = [short.leftMinor, short.neededMinor].map((minor) => (minor / 100).toFixed(2));
    const message = `Balance of ${left} EUR does not cover ${needed} EUR. Top up and submit again.`;
    return refuse(c, 402, "insufficient_balance", message);
  }
  const job = acceptJob(world, house.character, {
    supplier: house.supplier,
    id: newId("cmp", 16),
    reference,
    service,
    quantity,
    ...target,
    brief: "",
    hours: pacing?.hours ?? service.usualHours,
  });
  if (key) {
    state.idempotency[key] = { fingerprint, jobId: job.id };
  }
  return campaignAnswer(world, house, c, job, 201);
}

function cancel(world: World, house: CampaignHouse, c: NorthbeamContext, job: SupplierJob): Response {
  const { pace } = world.state.suppliers[house.supplier];
  const { status } = progressOf(job, pace, world.businessNow());
  if (status === "completed" || status === "short") {
    return refuse(c, 409, "already_finished", "A finished campaign cannot be canceled.");
  }
  job.canceledAt ??= world.businessNow();
  world.changed();
  return campaignAnswer(world, house, c, job);
}

function makeGood(world: World, house: CampaignHouse, c: NorthbeamContext, job: SupplierJob, body: unknown): Response {
  const parsed = MakeGood.safeParse(body);
  if (!parsed.success) {
    return refuse(c, 422, "invalid_request", issueText(parsed.error));
  }
  const { idempotency, pace } = world.state.suppliers[house.supplier];
  const key = c.req.header("idempotency-key");
  if (key !== undefined && idempotency[key]?.jobId === job.id) return campaignAnswer(world, house, c, job, 201);
  const { status } = progressOf(job, pace, world.businessNow());
  if (status !== "short" && status !== "completed") {
    return refuse(c, 409, "not_finished", "A make-good is possible once the campaign has ended.");
  }
  addMakeGood(world, house.supplier, house.character, job, parsed.data.quantity);
  if (key !== undefined) idempotency[key] = { fingerprint: String(parsed.data.quantity), jobId: job.id };
  return campaignAnswer(world, house, c, job, 201);
}

function campaignRoutes(world: World, house: CampaignHouse, routes: Hono<SandboxEnv>): void {
  const withJob = (c: NorthbeamContext, act: (job: SupplierJob) => Response | Promise<Response>) =>
    disturbed(world, house.supplier, c, refusalsOf(house), async () => {
      const job = world.state.suppliers[house.supplier].jobs[c.req.param("id") ?? ""];
      return job ? act(job) : refuse(c, 404, "not_found", "No such campaign.");
    });

  routes.post("/campaigns", (c) =>
    disturbed(world, house.supplier, c, refusalsOf(house), async () => {
      const text = await c.req.text();
      return submitAnswer(world, house.supplier, c, submit(world, house, c, text, parseJson(text)));
    }),
  );
  routes.get("/campaigns", (c) =>
    disturbed(world, house.supplier, c, refusalsOf(house), async () => {
      const reference = c.req.query("reference");
      const { jobs, pace, control } = world.state.suppliers[house.supplier];
      const found = Object.values(jobs).filter((job) => reference === undefined || job.reference === reference);
      const now = world.businessNow();
      const campaigns = found
        .slice(-100)
        .map((job) => presentCampaign(world, control, job, progressOf(job, pace, now)));
      return c.json({ campaigns });
    }),
  );
  routes.get("/campaigns/:id", (c) => withJob(c, (job) => campaignAnswer(world, house, c, job)));
  routes.post("/campaigns/:id/cancel", (c) => withJob(c, (job) => cancel(world, house, c, job)));
  routes.post("/campaigns/:id/make-good", (c) =>
    withJob(c, async (job) =>
      submitAnswer(world, house.supplier, c, makeGood(world, house, c, job, parseJson(await c.req.text()))),
    ),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A campaign house's API, Northbeam's under /suppliers/northbeam/v1: JSON, bearer key, idempotent submits. */
export function northbeamRoutes(world: World, house: CampaignHouse = northbeam): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.use("*", async (c, next) => {
    if (c.req.header("authorization") !== `Bearer ${world.keys[house.supplier]}`) {
      return refuse(c, 401, "unauthorized", "The API key is missing or wrong.");
    }
    return next();
  });
  campaignRoutes(world, house, routes);
  routes.get("/account/balance", (c) =>
    disturbed(world, house.supplier, c, refusalsOf(house), async () => {
      const amount = remainingCredit(world.state.suppliers[house.supplier], 1_800_000, 100_000, 1_000_000);
      return c.json({ balance: { amount, currency: "EUR" } });
    }),
  );
  routes.get("/services", (c) =>
    disturbed(world, house.supplier, c, refusalsOf(house), async () =>
      c.json({
        services: house.services.map((service) => ({
          code: service.code,
          title: service.title,
          unit: service.unit,
          unitCost: { amount: unitCostToday(world.state.suppliers[house.supplier].control, service), currency: "EUR" },
          minimum: service.minimum,
          maximum: service.maximum,
          usualHours: service.usualHours,
        })),
      }),
    ),
  );
  routes.all("*", (c) => refuse(c, 404, "not_found", "No such endpoint."));
  return routes;
}
