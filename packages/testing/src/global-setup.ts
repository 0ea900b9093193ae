import type { TestProject } from "vitest/node";
import { startTestPostgres, type TestPostgresAddress } from "./test-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    testPostgres: TestPostgresAddress;
  }
}

/** Vitest calls this once per project before its first test, and the answer after its last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...address } = await startTestPostgres();
  project.provide("testPostgres", address);
  return stop;
}
