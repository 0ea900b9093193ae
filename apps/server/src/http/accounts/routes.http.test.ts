import { ApiProblem, accounts, auth } from "@smplat/contracts";
import { createTestCore, createTestVisitor, newAccount, type TestCore } from "@smplat/testing";
import { Hono } from "hono";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { authRoutes } from "../auth/routes.ts";
import { serveContract } from "../serve-contract.ts";
import { accountRoutes } from "./routes.ts";

const contract = { auth, accounts };
let shop: TestCore;
let app: Hono;

beforeAll(async () => {
  shop = await createTestCore();
  app = new Hono();
  serveContract(app, shop.core, contract, { auth: authRoutes(shop.core), accounts: accountRoutes(shop.core) });
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(() => shop.close());

async function signedIn(role?: "customer" | "operator" | "admin") {
  const { email, password } = await newAccount(shop.core, role);
  const visitor = createTestVisitor(app, contract);
  await visitor.api.auth.signIn({ body: { email, password } });
  return { visitor, email };
}

describe("/accounts/profile", () => {
  test("200 for each role with an account shows their own and only their own", async () => {
    for (const role of ["customer", "operator", "admin"] as const) {
      const { visitor, email } = await signedIn(role);
      expect(await visitor.api.accounts.profile({})).toEqual({
        ...{ email, name: "Ada", locale: "en", currency: "EUR" },
        ...{ company: null, taxId: null, address: null },
      });
    }
  });

  test("200 changes what is given, keeps the rest, and leaves others alone", async () => {
    const { visitor, email } = await signedIn();
    const other = await signedIn();
    const address = { line1: "Weg 1", line2: "Hof", city: "Berlin", postalCode: "10115", country: "DE" };
    await visitor.api.accounts.updateProfile({ body: { address, company: "Ada GmbH", currency: "USD" } });
    const changed = await visitor.api.accounts.updateProfile({ body: { name: "Ada L.", company: null } });
    expect(changed).toEqual({
      ...{ email, name: "Ada L.", locale: "en", currency: "USD", company: null, taxId: null, address },
    });
    expect(await other.visitor.api.accounts.profile({})).toMatchObject({ name: "Ada", address: null });
  });

  test("401 for a stranger", async () => {
    const error = await createTestVisitor(app, contract)
      .api.accounts.profile({})
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({ problem: { status: 401, code: "auth.required" } });
  });

  test("422 for a NUL, an unknown field, an address or a role that isn't to be set", async () => {
    const { visitor } = await signedIn();
    for (const body of [
      { name: "a\u0000b" },
      { email: "x@y.example" },
      { role: "admin" },
      { address: { line1: "x" } },
    ]) {
      expect((await visitor.send("PATCH", "/accounts/profile", body)).status, JSON.stringify(body)).toBe(422);
    }
  });
});
