import { digestOf, isDigest } from "./digest.ts";

/**
 * What stands in a document where a value is personal: a digest that nobody can guess the value from, because a random
 * salt went into it. Whoever holds the opening can show the value; once the opening is deleted nobody can.
 */
export interface Seal {
  readonly sealed: string;
}

/** Salt and value behind the seal at a JSON pointer of the document. */
export interface Opening {
  readonly path: string;
  /** 128 random bits in hex. */
  readonly salt: string;
  readonly value: string;
}

export const sealOf = async (salt: string, value: string): Promise<Seal> => ({ sealed: await digestOf([salt, value]) });

export const isSeal = (value: unknown): value is Seal =>
  typeof value === "object" && value !== null && "sealed" in value && isDigest(value.sealed);

/** The value a JSON pointer leads to; undefined where it leads nowhere. */
export function valueAt(document: unknown, path: string): unknown {
  let value: unknown = document;
  for (const name of path.split("/").slice(1)) {
    const key = name.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}

/** Whether an opening belongs to the seal the document has there. */
export async function opens(document: unknown, { path, salt, value }: Opening): Promise<boolean> {
  const seal = valueAt(document, path);
  return isSeal(seal) && seal.sealed === (await sealOf(salt, value)).sealed;
}
