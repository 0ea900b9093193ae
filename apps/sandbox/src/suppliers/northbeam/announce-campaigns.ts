import { newId } from "../../seeded-random.ts";
import type { WebhookQueue } from "../../webhooks/webhook-queue.ts";
import type { World } from "../../world.ts";
import { announceProgress } from "../announce-progress.ts";
import { presentCampaign } from "./present-campaign.ts";

const eventOf = {
  accepted: "campaign.progress",
  running: "campaign.progress",
  completed: "campaign.completed",
  short: "campaign.short",
  canceled: "campaign.canceled",
} as const;

/** Sends Northbeam's webhooks for every campaign that moved. */
export function announceCampaigns(world: World, webhooks: WebhookQueue): void {
  announceProgress(world, "northbeam", (job, progress) => {
    const type = eventOf[progress.status];
    const timestamp = new Date(world.businessNow()).toISOString();
    const data = { campaign: presentCampaign(world, job, progress) };
    webhooks.add("northbeam", newId("msg"), type, JSON.stringify({ type, timestamp, data }));
  });
}
