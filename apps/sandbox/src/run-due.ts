import { settleDuePayments } from "./card-processor/settle-due.ts";
import { announceJobs } from "./suppliers/atelier/announce-jobs.ts";
import { announceCampaigns } from "./suppliers/northbeam/announce-campaigns.ts";
import type { WebhookQueue } from "./webhooks/webhook-queue.ts";
import type { World } from "./world.ts";

/** Lets everything happen whose time has come, and waits until its webhooks were answered. */
export async function runDue(world: World, webhooks: WebhookQueue): Promise<void> {
  settleDuePayments(world, webhooks);
  announceCampaigns(world, webhooks);
  announceJobs(world, webhooks);
  await webhooks.sendDue();
}
