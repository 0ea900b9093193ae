/** The part of a pino logger the supervisor writes to. */
export interface SupervisorLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}
