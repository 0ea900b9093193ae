import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openApiSnapshot } from "../http/openapi.ts";

const file = fileURLToPath(new URL("../../../../docs/openapi.json", import.meta.url));
await writeFile(file, openApiSnapshot());
process.stdout.write(`Wrote ${file}\n`);
