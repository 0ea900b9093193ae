export { createLogger, type Logger, type LogLevel } from "./logger.ts";
export { currentContext, type RequestContext, runWithContext } from "./request-context.ts";
