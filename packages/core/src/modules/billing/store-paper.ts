import { createHash } from "node:crypto";
import type { ExternalRun } from "#infrastructure/jobs";
import { StorageUnavailable } from "#infrastructure/storage";
import type { BillingDeps } from "./billing.ts";
import { type Paper, type PaperFormat, paperFormats } from "./paper.ts";
import { findPaper, insertFiles, listFiles, type PaperFile } from "./paper-repository.ts";
import { renderPaper } from "./rendering/render-paper.ts";

/**
 * Makes the files of a paper, stores them and reads them back before they count as stored. The key holds the hash of
 * the bytes, so an older run that wakes up late can't put other bytes in their place.
 */
export async function storePaper(deps: BillingDeps, run: ExternalRun, paperId: string): Promise<void> {
  const paper = await run.transaction(async (tx) => {
    const stored = await listFiles(tx, paperId);
    return stored.length > 0 ? null : findPaper(tx, paperId);
  });
  if (paper === null) return;
  const files: PaperFile[] = [];
  for (const format of paperFormats) files.push(await storeFile(deps, paper, format));
  await run.complete((tx) => insertFiles(tx, files));
}

async function storeFile(deps: BillingDeps, paper: Paper, format: PaperFormat): Promise<PaperFile> {
  const bytes = await renderPaper(paper, format);
  const sha256 = sha256Of(bytes);
  const storageKey = `papers/${paper.id}/${sha256}.${format}`;
  await deps.storage.put(storageKey, bytes);
  const stored = await deps.storage.get(storageKey);
  if (stored === null || sha256Of(stored.bytes) !== sha256) {
    throw new StorageUnavailable(`${storageKey} was not stored whole`);
  }
  return { paperId: paper.id, format, storageKey, sha256, size: bytes.length };
}

export const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
