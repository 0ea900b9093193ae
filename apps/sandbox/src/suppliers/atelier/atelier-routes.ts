import { type Context, Hono } from "hono";
import type { SandboxEnv } from "../../http/hang-up.ts";
import type { World } from "../../world.ts";
import { acceptJob, addMakeGood } from "../accept-job.ts";
import { progressOf } from "../job-progress.ts";
import { remainingCredit, uncovered } from "../supplier-credit.ts";
import { countSubmit, disturbed, type SupplierRefusals, submitAnswer } from "../supplier-mode.ts";
import type { SupplierJob } from "../supplier-state.ts";
import { presentJob } from "./present-job.ts";
import { atelierCharacter, atelierServices } from "./services.ts";

type AtelierContext = Context<SandboxEnv>;

/** Atelier answers 200 to everything and says in the body whether it worked. */
function refuse(c: AtelierContext, error: string): Response {
  return c.json({ ok: false, error });
}

const refusals: SupplierRefusals = {
  down: (c) => c.text("<html><body><h1>502 Bad Gateway</h1></body></html>", 502, { "content-type": "text/html" }),
  rateLimited: (c) => refuse(c, "too many requests, wait 2 seconds"),
};

function jobAnswer(world: World, c: AtelierContext, job: SupplierJob): Response {
  const { pace, control } = world.state.suppliers.atelier;
  const progress = progressOf(job, pace, world.businessNow());
  return c.json({ ok: true, job: presentJob(world, control, job, progress) });
}

/** Reads `youtube:@handle`, `https://bsky.app/profile/handle` or a bare handle. */
export function readChannel(text: string): { platform: string; handle: string } {
  const link = /^https?:\/\/(?:www\.)?([a-z]+)\.[a-z]+\/(?:profile\/)?([^/?#]+)/i.exec(text);
  if (link) {
    const site = (link[1] ?? "").toLowerCase();
    return { platform: site === "bsky" ? "bluesky" : site, handle: link[2] ?? "" };
  }
  const separator = text.indexOf(":");
  return separator > 0
    ? { platform: text.slice(0, separator).toLowerCase(), handle: text.slice(separator + 1) }
    : { platform: "", handle: text };
}

/** Every call makes a job: Atelier knows no idempotency key, only the look-up by client_ref. */
function submit(world: World, c: AtelierContext, form: URLSearchParams): Response {
  const state = world.state.suppliers.atelier;
  const reference = form.get("client_ref") ?? "";
  const units = form.get("units") ?? "";
  if (!reference) {
    return refuse(c, "client_ref missing");
  }
  countSubmit(world, "atelier", reference);
  if (state.control.mode === "reject") {
    return refuse(c, "brief declined by the studio");
  }
  const service = atelierServices.find((candidate) => candidate.code === form.get("service_code"));
  if (!service) {
    return refuse(c, `unknown service_code, use one of ${atelierServices.map(({ code }) => code).join(" ")}`);
  }
  if (!/^\d{1,4}$/.test(units) || Number(units) < service.minimum || Number(units) > service.maximum) {
    return refuse(c, `units must be a whole number from ${service.minimum} to ${service.maximum}`);
  }
  const hours = Number(form.get("deadline_hours") ?? service.usualHours);
  if (!(hours > 0 && hours <= 2_160)) {
    return refuse(c, "deadline_hours must be a number above 0 and at most 2160");
  }
  const short = uncovered(state, service, Number(units));
  if (short) {
    const [left, needed] = [short.leftMinor, short.neededMinor].map((minor) => (minor / 100).toFixed(2));
    return refuse(c, `credit too low: ${left} left, ${needed} needed`);
  }
  const job = acceptJob(world, atelierCharacter, {
    supplier: "atelier",
    id: `A${String(100_000 + state.nextNumber++)}`,
    reference,
    service,
    quantity: Number(units),
    ...readChannel(form.get("channel") ?? ""),
    brief: form.get("brief") ?? "",
    hours,
  });
  return jobAnswer(world, c, job);
}

function voidJob(world: World, c: AtelierContext, job: SupplierJob): Response {
  const { status } = progressOf(job, world.state.suppliers.atelier.pace, world.businessNow());
  if (status === "completed" || status === "short") {
    return refuse(c, "job already handed over");
  }
  job.canceledAt ??= world.businessNow();
  world.changed();
  return jobAnswer(world, c, job);
}

/** Works on what is missing of a job that was handed over. While it does, the job is not handed over: no second redo. */
function redoJob(world: World, c: AtelierContext, job: SupplierJob, form: URLSearchParams): Response {
  const { status } = progressOf(job, world.state.suppliers.atelier.pace, world.businessNow());
  if (status !== "completed" && status !== "short") {
    return refuse(c, "job not handed over yet");
  }
  const units = form.get("units") ?? "";
  if (!/^[1-9]\d{0,3}$/.test(units)) {
    return refuse(c, "units must be a whole number from 1");
  }
  addMakeGood(world, "atelier", atelierCharacter, job, Number(units));
  return jobAnswer(world, c, job);
}

function jobRoutes(world: World, routes: Hono<SandboxEnv>): void {
  const withJob = (c: AtelierContext, act: (job: SupplierJob) => Response | Promise<Response>) =>
    disturbed(world, "atelier", c, refusals, async () => {
      const job = world.state.suppliers.atelier.jobs[c.req.param("no") ?? ""];
      return job ? act(job) : refuse(c, "no such job");
    });
  routes.post("/jobs", (c) =>
    disturbed(world, "atelier", c, refusals, async () => {
      const form = new URLSearchParams(await c.req.text());
      return submitAnswer(world, "atelier", c, submit(world, c, form));
    }),
  );
  routes.get("/jobs", (c) =>
    disturbed(world, "atelier", c, refusals, async () => {
      const reference = c.req.query("client_ref");
      const { jobs, pace, control } = world.state.suppliers.atelier;
      const now = world.businessNow();
      const found = Object.values(jobs).filter((job) => reference === undefined || job.reference === reference);
      return c.json({
        ok: true,
        jobs: found.slice(-100).map((job) => presentJob(world, control, job, progressOf(job, pace, now))),
      });
    }),
  );
  routes.get("/jobs/:no", (c) => withJob(c, (job) => jobAnswer(world, c, job)));
  routes.post("/jobs/:no/redo", (c) =>
    withJob(c, async (job) => {
      const form = new URLSearchParams(await c.req.text());
      return submitAnswer(world, "atelier", c, redoJob(world, c, job, form));
    }),
  );
  routes.post("/jobs/:no/void", (c) => withJob(c, (job) => voidJob(world, c, job)));
}

/** Atelier's API under /suppliers/atelier/api: forms in, text numbers out, errors with status 200. */
export function atelierRoutes(world: World): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.use("*", async (c, next) => {
    if (c.req.header("x-api-key") !== world.keys.atelier) {
      return refuse(c, "bad api key");
    }
    return next();
  });
  jobRoutes(world, routes);
  routes.get("/credit", (c) =>
    disturbed(world, "atelier", c, refusals, async () => {
      const credit = remainingCredit(world.state.suppliers.atelier, 41_250, 10_000, 100_000);
      return c.json({ ok: true, credit: (credit / 100).toFixed(2), currency: "EUR" });
    }),
  );
  routes.all("*", (c) => refuse(c, "no such endpoint"));
  return routes;
}
