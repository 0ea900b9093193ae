import { randomUUID } from "node:crypto";
import { newAccount, refusal, startTestShop, type TestAccount, type TestShop, type Visitor } from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../app.ts";

let shop: TestShop;
let account: TestAccount;
let operator: Visitor;

beforeAll(async () => {
  shop = await startTestShop(createApp);
  account = await newAccount(shop.core, "operator");
  operator = shop.visit();
  await operator.api.auth.signIn({ body: { email: account.email, password: account.password } });
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(() => shop.close());

/** A job that may try once and can't be done. Returns its dead letter. */
async function giveUp() {
  const { core } = shop;
  const orderId = `ord_${randomUUID()}`;
  const job = core.handlers.find((handler) => handler.job.id === "billing.issue-receipt")?.job;
  if (job === undefined) throw new Error("no such job");
  await core.database.transaction((tx) =>
    core.queue.insert(tx.tables<unknown>(), [{ job: { ...job, retryLimit: 0 }, payload: { orderId }, options: {} }]),
  );
  await core.runner.settle({ only: ["local"], concurrency: 1 });
  const letter = (await look()).failed.find(({ payload }) => payload.includes(orderId));
  if (letter === undefined) throw new Error("A job that can't be done is a dead letter");
  return letter;
}

const look = () => operator.api.adminJobs.overview({});
const waiting = async () => {
  const { jobs } = await look();
  const { ready = 0, deferred = 0 } = jobs.find(({ job }) => job === "billing.issue-receipt") ?? {};
  return ready + deferred;
};

describe("POST /admin/jobs/{jobId}/retry", () => {
  test("202 the job is queued again, and who did it, when and why is kept", async () => {
    const [letter, before] = [await giveUp(), await waiting()];
    const reason = "The order is back from the backup.";
    await operator.api.adminJobs.retry({ params: { jobId: letter.id }, body: { reason } });
    const { failed, decided } = await look();
    expect(failed.map(({ id }) => id)).not.toContain(letter.id);
    expect(decided[0]).toMatchObject({
      ...{ id: letter.id, job: letter.job, error: letter.error, failedAt: letter.failedAt, reason },
      ...{ decision: "retried", decidedBy: { kind: "operator", id: expect.stringMatching(/^cus_/) } },
    });
    expect(await waiting()).toBe(before + 1);
  });

  test("202 the job has the attempts of its kind again, not the usual ones", async () => {
    const { core } = shop;
    const job = core.handlers.find((handler) => handler.job.id === "payments.submit-refund")?.job;
    if (job === undefined) throw new Error("no such job");
    const refundId = `ref_${randomUUID()}`;
    const { rows } = await core.database.pool.query<{ id: string }>(
      `insert into pgboss.job (id, name, data) values (gen_random_uuid(), 'dead-letter', $1) returning id`,
      [{ job: job.id, payload: { refundId } }],
    );
    const jobId = rows[0]?.id ?? "";
    await operator.api.adminJobs.retry({ params: { jobId }, body: { reason: "The processor is back." } });
    const again = await core.database.pool.query(
      "select retry_limit from pgboss.job where name = $1 and data -> 'payload' ->> 'refundId' = $2",
      [job.lane, refundId],
    );
    expect(again.rows).toEqual([{ retry_limit: job.retryLimit }]);
    expect(job.retryLimit).toBe(20);
    await core.database.pool.query("delete from pgboss.job where data -> 'payload' ->> 'refundId' = $1", [refundId]);
  });

  test("404 for the slower of two at once: it runs again once, with one decision", async () => {
    const [letter, before] = [await giveUp(), await waiting()];
    const decide = () =>
      operator.api.adminJobs.retry({ params: { jobId: letter.id }, body: { reason: "Both of us." } });
    const outcomes = await Promise.allSettled([decide(), decide(), decide()]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await waiting()).toBe(before + 1);
    expect((await look()).decided.filter(({ id }) => id === letter.id)).toHaveLength(1);
    expect(await refusal(decide())).toMatchObject({ code: "job.not-found" });
  });

  test("422 without a reason: nothing is decided", async () => {
    const letter = await giveUp();
    const decide = operator.api.adminJobs.retry({ params: { jobId: letter.id }, body: { reason: "  " } });
    expect(await refusal(decide)).toMatchObject({ status: 422 });
    expect((await look()).failed.map(({ id }) => id)).toContain(letter.id);
  });
});

describe("POST /admin/jobs/{jobId}/discard", () => {
  test("204 the job never runs again, and why is kept where nobody can change it", async () => {
    const [letter, before] = [await giveUp(), await waiting()];
    const reason = "The order was a test of ours.";
    await operator.api.adminJobs.discard({ params: { jobId: letter.id }, body: { reason } });
    expect((await look()).decided[0]).toMatchObject({ id: letter.id, decision: "discarded", reason });
    expect(await waiting()).toBe(before);
    const again = operator.api.adminJobs.retry({ params: { jobId: letter.id }, body: { reason: "Second thoughts." } });
    expect(await refusal(again)).toMatchObject({ code: "job.not-found" });
    const change = shop.core.database.pool.query("update dead_letter_decisions set reason = 'none'");
    await expect(change).rejects.toThrow(/append-only/);
  });
});
