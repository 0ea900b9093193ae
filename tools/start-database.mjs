import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../packages/core/src/infrastructure/database/embedded/index.ts";
import { Explained } from "./steps.mjs";

/** Starts PostgreSQL, or uses the one of DATABASE_URL. */
export async function startDatabase({ data, port, ownUrl, say }) {
  if (ownUrl) return { url: ownUrl, detail: "DATABASE_URL", stop: async () => undefined };
  mkdirSync(data, { recursive: true });
  const warnings = [];
  try {
    const server = await startEmbeddedPostgres({
      dataDirectory: join(data, "postgres"),
      port,
      logger: {
        info: () => undefined,
        warn: (fields, message) => warnings.push(`${message} ${JSON.stringify(fields)}`),
      },
      onProgress: say,
    });
    const state = server.adopted ? "running already" : "started";
    return {
      url: server.connectionString,
      detail: [`${state}, port ${server.port}`, ...warnings].join("; "),
      stop: () => server.stop(),
    };
  } catch (error) {
    throw new Explained(error.message);
  }
}
