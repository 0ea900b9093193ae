import { type DestinationStream, pino } from "pino";
import { currentContext } from "./request-context.ts";

export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";

/** Structured logging: an object of facts first, then a sentence. */
export interface Logger {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

const secrets = ["password", "secret", "token", "authorization", "cookie", "signature", "credentials"];

/** JSON lines with request and correlation id; secrets by field name are blacked out one and two levels deep. */
export function createLogger(options: { level: LogLevel; service: string }, destination?: DestinationStream): Logger {
  const settings = {
    level: options.level,
    base: { service: options.service },
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[secret]" },
    mixin: () => {
      const context = currentContext();
      return context === undefined ? {} : { correlationId: context.correlationId, requestId: context.requestId };
    },
  };
  return destination === undefined ? pino(settings) : pino(settings, destination);
}
