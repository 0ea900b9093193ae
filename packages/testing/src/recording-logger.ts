/** One line a program logged. */
export interface LogEntry {
  readonly level: LogLevel;
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

type LogLevel = "debug" | "info" | "warn" | "error";

/** Keeps what is logged, so that a suite can fail on an error nobody expected. */
export interface RecordingLogger {
  /** Fits the `Logger` of the core. */
  readonly logger: Readonly<Record<LogLevel, (facts: object, message: string) => void>>;
  readonly entries: readonly LogEntry[];
  /** Declares that errors whose line contains `text` belong to what the test does; holds until the next assertion. */
  expectError(text: string): void;
  /** Throws when an error was logged that nobody declared; call it after each test. Then forgets everything. */
  assertNoUnexpectedErrors(): void;
}

/** A logger that records instead of printing. */
export function recordingLogger(): RecordingLogger {
  const entries: LogEntry[] = [];
  const expected: string[] = [];
  const write = (level: LogLevel) => (facts: object, message: string) => {
    entries.push({ level, message, facts: { ...facts } });
  };
  return {
    logger: { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") },
    entries,
    expectError: (text) => void expected.push(text),
    assertNoUnexpectedErrors() {
      const errors = entries.filter((entry) => entry.level === "error").map(describeEntry);
      const unexpected = errors.filter((error) => !expected.some((text) => error.includes(text)));
      entries.length = 0;
      expected.length = 0;
      if (unexpected.length > 0) {
        throw new Error(`Errors were logged that the test did not expect:\n${unexpected.join("\n")}`);
      }
    },
  };
}

function describeEntry(entry: LogEntry): string {
  const facts = JSON.stringify(entry.facts, (_key, value: unknown) => (value instanceof Error ? value.stack : value));
  return `${entry.message} ${facts}`;
}
