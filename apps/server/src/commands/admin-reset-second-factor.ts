import { Email } from "@smplat/contracts";
import { createCore } from "@smplat/core";
import { loadConfig } from "@smplat/core/config";

const usage = "Usage: npm run admin:reset-second-factor -- <email>\n";

/** Forgets the authenticator app of a member of staff who lost it, and ends their sessions. Returns the exit code. */
async function resetSecondFactor(): Promise<number> {
  const email = Email.safeParse(process.argv[2]);
  if (!email.success || process.argv.length > 3) {
    process.stderr.write(usage);
    return 2;
  }
  const core = await createCore({ ...loadConfig(), services: [], logLevel: "warn" });
  try {
    const removed = await core.database.transaction((tx) => core.customers.removeSecondFactor(tx, email.data));
    const said = removed
      ? `${email.data} has no authenticator app any more, and is signed out everywhere.\n`
      : `${email.data} has no authenticator app set up. Nothing changed.\n`;
    (removed ? process.stdout : process.stderr).write(said);
    return removed ? 0 : 1;
  } finally {
    await core.close();
  }
}

process.exitCode = await resetSecondFactor();
