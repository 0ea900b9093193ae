/** Writes what was done, how long it took and what showed that it is true. */
export interface Protocol {
  /** Runs one step; its words are the evidence. A failing one is marked and its error thrown on. */
  step(title: string, work: (note: (words: string) => void) => Promise<string>): Promise<void>;
}

/** Prints one line per step, and one per note on the way. */
export function createProtocol(write: (line: string) => void): Protocol {
  const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`.padStart(8);
  return {
    step: async (title, work) => {
      const begun = performance.now();
      const print = (mark: string, words: string) =>
        write(`${mark} ${title.padEnd(18)} ${seconds(begun)}  ${words}`.trimEnd());
      try {
        print("✓", await work((words) => print("·", words)));
      } catch (error) {
        print("✗", "");
        throw error;
      }
    },
  };
}
