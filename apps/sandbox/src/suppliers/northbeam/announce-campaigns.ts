import { newId } from "../../seeded-random.ts";
import type { WebhookQueue } from "../../webhooks/webhook-queue.ts";
import type { World } from "../../world.ts";
import { announceProgress } from "../announce-progress.ts";
import { toldProgress, toldTime } from "../told-progress.ts";
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
  const { control } = world.state.suppliers.northbeam;
  announceProgress(world, "northbeam", (job, progress) => {
    const type = eventOf[toldProgress(control, progress).status];
    const timestamp = toldTime(control, world.businessNow());
    const data = { campaign: presentCampaign(world, control, job, progress) };
    webhooks.add("northbeam", newId("msg"), type, JSON.stringify({ type, timestamp, data }));
  });
}
