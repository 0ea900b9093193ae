export * from "./currencies.ts";
export * from "./error-codes.ts";
export * from "./events.ts";
export * from "./locales.ts";
export * from "./platforms.ts";
export * from "./roles.ts";
export * from "./states.ts";
