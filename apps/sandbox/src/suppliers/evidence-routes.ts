import { Hono } from "hono";
import { html } from "hono/html";
import type { SandboxEnv } from "../http/hang-up.ts";
import { barePage, timeText } from "../pages/layout.ts";
import type { World } from "../world.ts";
import { answerPage, keepPage, pageOf } from "./evidence-page.ts";
import { allEvidence, type Evidence } from "./job-progress.ts";
import type { EvidenceKind, SupplierJob } from "./supplier-state.ts";

const titles: Record<EvidenceKind, string> = {
  ad_report: "Advertising report",
  placement: "Placement",
  asset: "Handed-over asset",
  hours: "Logged hours",
  audit: "Audit",
};

/** A piece of evidence and the order it belongs to. */
export interface FoundEvidence {
  job: SupplierJob;
  entry: Evidence;
  withdrawn: boolean;
}

/** Finds a piece of evidence that exists by now at either supplier. */
export function findEvidence(world: World, id: string): FoundEvidence | undefined {
  const jobId = id.replace(/-\d+-\d+$/, "");
  for (const supplier of Object.values(world.state.suppliers)) {
    const job = supplier.jobs[jobId];
    const entry = job && allEvidence(job, supplier.pace, world.businessNow()).find((candidate) => candidate.id === id);
    if (job && entry) {
      return { job, entry, withdrawn: !entry.stands };
    }
  }
  return undefined;
}

/** The pages evidence points to: 200 while it stands, 410 once it was taken down, or as their control says. */
export function evidenceRoutes(world: World): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/evidence/:id", (c) => {
    const found = findEvidence(world, c.req.param("id"));
    if (!found) {
      return c.html(barePage("Not found", html`<h1>No such evidence</h1>`), 404);
    }
    const page = { ...pageOf(found.job, found.entry.id) };
    page.asked += 1;
    page.agent = c.req.header("user-agent") ?? "";
    keepPage(found.job, found.entry.id, page);
    const answer = answerPage(c, page);
    if (answer !== null) return answer;
    if (found.withdrawn) {
      return c.html(barePage("Taken down", html`<h1>This was taken down</h1>`), 410);
    }
    const { job, entry } = found;
    const title = titles[entry.kind];
    return c.html(
      barePage(
        title,
        html`<h1>${title}</h1>
<p class="lead">Made by the sandbox in place of a real supplier's record.</p>
<dl><dt>Channel</dt><dd>${job.platform} ${job.handle}</dd>
<dt>Service</dt><dd>${job.service}</dd>
<dt>Delivered</dt><dd>${entry.delivered} ${job.unit}</dd>
<dt>Reported</dt><dd><time datetime="${new Date(entry.reportedAt).toISOString()}">${timeText(entry.reportedAt)}</time></dd>
<dt>Order reference</dt><dd><code>${job.reference}</code></dd></dl>`,
      ),
    );
  });
  return routes;
}
