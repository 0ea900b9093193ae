import { randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { contentTypeOf } from "./object-key.ts";
import { type Storage, StorageUnavailable } from "./storage.ts";

/**
 * Objects as files below a folder that only this user can read. A file appears whole under its name: it is written
 * and flushed beside it first, so a crash leaves a stray temporary file and never half an object.
 */
export function createDiskStorage(directory: string): Storage {
  const root = resolve(directory);
  const pathOf = (key: string): string => join(root, ...key.split("/"));
  return {
    put: async (key, bytes, options = {}) => {
      contentTypeOf(key);
      return guarded(() => write(pathOf(key), bytes, options.ifAbsent ?? false));
    },
    get: async (key) => {
      const contentType = contentTypeOf(key);
      const bytes = await guarded(() => ifThere(readFile(pathOf(key))));
      return bytes === null ? null : { bytes, contentType };
    },
    head: async (key) => {
      const contentType = contentTypeOf(key);
      const facts = await guarded(() => ifThere(stat(pathOf(key))));
      return facts === null ? null : { size: facts.size, contentType };
    },
    delete: async (key) => {
      contentTypeOf(key);
      await guarded(() => rm(pathOf(key), { force: true }));
    },
  };
}

async function write(path: string, bytes: Uint8Array, ifAbsent: boolean): Promise<{ written: boolean }> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    if (!ifAbsent) await rename(temporary, path);
    else if (!(await linkUnlessThere(temporary, path))) return { written: false };
  } finally {
    await rm(temporary, { force: true });
  }
  await syncFolder(folder);
  return { written: true };
}

/** Gives a file its name only if nobody has it: unlike a rename, a link refuses to replace. */
async function linkUnlessThere(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** A new name is safe from a power cut only once its folder is on the disk. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

async function ifThere<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return null;
    throw error;
  }
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new StorageUnavailable(`The disk refused: ${codeOf(error) ?? "unknown"}`, { cause: error });
  }
}
