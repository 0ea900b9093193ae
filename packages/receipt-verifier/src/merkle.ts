import { fromHex, sha256, toHex } from "./digest.ts";

// RFC 6962 §2.1: leaves and nodes are hashed with different first bytes, so that neither can pass for the other.
const leafPrefix = 0x00;
const nodePrefix = 0x01;

type Bytes = Uint8Array<ArrayBuffer>;

function joined(prefix: number, ...parts: readonly Bytes[]): Bytes {
  const bytes = new Uint8Array(1 + parts.reduce((length, part) => length + part.length, 0));
  bytes[0] = prefix;
  let offset = 1;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

const leafHash = (data: Bytes): Promise<Bytes> => sha256(joined(leafPrefix, data));
const nodeHash = (left: Bytes, right: Bytes): Promise<Bytes> => sha256(joined(nodePrefix, left, right));

/** The largest power of two below `count`, which is at least 2. */
const splitOf = (count: number): number => 2 ** (Math.ceil(Math.log2(count)) - 1);

/** A tree with the audit path of each of its leaves, nearest first, everything in hex. */
export interface MerkleTree {
  readonly root: string;
  readonly paths: readonly (readonly string[])[];
}

/**
 * The Merkle tree of RFC 6962 §2.1 over leaves in their order, with the audit paths of §2.1.1. The root of no leaf is the
 * hash of nothing.
 * @param leaves data of each leaf, in hex
 */
export async function merkleTree(leaves: readonly string[]): Promise<MerkleTree> {
  if (leaves.length === 0) return { root: toHex(await sha256(new Uint8Array())), paths: [] };
  const { hash, paths } = await grow(leaves.map(fromHex));
  return { root: toHex(hash), paths: paths.map((path) => path.map(toHex)) };
}

interface Subtree {
  readonly hash: Bytes;
  readonly paths: readonly (readonly Bytes[])[];
}

async function grow(leaves: readonly Bytes[]): Promise<Subtree> {
  const [first] = leaves;
  if (first !== undefined && leaves.length === 1) return { hash: await leafHash(first), paths: [[]] };
  const split = splitOf(leaves.length);
  const left = await grow(leaves.slice(0, split));
  const right = await grow(leaves.slice(split));
  return {
    hash: await nodeHash(left.hash, right.hash),
    paths: [...left.paths.map((path) => [...path, right.hash]), ...right.paths.map((path) => [...path, left.hash])],
  };
}

export interface Inclusion {
  /** The leaf's data, in hex. */
  readonly leaf: string;
  readonly index: number;
  /** Leaves of the tree. */
  readonly size: number;
  /** Hashes from the leaf up, in hex. */
  readonly path: readonly string[];
  readonly root: string;
}

/** Whether a path leads from a leaf to a root, by the algorithm of RFC 9162 §2.1.3.2. */
export async function verifyInclusion({ leaf, index, size, path, root }: Inclusion): Promise<boolean> {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let place = index;
  let last = size - 1;
  let hash = await leafHash(fromHex(leaf));
  for (const sibling of path) {
    if (last === 0) return false;
    const beside = fromHex(sibling);
    if (place % 2 === 1 || place === last) {
      hash = await nodeHash(beside, hash);
      while (place % 2 === 0 && place !== 0) {
        place = Math.floor(place / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = await nodeHash(hash, beside);
    }
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && toHex(hash) === root;
}
