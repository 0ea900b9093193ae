/** One line a program logged. */
export interface LogEntry {
  readonly level: LogLevel;
  readonly message: string;
  /** The line's own fields over those of its child loggers. */
  readonly fields: Readonly<Record<string, unknown>>;
}

const LEVELS = ["trace", "debug", "info", "warn", "error", "fatal"] as const;
type LogLevel = (typeof LEVELS)[number];

type WriteLog = (fieldsOrMessage: unknown, message?: string) => void;

/** The part of a pino logger our programs use. */
export type RecordingLog = Readonly<Record<LogLevel, WriteLog>> & {
  level: string;
  child(fields: object): RecordingLog;
};

/** Keeps what is logged, so that a suite can fail on an error nobody expected. */
export interface RecordingLogger {
  readonly logger: RecordingLog;
  readonly entries: readonly LogEntry[];
  /** Declares that errors whose message or `code` contains `text` belong to what the test does. */
  expectError(text: string): void;
  /** Throws when an error was logged that nobody declared; call it after each test. Then forgets all entries. */
  assertNoUnexpectedErrors(): void;
}

/** A logger that records instead of printing. */
export function recordingLogger(): RecordingLogger {
  const entries: LogEntry[] = [];
  const expected: string[] = [];
  return {
    logger: createLog(entries, {}),
    entries,
    expectError: (text) => void expected.push(text),
    assertNoUnexpectedErrors() {
      const errors = entries.filter((entry) => entry.level === "error" || entry.level === "fatal").map(describe);
      const unexpected = errors.filter((error) => !expected.some((text) => error.includes(text)));
      entries.length = 0;
      expected.length = 0;
      if (unexpected.length > 0)
        throw new Error(`Errors were logged that the test did not expect:\n${unexpected.join("\n")}`);
    },
  };
}

function createLog(entries: LogEntry[], inherited: Readonly<Record<string, unknown>>): RecordingLog {
  const write = (level: LogLevel): WriteLog => {
    return (first, second) => {
      const own = typeof first === "string" ? {} : first instanceof Error ? { err: first } : { ...(first as object) };
      const message = typeof first === "string" ? first : (second ?? "");
      entries.push({ level, message, fields: { ...inherited, ...own } });
    };
  };
  return {
    level: "trace",
    trace: write("trace"),
    debug: write("debug"),
    info: write("info"),
    warn: write("warn"),
    error: write("error"),
    fatal: write("fatal"),
    child: (fields) => createLog(entries, { ...inherited, ...fields }),
  };
}

function describe(entry: LogEntry): string {
  const fields = JSON.stringify(entry.fields, (_key, value: unknown) => (value instanceof Error ? value.stack : value));
  return `${entry.level}: ${entry.message} ${fields}`;
}
