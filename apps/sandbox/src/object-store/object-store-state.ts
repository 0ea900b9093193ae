export interface StoredObject {
  /** Base64. */
  body: string;
  size: number;
  contentType: string;
  /** Without quotes. */
  etag: string;
  lastModified: string;
  /** `x-amz-meta-*`, by name without the prefix. */
  metadata: Record<string, string>;
}

export type ObjectStoreMode = "normal" | "down" | "slow" | "torn";

export interface ObjectStoreState {
  mode: ObjectStoreMode;
  /** Objects by key, by bucket. */
  buckets: Record<string, Record<string, StoredObject>>;
}

/** A store without buckets; the first write to one makes it. */
export function emptyObjectStoreState(): ObjectStoreState {
  return { mode: "normal", buckets: {} };
}
