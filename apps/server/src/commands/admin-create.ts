import { parseArgs } from "node:util";
import { Email } from "@smplat/contracts";
import { createCore } from "@smplat/core";
import { loadConfig } from "@smplat/core/config";
import { isDomainError } from "@smplat/core/kernel/domain-error";
import { newSecret } from "@smplat/core/kernel/id";

const usage = "Usage: npm run admin:create -- <email> [--name <name>] [--role admin|operator]\n";
const roles = ["admin", "operator"] as const;

/** Makes an account of staff with a password that is shown once. Returns the exit code. */
async function createStaff(): Promise<number> {
  const given = readArguments();
  if (given === null) {
    process.stderr.write(usage);
    return 2;
  }
  const { positionals, values } = given;
  const email = Email.safeParse(positionals[0]);
  const role = roles.find((known) => known === values.role);
  if (!email.success || role === undefined || positionals.length > 1) {
    process.stderr.write(usage);
    return 2;
  }
  const password = newSecret().slice(0, 24);
  const core = await createCore({ ...loadConfig(), services: [], logLevel: "warn" });
  try {
    const account = { email: email.data, password, name: values.name, locale: "en", role } as const;
    await core.customers.createAccount(core.database, account);
  } catch (error) {
    if (!isDomainError(error, "auth.email-taken")) throw error;
    process.stderr.write(`${email.data} has an account already. Accounts are not promoted: use another address.\n`);
    return 1;
  } finally {
    await core.close();
  }
  process.stdout.write(`Made ${role} ${email.data}\nPassword, shown this once: ${password}\n`);
  return 0;
}

/** Null when there is an option that this command does not know. */
function readArguments() {
  const options = { name: { type: "string", default: "Admin" }, role: { type: "string", default: "admin" } } as const;
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch {
    return null;
  }
}

process.exitCode = await createStaff();
