import { sql } from "kysely";
import type { Database, Scope } from "#infrastructure/database";
import { type Clock, days } from "#kernel/clock";
import { newId } from "#kernel/id";
import { type ProbeResult, probeKeys, probeStorage } from "./probe-storage.ts";
import type { Storage } from "./storage.ts";
import { probeStorageJob } from "./storage-jobs.ts";

/** A probe as it is remembered. Wall time. */
export interface StorageProbe {
  readonly id: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly status: "running" | "ok" | "failed";
  readonly detail: string;
  readonly steps: ProbeResult["steps"];
}

export interface StorageProbes {
  /** Probes the storage now, remembers the result, and removes what earlier probes left. At most about ten seconds. */
  run(): Promise<StorageProbe>;
  /** Asks for a probe when there was none for a day: a new shop should not wait for the night to know. */
  requestFirst(): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<StorageProbe[]>;
}

const budgetMs = 10_000;
/** How many probes are remembered. */
const historyMax = 60;
/** A probe that did not end after this long was cut off: its objects are nobody's. */
const abandonedMs = 600_000;

interface ProbeTables {
  storageProbes: {
    id: string;
    startedAt: Date;
    finishedAt: Date | null;
    status: StorageProbe["status"];
    detail: string;
    steps: unknown;
    leftovers: string[];
  };
}

const db = (scope: Scope) => scope.tables<ProbeTables>();
const isEmpty = sql<boolean>`(cardinality(leftovers) = 0)`;
const columns = ["id", "startedAt", "finishedAt", "status", "detail", "steps"] as const;

export function createStorageProbes(deps: {
  readonly database: Database;
  readonly storage: Storage;
  readonly clock: Clock;
}): StorageProbes {
  const list = (limit: number) => listProbes(deps.database, limit);
  return {
    run: () => runProbe(deps),
    requestFirst: async () => {
      const [latest] = await list(1);
      const now = deps.clock.wall();
      if (latest !== undefined && now.getTime() - latest.startedAt.getTime() < days(1)) return;
      await deps.database.transaction(async (tx) =>
        tx.enqueue(probeStorageJob, {}, { key: `start ${now.toISOString()}` }),
      );
    },
    list,
  };
}

type Deps = Parameters<typeof createStorageProbes>[0];

/** The intent with its keys is written first, so that a crash leaves nothing nobody knows of. */
async function runProbe({ database, storage, clock }: Deps): Promise<StorageProbe> {
  await removeLeftovers({ database, storage, clock });
  const id = newId("spr");
  const startedAt = clock.wall();
  const leftovers = [...probeKeys(id).values()];
  await db(database)
    .insertInto("storageProbes")
    .values({ id, startedAt, finishedAt: null, status: "running", detail: "runs", steps: "[]", leftovers })
    .execute();
  const result = await probeStorage(storage, id, budgetMs);
  const finishedAt = clock.wall();
  const { status, detail, steps } = result;
  await db(database)
    .updateTable("storageProbes")
    .set({ finishedAt, status, detail, steps: JSON.stringify(steps), leftovers: [...result.leftovers] })
    .where("id", "=", id)
    .execute();
  await forgetOld(database);
  return { id, startedAt, finishedAt, status, detail, steps };
}

async function listProbes(database: Database, limit: number): Promise<StorageProbe[]> {
  const query = db(database).selectFrom("storageProbes").select(columns).orderBy("startedAt", "desc").limit(limit);
  return (await query.execute()).map((row) => ({ ...row, steps: row.steps as ProbeResult["steps"] }));
}

/** Deletes what ended or abandoned probes could not; what can't be deleted now is tried at the next probe. */
async function removeLeftovers({ database, storage, clock }: Deps): Promise<void> {
  const abandonedBefore = new Date(clock.wall().getTime() - abandonedMs);
  const rows = await db(database)
    .selectFrom("storageProbes")
    .select(["id", "leftovers"])
    .where(isEmpty, "=", false)
    .where((where) => where.or([where("status", "!=", "running"), where("startedAt", "<", abandonedBefore)]))
    .execute();
  for (const { id, leftovers } of rows) {
    const deleted = await deleteAll(storage, leftovers);
    if (!deleted) return;
    await db(database).updateTable("storageProbes").set({ leftovers: [] }).where("id", "=", id).execute();
  }
}

async function deleteAll(storage: Storage, keys: readonly string[]): Promise<boolean> {
  try {
    for (const key of keys) await storage.delete(key);
    return true;
  } catch {
    return false;
  }
}

/** Keeps the newest, and older ones only while objects of theirs may be left. */
async function forgetOld(database: Database): Promise<void> {
  const newest = db(database).selectFrom("storageProbes").select("id").orderBy("startedAt", "desc").limit(historyMax);
  await db(database).deleteFrom("storageProbes").where("id", "not in", newest).where(isEmpty, "=", true).execute();
}
