export { type Config, loadConfig } from "./config.ts";
export { variables } from "./env.ts";
