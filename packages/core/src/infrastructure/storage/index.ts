export { createStorage } from "./create-storage.ts";
export { createDiskStorage } from "./disk-storage.ts";
export { type ProbeResult, type ProbeStep, probeStorage } from "./probe-storage.ts";
export { createS3Storage, type S3Options } from "./s3-storage.ts";
export { type ObjectHead, type Storage, StorageUnavailable, type StoredObject } from "./storage.ts";
export { probeStorageJob, storageJobs } from "./storage-jobs.ts";
export { createStorageProbes, type StorageProbe, type StorageProbes } from "./storage-probes.ts";
