import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Core, createCore } from "@smplat/core";
import { loadConfig } from "@smplat/core/config";
import { type Clock, createClock } from "@smplat/core/kernel/clock";
import { createTestDatabase } from "./create-test-database.ts";
import { type RecordingLogger, recordingLogger } from "./recording-logger.ts";
import { startMailSink } from "./start-mail-sink.ts";
import { testReceiptKey } from "./test-receipt-key.ts";

/** A clock that stands on real time plus what a test added. Wall and business time move together. */
export interface TestClock extends Clock {
  /** Moves time on, and with it every job that waits for its moment. */
  advance(ms: number): Promise<void>;
}

/** The whole business on a database of its own, with jobs that run only when `core.runner.settle()` is called. */
export interface TestCore {
  readonly core: Core;
  readonly clock: TestClock;
  readonly log: RecordingLogger;
  /** Closes the core and drops its database. Fails when something was left open. */
  close(): Promise<void>;
}

const secret = "a secret of the tests, long enough to be one";

/**
 * Builds the business for one test file. Its mails go nowhere and its files to a folder that is removed.
 * @param environment variables beside, or instead of, those of a test
 */
export async function createTestCore(environment: Readonly<Record<string, string>> = {}): Promise<TestCore> {
  const database = await createTestDatabase();
  const files = await mkdtemp(join(tmpdir(), "test-files-"));
  const sink = await startMailSink();
  const config = loadConfig({
    NODE_ENV: "test",
    DATABASE_URL: database.url,
    SERVICES: "api,worker",
    RATE_LIMITS: "0",
    SESSION_SECRET: secret,
    QUOTE_SIGNING_KEY: secret,
    ENCRYPTION_KEY: secret,
    RECEIPT_SIGNING_KEY: testReceiptKey,
    STORAGE_DIRECTORY: files,
    SMTP_URL: sink.smtpUrl,
    ...environment,
  });
  const log = recordingLogger();
  const moving = movingClock();
  const core = await createCore(config, { logger: log.logger, clock: moving.clock });
  const advance = async (ms: number) => {
    moving.move(ms);
    await core.queue.retime({ byMs: ms });
  };
  return {
    core,
    clock: { ...moving.clock, advance },
    log,
    close: async () => {
      await core.close();
      await sink.stop();
      await rm(files, { recursive: true, force: true });
      await database.drop();
    },
  };
}

function movingClock(): { readonly clock: Clock; move(ms: number): void } {
  let added = 0;
  const start = new Date();
  const clock = createClock({ wall: start, business: start, rate: 1 }, () => Date.now() + added);
  return {
    clock,
    move: (ms) => {
      added += ms;
    },
  };
}
