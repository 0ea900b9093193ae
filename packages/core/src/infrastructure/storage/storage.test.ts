import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Sandbox, startSandbox } from "@smplat/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createStorage } from "./create-storage.ts";
import { type Storage, StorageUnavailable } from "./storage.ts";

let sandbox: Sandbox;
let directory: string;
const stores: Record<string, Storage> = {};

beforeAll(async () => {
  sandbox = await startSandbox();
  directory = await mkdtemp(join(tmpdir(), "storage-"));
  stores.disk = createStorage({ kind: "disk", directory });
  stores.s3 = createStorage({
    kind: "s3",
    endpoint: `${sandbox.url}/s3`,
    region: "us-east-1",
    bucket: "papers",
    accessKeyId: "key",
    secretAccessKey: "secret",
  });
  await stores.s3.put("first/makes-the-bucket.txt", new Uint8Array());
}, 60_000);
afterAll(async () => {
  await sandbox.stop();
  await rm(directory, { recursive: true, force: true });
});

const storeNamed = (name: string): Storage => stores[name] ?? expect.fail(`no store ${name}`);
const keyOf = (ending: string): string => `test/${randomUUID()}/paper.${ending}`;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe.each(["disk", "s3"])("a storage on %s", (name) => {
  test("gives back the bytes it was given, with the content type of the key's ending", async () => {
    const store = storeNamed(name);
    const key = keyOf("pdf");
    const bytes = crypto.getRandomValues(new Uint8Array(50_000));
    expect(await store.put(key, bytes)).toEqual({ written: true });
    const stored = await store.get(key);
    expect(Buffer.from(stored?.bytes ?? []).equals(bytes)).toBe(true);
    expect(stored?.contentType).toBe("application/pdf");
    expect(await store.head(key)).toEqual({ size: 50_000, contentType: "application/pdf" });
  });

  test("says null for what isn't there", async () => {
    const store = storeNamed(name);
    expect(await store.get(keyOf("html"))).toBeNull();
    expect(await store.head(keyOf("html"))).toBeNull();
  });

  test("replaces an object, unless it is asked to keep the one that is there", async () => {
    const store = storeNamed(name);
    const key = keyOf("txt");
    expect(await store.put(key, bytesOf("first"), { ifAbsent: true })).toEqual({ written: true });
    expect(await store.put(key, bytesOf("second"), { ifAbsent: true })).toEqual({ written: false });
    expect(textOf((await store.get(key))?.bytes)).toBe("first");
    expect(await store.put(key, bytesOf("third"))).toEqual({ written: true });
    expect(textOf((await store.get(key))?.bytes)).toBe("third");
  });

  test("of several writers that want to be first exactly one is", async () => {
    const store = storeNamed(name);
    const key = keyOf("txt");
    const writers = ["a", "b", "c", "d", "e"];
    const answers = await Promise.all(writers.map((text) => store.put(key, bytesOf(text), { ifAbsent: true })));
    const winners = writers.filter((_, index) => answers[index]?.written);
    expect(winners).toHaveLength(1);
    expect(textOf((await store.get(key))?.bytes)).toBe(winners[0]);
  });

  test("removes an object, also twice", async () => {
    const store = storeNamed(name);
    const key = keyOf("json");
    await store.put(key, bytesOf("{}"));
    await store.delete(key);
    await store.delete(key);
    expect(await store.get(key)).toBeNull();
  });

  test.each([
    "../escape.txt",
    "a/../../escape.txt",
    "/etc/passwd.txt",
    "a//b.txt",
    "a/.hidden.txt",
    "a\\b.txt",
    "UPPER.txt",
    "a\u0000.txt",
    "a/b.exe",
    "a/b",
    "",
    "a/.",
    `${"long/".repeat(200)}x.txt`,
  ])("refuses the key %j", async (key) => {
    const store = storeNamed(name);
    await expect(store.put(key, bytesOf("x"))).rejects.toThrow(/not a key/);
    await expect(store.get(key)).rejects.toThrow(/not a key/);
    await expect(store.delete(key)).rejects.toThrow(/not a key/);
  });
});

test("on disk only the owner can read, and no temporary file stays", async () => {
  const key = keyOf("pdf");
  await storeNamed("disk").put(key, bytesOf("secret"));
  const path = join(directory, key);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(join(path, ".."))).mode & 0o777).toBe(0o700);
  expect(await readdir(join(path, ".."))).toEqual(["paper.pdf"]);
});

test("an object store that is down is told apart from an object that is missing", async () => {
  await sandbox.control.objectStore.set("down");
  await expect(storeNamed("s3").get(keyOf("pdf"))).rejects.toThrow(StorageUnavailable);
  await expect(storeNamed("s3").put(keyOf("pdf"), bytesOf("x"))).rejects.toThrow(StorageUnavailable);
  await sandbox.control.objectStore.set("normal");
});
