import type { Config } from "#infrastructure/config";
import { createDiskStorage } from "./disk-storage.ts";
import { createS3Storage } from "./s3-storage.ts";
import type { Storage } from "./storage.ts";

/** The storage the configuration names. */
export function createStorage(config: Config["storage"]): Storage {
  return config.kind === "disk" ? createDiskStorage(config.directory) : createS3Storage(config);
}
