import { createTestCore, type Sandbox, startSandbox, type TestCore } from "@smplat/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { days } from "#kernel/clock";
import { probeStorage } from "./probe-storage.ts";

let sandbox: Sandbox;
let shop: TestCore;

beforeAll(async () => {
  sandbox = await startSandbox();
  shop = await createTestCore({
    EGRESS_ORIGINS: sandbox.url,
    S3_ENDPOINT: `${sandbox.url}/s3`,
    S3_ACCESS_KEY_ID: "key",
    S3_SECRET_ACCESS_KEY: "secret",
  });
});
afterEach(async () => {
  await sandbox.control.objectStore.set("normal");
});
afterAll(async () => {
  await shop?.close();
  await sandbox?.stop();
});

const storageCheck = async () => {
  const checks = await shop.core.readiness();
  return checks.find((check) => check.name === "storage") ?? expect.fail("no storage check");
};
const leftovers = async () => {
  const { rows } = await shop.core.database.pool.query<{ leftovers: string[] }>(
    "select leftovers from storage_probes order by started_at desc",
  );
  return rows.map((row) => row.leftovers.length);
};

test("a storage that was never probed is not called fine", async () => {
  expect(await storageCheck()).toMatchObject({ status: "degraded", overdue: true, lastSuccessAt: null });
});

test("objects of four sizes are written, read, compared and deleted, and the result is remembered", async () => {
  const probe = await shop.core.storageProbes.run();
  expect(probe).toMatchObject({ status: "ok" });
  expect(probe.steps.map((step) => step.size)).toEqual([0, 4_096, 262_144, 1_048_576]);
  for (const step of probe.steps) expect(step.deleteMs).not.toBeNull();
  expect(await shop.core.storageProbes.list(1)).toMatchObject([{ id: probe.id, status: "ok" }]);
  expect(await storageCheck()).toMatchObject({ status: "ok", overdue: false });
  expect(await leftovers()).toEqual([0]);
});

test("a store that tears what it is given is found out by the hash", async () => {
  await sandbox.control.objectStore.set("torn");
  const probe = await shop.core.storageProbes.run();
  expect(probe.status).toBe("failed");
  expect(await storageCheck()).toMatchObject({ status: "degraded", detail: expect.stringContaining("failed") });
});

test("a store that is down fails the probe, and the next probe removes what earlier ones left", async () => {
  await sandbox.control.objectStore.set("down");
  expect(await shop.core.storageProbes.run()).toMatchObject({ status: "failed" });
  expect(Math.max(...(await leftovers()))).toBeGreaterThan(0);
  await sandbox.control.objectStore.set("normal");
  expect(await shop.core.storageProbes.run()).toMatchObject({ status: "ok" });
  expect(new Set(await leftovers())).toEqual(new Set([0]));
});

test("a store that is slow runs out of its budget", async () => {
  await sandbox.control.objectStore.set("slow");
  const result = await probeStorage(shop.core.storage, "slow", 1_000);
  expect(result).toMatchObject({ status: "failed", detail: expect.stringContaining("budget of 1000 ms") });
  expect(result.leftovers).toHaveLength(4);
});

test("only the newest probes are remembered", async () => {
  await shop.core.database.pool.query(
    `insert into storage_probes select 'spr_old' || n, now() - make_interval(days => n), now(), 'ok', '', '[]', '{}'
     from generate_series(1, 80) n`,
  );
  await shop.core.storageProbes.run();
  expect(await shop.core.storageProbes.list(100)).toHaveLength(60);
});

test("a new shop asks for its first probe at once, and for no second one", async () => {
  await shop.core.database.pool.query("delete from storage_probes");
  await shop.core.storageProbes.requestFirst();
  await shop.core.runner.settle();
  expect(await shop.core.storageProbes.list(10)).toHaveLength(1);
  await shop.core.storageProbes.requestFirst();
  await shop.core.runner.settle();
  expect(await shop.core.storageProbes.list(10)).toHaveLength(1);
});

test("every kind of job is listed with its age once it ran, recurring or not", async () => {
  const checks = await shop.core.readiness();
  const jobs = checks.filter((check) => check.kind === "job");
  expect(jobs.map((job) => job.name).sort()).toEqual(shop.core.handlers.map(({ job }) => job.id).sort());
  expect(jobs.find((job) => job.name === "storage.probe")).toMatchObject({
    status: "ok",
    ageSeconds: expect.any(Number),
  });
  expect(jobs.find((job) => job.name === "billing.store-paper")).toMatchObject({ ageSeconds: null, overdue: false });
});

test("a recurring job that missed its runs is overdue, and so is any job that waits too long", async () => {
  const { pool } = shop.core.database;
  await pool.query("update job_heartbeats set finished_at = now() - interval '3 days' where job = 'storage.probe'");
  await shop.core.storageProbes.requestFirst();
  const jobCalled = async (name: string) => (await shop.core.readiness()).find((check) => check.name === name);
  expect(await jobCalled("storage.probe")).toMatchObject({
    status: "degraded",
    overdue: true,
    detail: "should have run",
  });
  await shop.clock.advance(days(2));
  await shop.core.storageProbes.requestFirst();
  await pool.query("update pgboss.job set start_after = now() - interval '1 hour' where state = 'created'");
  expect(await jobCalled("storage.probe")).toMatchObject({ overdue: true, detail: expect.stringContaining("waits") });
  expect((await shop.core.readiness()).find((check) => check.name === "queue")).toMatchObject({ status: "failed" });
  await shop.core.runner.settle();
});
