export { type Config, loadConfig } from "./config.ts";
export { readPublicUrl, variables } from "./env.ts";
