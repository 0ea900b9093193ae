import { readEnvironment } from "./config/env.ts";
import { startSandbox } from "./start-sandbox.ts";

const sandbox = await startSandbox(readEnvironment());
process.stdout.write(`${JSON.stringify({ ready: true, port: sandbox.port, smtpPort: sandbox.smtpPort })}\n`);

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) {
    return;
  }
  stopping = true;
  await sandbox.stop();
  process.exit(0);
}
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
