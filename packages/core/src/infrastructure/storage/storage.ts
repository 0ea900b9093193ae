/** Files by key: papers and whatever else must outlive a process. The same behavior on a disk and in an object store. */
export interface Storage {
  /**
   * Writes a whole object, or nothing. The key's ending decides the content type. With `ifAbsent` an object that is
   * there is kept; `written` tells which it was.
   */
  put(
    key: string,
    bytes: Uint8Array,
    options?: { readonly ifAbsent?: boolean },
  ): Promise<{ readonly written: boolean }>;
  /** Null when there is no such object. */
  get(key: string): Promise<StoredObject | null>;
  head(key: string): Promise<ObjectHead | null>;
  /** Removing what isn't there is fine. */
  delete(key: string): Promise<void>;
}

export interface StoredObject {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

export interface ObjectHead {
  /** In bytes. */
  readonly size: number;
  readonly contentType: string;
}

/** The store can't be reached or failed: nothing is known about the object. Worth another try later. */
export class StorageUnavailable extends Error {
  override readonly name = "StorageUnavailable";
}
