import { newId } from "../../seeded-random.ts";
import type { WebhookQueue } from "../../webhooks/webhook-queue.ts";
import type { World } from "../../world.ts";
import { announceProgress } from "../announce-progress.ts";
import { toldProgress } from "../told-progress.ts";
import { atelierState, presentJob } from "./present-job.ts";

/** Sends Atelier's webhooks for every job that moved. */
export function announceJobs(world: World, webhooks: WebhookQueue): void {
  const { control } = world.state.suppliers.atelier;
  announceProgress(world, "atelier", (job, progress) => {
    const event = `job.${atelierState(toldProgress(control, progress))}`;
    const eventId = newId("ate", 16);
    const body = JSON.stringify({ event_id: eventId, event, job: presentJob(world, control, job, progress) });
    webhooks.add("atelier", eventId, event, body);
  });
}
