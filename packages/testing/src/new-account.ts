import type { Core } from "@smplat/core";

export interface TestAccount {
  readonly customerId: string;
  readonly email: string;
  readonly password: string;
}

let counter = 0;

/** An address no other test has. */
export const newEmail = (): string => `person${++counter}-${crypto.randomUUID().slice(0, 8)}@shop.example`;

/** A confirmed account, as a command would make it. */
export async function newAccount(
  core: Core,
  role: "customer" | "operator" | "admin" = "customer",
): Promise<TestAccount> {
  const email = newEmail();
  const password = "umbrella-under-7-seas";
  const account = { email, password, role, name: "Ada", locale: "en" } as const;
  return { email, password, customerId: await core.customers.createAccount(core.database, account) };
}

/** A Cookie header out of the Set-Cookie values of an answer. */
export const cookieHeader = (setCookies: readonly string[]): string =>
  setCookies.map((cookie) => cookie.split(";")[0] ?? "").join("; ");
