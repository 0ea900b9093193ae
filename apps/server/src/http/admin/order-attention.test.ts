import { after, hours, minutes } from "@smplat/core/kernel/clock";
import { expect, test } from "vitest";
import { attentionOf } from "./order-attention.ts";

const now = new Date("2026-11-22T12:00:00Z");
const ready = { state: "ready", dueAt: null, completedAt: null } as const;
const order = { disputeOpen: false, reviewReason: null, holdReason: null, updatedAt: now, lines: [ready] } as const;

test("a line that is about to be sent needs nobody, one that goes on waiting names the supplier it waits for", () => {
  expect(attentionOf({ ...order, updatedAt: after(now, -minutes(2)) }, now)).toBeNull();
  const waiting = attentionOf({ ...order, updatedAt: after(now, -hours(1)) }, now);
  expect(waiting).toEqual({ concern: "waits-for-supplier", detail: null });
});

test("what is more pressing is named first: a failed line before a waiting one, a hold before both", () => {
  const waiting = { ...order, updatedAt: after(now, -hours(1)) };
  const failed = { ...waiting, lines: [ready, { ...ready, state: "failed" as const }] };
  expect(attentionOf(failed, now)).toMatchObject({ concern: "line-failed" });
  expect(attentionOf({ ...failed, holdReason: "Asked us to wait" }, now)).toEqual({
    concern: "hold",
    detail: "Asked us to wait",
  });
});
