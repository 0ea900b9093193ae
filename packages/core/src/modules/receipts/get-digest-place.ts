import type { Scope } from "#infrastructure/database";
import type { DigestPlace, PublishedRoot } from "./receipt.ts";
import { receiptNotFound, rootNotFound } from "./receipt-errors.ts";
import { findInclusion, findRoots } from "./receipt-repository.ts";

/** Whether a digest is that of a receipt, and its place in the published tree. Throws `proof.not-found`. */
export async function getDigestPlace(scope: Scope, digest: string): Promise<DigestPlace> {
  const found = await findInclusion(scope, digest);
  if (found === null) throw receiptNotFound(digest);
  const { inclusion } = found;
  return { digest, inclusion, root: inclusion === null ? null : await getRoot(scope, inclusion.date) };
}

/** The tree of a day. Throws `proof.root-not-found`. */
export async function getRoot(scope: Scope, date: string): Promise<PublishedRoot> {
  const [root] = await findRoots(scope, [date]);
  if (root === undefined) throw rootNotFound(date);
  return root;
}
