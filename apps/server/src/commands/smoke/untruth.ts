/** Something the shop said or did that is not as it must be. */
export class Untruth extends Error {
  override readonly name = "Untruth";
  readonly expected: string;
  readonly found: string;

  constructor(expected: string, found: string) {
    super(`expected ${expected}, found ${found}`);
    this.expected = expected;
    this.found = found;
  }
}

/** Throws unless `holds`. `found` is what there is instead. */
export function expectTruth(holds: boolean, expected: string, found: unknown): asserts holds {
  if (!holds) throw new Untruth(expected, typeof found === "string" ? found : JSON.stringify(found));
}
