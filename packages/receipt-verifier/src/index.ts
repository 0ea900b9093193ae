export { canonicalJson, type Json } from "./canonical-json.ts";
export { digestOf, fromHex, isDigest, sha256, toHex } from "./digest.ts";
export { type Finding, type FindingCode, findingCodes } from "./finding.ts";
export { type Inclusion, type MerkleTree, merkleTree, verifyInclusion } from "./merkle.ts";
export { type OutlineEntry, outlineDifference, outlineOf } from "./outline.ts";
export {
  documentSchema,
  fileSchema,
  type ProofDocument,
  type ProofFile,
  type PublishedKey,
  type ReceiptReading,
  type RootDocument,
  rootSchema,
  type SignedReceipt,
  type SignedRoot,
  type Statement,
} from "./receipt-format.ts";
export { isSeal, type Opening, opens, type Seal, sealOf, valueAt } from "./seal.ts";
export { type Verification, verifyProofFile } from "./verify-proof-file.ts";
export { canVerify, verifySignature } from "./verify-signature.ts";
