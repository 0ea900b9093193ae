import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";
import { digestOf } from "./digest.ts";
import { merkleTree } from "./merkle.ts";
import { outlineOf } from "./outline.ts";
import {
  documentSchema,
  type ProofDocument,
  type ProofFile,
  type PublishedKey,
  type RootDocument,
  rootSchema,
  type SignedReceipt,
} from "./receipt-format.ts";
import { sealOf } from "./seal.ts";
import { verifyProofFile } from "./verify-proof-file.ts";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const rawOf = (key: KeyObject) => Buffer.from(key.export({ format: "jwk" }).x ?? "", "base64url").toString("hex");
const keys: PublishedKey[] = [{ keyId: "key_1", algorithm: "Ed25519", publicKey: rawOf(publicKey) }];
const signed = (value: unknown) => sign(null, Buffer.from(canonicalJson(value)), privateKey).toString("hex");
const bytesOf = (text: string) => new TextEncoder().encode(text);
const salt = "00112233445566778899aabbccddeeff";

async function documentAt(sequence: number, previous: string | null): Promise<ProofDocument> {
  return {
    schema: documentSchema,
    shop: { name: "Smplat", url: "https://shop.example" },
    keyId: "key_1",
    order: { number: "SM000042", sequence, previous },
    issuedAt: "2026-11-22T10:00:00.000Z",
    cause: sequence === 1 ? "completed" : "after-1d",
    line: {
      ...{ id: "oln_1", position: 0, product: "Editing hours", deliverableKind: "hours", unit: "hour" },
      ...{ ordered: 4, delivered: 4, state: "fulfilled", startedAt: null, dueAt: null, completedAt: null },
      refunded: { amountMinor: 0, currency: "EUR" },
    },
    policy: { outcome: "allowed", checkedAt: null, guaranteeDays: 30, thresholdPercent: 90 },
    channel: { platform: "youtube", handle: await sealOf(salt, "@mära") },
    evidence: [],
    proof: {
      ...{ label: "inconclusive", explanation: "Too few readings.", baseline: null, baselineMissing: "deadline" },
      ...{ latest: null, change: null },
    },
    readings: [],
    missing: [{ at: "2026-11-21T10:00:00.000Z", reason: "deadline" }],
  };
}

async function receiptOf(document: ProofDocument): Promise<SignedReceipt> {
  const outline = await outlineOf(document);
  const statement = {
    schema: documentSchema,
    keyId: "key_1",
    digest: await digestOf(document),
    outline: await digestOf(outline),
  } as const;
  const openings = [{ path: "/channel/handle", salt, value: "@mära" }];
  return { document, statement, signature: signed(statement), outline, openings, inclusion: null };
}

let file: ProofFile;
beforeAll(async () => {
  const first = await receiptOf(await documentAt(1, null));
  const second = await receiptOf(await documentAt(2, first.statement.digest));
  const leaves = [first.statement.digest, "ab".repeat(32), "cd".repeat(32)].sort();
  const index = leaves.indexOf(first.statement.digest);
  const tree = await merkleTree(leaves);
  const root: RootDocument = {
    ...{ schema: rootSchema, shop: "https://shop.example", keyId: "key_1", date: "2026-11-22" },
    ...{ size: 3, root: tree.root, previous: null },
  };
  const inclusion = { date: root.date, index, path: tree.paths[index] ?? [] };
  file = {
    schema: "smplat.proof-file/1",
    receipts: [{ ...first, inclusion }, second],
    roots: [{ root, signature: signed(root) }],
  };
});

/** The file with something done to it, checked. */
async function tampered(change: (copy: Mutable) => void) {
  const copy = JSON.parse(canonicalJson(file)) as Mutable;
  change(copy);
  return verifyProofFile(bytesOf(canonicalJson(copy)), keys);
}
interface Mutable {
  receipts: {
    document: { line: { delivered: number }; missing: unknown[]; keyId: string; order: { sequence: number } };
    statement: { digest: string };
    signature: string;
    outline: [string, string][];
    openings: { value: string }[];
    inclusion: { index: number; date: string } | null;
  }[];
  roots: { root: { size: number }; signature: string }[];
}
const receiptAt = (copy: Mutable, index: number) => copy.receipts[index] ?? expect.fail("no such receipt");

describe("a proof file", () => {
  test("that nobody touched is verified, receipts, chain, seals and published tree", async () => {
    expect(await verifyProofFile(bytesOf(canonicalJson(file)), keys)).toMatchObject({ verified: true, findings: [] });
  });

  test("with a changed number is told apart, and the field is named", async () => {
    const { verified, findings } = await tampered((copy) => {
      receiptAt(copy, 1).document.line.delivered = 5;
    });
    expect(verified).toBe(false);
    expect(findings).toEqual([{ code: "receipt.field-changed", path: "/line/delivered", receipt: 2 }]);
  });

  test("with a reading left out names the place", async () => {
    const { findings } = await tampered((copy) => receiptAt(copy, 0).document.missing.pop());
    expect(findings.map((finding) => finding.path)).toEqual(["/missing", "/missing/0"]);
  });

  test("with the outline changed along with the document is told apart all the same", async () => {
    const { findings } = await tampered((copy) => {
      receiptAt(copy, 0).document.line.delivered = 5;
      receiptAt(copy, 0).outline.pop();
    });
    expect(findings.map((finding) => finding.code)).toEqual(["receipt.outline-changed", "receipt.digest-wrong"]);
  });

  test("with a receipt left out has a broken chain", async () => {
    const { findings } = await tampered((copy) => {
      copy.receipts.shift();
      copy.roots = [];
    });
    expect(findings).toEqual([{ code: "chain.broken", receipt: 1 }]);
  });

  test("with another value behind a seal names the seal", async () => {
    const { findings } = await tampered((copy) => {
      for (const opening of receiptAt(copy, 0).openings) opening.value = "@other";
    });
    expect(findings).toEqual([{ code: "opening.wrong", path: "/channel/handle", receipt: 1 }]);
  });

  test("keeps its signatures when a seal is no longer opened: personal data can go", async () => {
    const { verified } = await tampered((copy) => {
      for (const receipt of copy.receipts) receipt.openings = [];
    });
    expect(verified).toBe(true);
  });

  test("with a changed signature, digest, tree or place says which", async () => {
    const codes = async (change: (copy: Mutable) => void) =>
      (await tampered(change)).findings.map((finding) => finding.code);
    expect(
      await codes((copy) => {
        receiptAt(copy, 0).signature = "0".repeat(128);
      }),
    ).toEqual(["receipt.signature-wrong"]);
    expect(
      await codes((copy) => {
        receiptAt(copy, 1).statement.digest = "0".repeat(64);
      }),
    ).toEqual(["receipt.signature-wrong", "receipt.digest-wrong"]);
    expect(
      await codes((copy) => {
        const { inclusion } = receiptAt(copy, 0);
        if (inclusion !== null) inclusion.index = (inclusion.index + 1) % 3;
      }),
    ).toEqual(["inclusion.wrong"]);
    expect(
      await codes((copy) => {
        const [published] = copy.roots;
        if (published !== undefined) published.root.size = 4;
      }),
    ).toContain("root.signature-wrong");
  });

  test("signed by a key the shop did not publish is refused, and so is one that published another", async () => {
    const { findings } = await verifyProofFile(bytesOf(canonicalJson(file)), []);
    expect(new Set(findings.map((finding) => finding.code))).toEqual(new Set(["key.unknown"]));
    const other = generateKeyPairSync("ed25519").publicKey;
    const forged = await verifyProofFile(bytesOf(canonicalJson(file)), [
      { keyId: "key_1", algorithm: "Ed25519", publicKey: rawOf(other) },
    ]);
    expect(forged.findings.map((finding) => finding.code)).toContain("receipt.signature-wrong");
  });

  test("that was formatted anew says so, and where", async () => {
    const { verified, findings } = await verifyProofFile(bytesOf(JSON.stringify(file, null, 2)), keys);
    expect(verified).toBe(false);
    expect(findings).toEqual([{ code: "file.not-canonical", detail: "character 2" }]);
  });

  test.each([
    ["{", "file.not-json"],
    ["[]", "file.wrong-shape"],
    ['{"receipts":[],"roots":[],"schema":"smplat.proof-file/1"}', "file.wrong-shape"],
    ['{"receipts":[{}],"roots":[],"schema":"smplat.proof-file/1"}', "file.wrong-shape"],
  ])("that is none is named: %s", async (text, code) => {
    expect((await verifyProofFile(bytesOf(text), keys)).findings).toMatchObject([{ code }]);
  });

  test("is not verified with any one byte of it changed in any bit", async () => {
    const short = { ...file, receipts: file.receipts.slice(0, 1) };
    const original = bytesOf(canonicalJson(short));
    expect((await verifyProofFile(original, keys)).verified).toBe(true);
    // Every byte takes its turn, with one bit that differs from byte to byte; all eight bits would take a minute.
    for (let at = 0; at < original.length; at += 1) {
      const copy = original.slice();
      copy[at] = (copy[at] ?? 0) ^ (1 << ((at * 5 + 3) % 8));
      const { verified, findings } = await verifyProofFile(copy, keys);
      expect(verified, `byte ${at}`).toBe(false);
      expect(findings.length, `byte ${at}`).toBeGreaterThan(0);
    }
  });
});
