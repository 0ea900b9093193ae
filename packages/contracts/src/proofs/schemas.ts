import * as z from "zod/mini";
import { OrderLineId } from "../orders/schemas.ts";
import { Instant } from "../schemas.ts";

/** SHA-256 in lower-case hex. */
export const Digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** A calendar day in UTC: `2026-11-22`. */
export const ProofDay = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
const Signature = z.string().check(z.regex(/^[0-9a-f]{128}$/));

/** A public key proof receipts are checked with. */
export const ProofKey = z.strictObject({
  keyId: z.string(),
  algorithm: z.literal("Ed25519"),
  /** 32 bytes in hex. */
  publicKey: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** Null when nothing was signed with it yet. */
  firstUsedAt: z.nullable(Instant),
  /** Whether new receipts are signed with it; older keys stay so that older receipts can be checked. */
  current: z.boolean(),
});
export const ProofKeys = z.strictObject({ keys: z.array(ProofKey) });
export type ProofKeys = z.infer<typeof ProofKeys>;

/** The signed root of a day's Merkle tree (RFC 6962) over the sorted digests of its receipts. */
export const ProofRoot = z.strictObject({
  root: z.strictObject({
    schema: z.literal("smplat.proof-root/1"),
    shop: z.string(),
    keyId: z.string(),
    date: ProofDay,
    size: z.int(),
    root: Digest,
    /** Digest of the root published before; null for the first. */
    previous: z.nullable(Digest),
  }),
  /** SHA-256 of the root's canonical JSON. */
  digest: Digest,
  /** Ed25519 over the same bytes, in hex. */
  signature: Signature,
  publishedAt: Instant,
});
export type ProofRoot = z.infer<typeof ProofRoot>;

/** A receipt's place in the tree of a day. */
export const ProofInclusion = z.strictObject({ date: ProofDay, index: z.int(), path: z.array(Digest) });

/** That a digest is a receipt of this shop. Inclusion and root are null until its day is published. */
export const ProofPlace = z.strictObject({
  digest: Digest,
  inclusion: z.nullable(ProofInclusion),
  root: z.nullable(ProofRoot),
});
export type ProofPlace = z.infer<typeof ProofPlace>;

/** One link of an order's chain of signed proofs. */
export const ProofReceipt = z.strictObject({
  sequence: z.int(),
  lineId: OrderLineId,
  productTitle: z.string(),
  cause: z.enum(["completed", "after-1d", "after-7d", "after-30d", "evidence", "refill", "refund"]),
  digest: Digest,
  previous: z.nullable(Digest),
  keyId: z.string(),
  issuedAt: Instant,
  /** The day whose published tree holds it; null until then. */
  publishedOn: z.nullable(ProofDay),
});
export const ProofReceipts = z.strictObject({ receipts: z.array(ProofReceipt) });
export type ProofReceipts = z.infer<typeof ProofReceipts>;
