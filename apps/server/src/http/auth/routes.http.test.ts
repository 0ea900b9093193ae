import { ApiProblem, accounts, auth, orders, telemetry } from "@smplat/contracts";
import {
  createTestCore,
  createTestVisitor,
  newAccount,
  newEmail,
  publishedEvents,
  type TestCore,
} from "@smplat/testing";
import { Hono } from "hono";
import { Secret, TOTP } from "otpauth";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { accountRoutes } from "../accounts/routes.ts";
import { accessRoutes } from "../orders/access-routes.ts";
import { serveContract } from "../serve-contract.ts";
import { telemetryRoutes } from "../telemetry/routes.ts";
import { authRoutes } from "./routes.ts";

const { requestAccess, redeemAccess } = orders;
const contract = { auth, accounts, telemetry, access: { requestAccess, redeemAccess } };
const password = "umbrella-under-7-seas";
let shop: TestCore;
let app: Hono;

beforeAll(async () => {
  shop = await createTestCore();
  const { core } = shop;
  app = new Hono();
  serveContract(app, core, contract, {
    auth: authRoutes(core),
    accounts: accountRoutes(core),
    telemetry: telemetryRoutes(core),
    access: accessRoutes(core),
  });
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(() => shop.close());

const visit = () => createTestVisitor(app, contract);
type Guest = ReturnType<typeof visit>;

/** What a call was refused with. */
async function refusal(call: Promise<unknown>) {
  const error = await call.then(
    () => new Error("the call was not refused"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiProblem)) throw error;
  return error.problem;
}

/** The same visitor with a guest's secret, as after a first quote. */
async function asGuest(visitor: Guest) {
  const guest = await shop.core.customers.createGuest(shop.core.database);
  (visitor.cookies as Map<string, string>).set("smplat_guest", guest.secret);
  return guest;
}

const latestCustomer = async () => String((await publishedEvents(shop.core, "customers.signed-up")).at(-1)?.customerId);

async function signedIn(role?: "customer" | "operator" | "admin") {
  const account = await newAccount(shop.core, role);
  const visitor = visit();
  await visitor.api.auth.signIn({ body: { email: account.email, password } });
  return { ...account, visitor };
}

describe("a second factor of staff", () => {
  test("403 at every door for staff until the code came, 200 after it; nobody learns who it is before", async () => {
    const { visitor, email, customerId } = await signedIn("operator");
    const { setupKey } = await visitor.api.auth.offerSecondFactor({});
    const codeNow = () =>
      new TOTP({ secret: Secret.fromBase32(setupKey) }).generate({ timestamp: shop.clock.wall().getTime() });
    const { recoveryCodes } = await visitor.api.auth.confirmSecondFactor({ body: { code: codeNow() } });
    expect(recoveryCodes).toHaveLength(10);
    await shop.clock.advance(60_000);

    const second = (await signedIn()).visitor;
    const nobodyYet = { role: "anonymous", user: null, awaiting: "code" };
    expect(await second.api.auth.signIn({ body: { email, password } })).toEqual(nobodyYet);
    expect(await second.api.auth.session({})).toEqual(nobodyYet);
    expect(await refusal(second.api.accounts.profile({}))).toMatchObject({
      status: 403,
      code: "auth.second-factor-required",
    });
    expect(await refusal(second.api.auth.passSecondFactor({ body: { code: "123" } }))).toMatchObject({
      status: 401,
      code: "auth.code-wrong",
    });
    const passed = await second.api.auth.passSecondFactor({ body: { code: codeNow() } });
    expect(passed).toMatchObject({ role: "operator", user: { id: customerId }, awaiting: null });
    expect(await second.api.accounts.profile({})).toMatchObject({ email });
  });

  test("401 without a session, 403 for customers", async () => {
    expect(await refusal(visit().api.auth.offerSecondFactor({}))).toMatchObject({ status: 401 });
    const { visitor } = await signedIn();
    expect(await refusal(visitor.api.auth.offerSecondFactor({}))).toMatchObject({
      status: 403,
      code: "auth.forbidden",
    });
  });
});

describe("GET /auth/session", () => {
  test("200 tells a stranger that they are nobody, without making them a guest", async () => {
    const visitor = visit();
    expect(await visitor.api.auth.session({})).toEqual({ role: "anonymous", user: null, awaiting: null });
    expect(visitor.lastSetCookies).toEqual([]);
  });

  test("200 tells a guest, a customer and staff who they are", async () => {
    const guest = visit();
    await asGuest(guest);
    expect(await guest.api.auth.session({})).toEqual({ role: "guest", user: null, awaiting: null });
    for (const role of ["customer", "operator"] as const) {
      const { visitor, email, customerId } = await signedIn(role);
      expect(await visitor.api.auth.session({})).toEqual({
        role,
        awaiting: null,
        user: { id: customerId, email, name: "Ada", emailVerified: true, locale: "en" },
      });
    }
  });
});

describe("POST /auth/sign-up", () => {
  const body = (email: string) => ({ email, password, name: "Ada", locale: "en" as const });

  test("202 with the same empty answer for a new address, a used one and an unconfirmed one", async () => {
    const known = await newAccount(shop.core);
    const fresh = newEmail();
    const answers: unknown[] = [];
    for (const email of [fresh, fresh, known.email]) {
      const response = await visit().send("POST", "/auth/sign-up", body(email));
      const headers = [...response.headers].filter(([name]) => name !== "x-request-id");
      answers.push({ status: response.status, headers, text: await response.text() });
    }
    expect(answers[0]).toMatchObject({ status: 202, text: "" });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test("422 for a common password, a short one, a role brought along, and a NUL anywhere", async () => {
    const weak = await refusal(visit().api.auth.signUp({ body: { ...body(newEmail()), password: "password1234" } }));
    expect(weak.code).toBe("auth.password-weak");
    const wrong = [
      { ...body(newEmail()), password: "short" },
      { ...body(newEmail()), role: "admin" },
      { ...body(newEmail()), name: "a\u0000b" },
      body("a\u0000b@shop.example"),
      body("ünmöglich@shop.example"),
    ];
    for (const input of wrong) {
      expect((await visit().send("POST", "/auth/sign-up", input)).status, JSON.stringify(input)).toBe(422);
    }
  });
});

describe("POST /auth/verify-email", () => {
  test("200 confirms, begins the session and moves the guest; 410 for a forged token", async () => {
    const visitor = visit();
    const guest = await asGuest(visitor);
    const email = newEmail();
    await visitor.api.auth.signUp({ body: { email, password, name: "Ada", locale: "de" } });
    const proof = await shop.core.customers.issueVerification(await latestCustomer());
    expect((await refusal(visitor.api.auth.verifyEmail({ body: { token: "made.up.token" } }))).status).toBe(410);
    const session = await visitor.api.auth.verifyEmail({ body: { token: proof?.token ?? "" } });
    expect(session).toMatchObject({ role: "customer", user: { email, emailVerified: true, locale: "de" } });
    expect(await visitor.api.auth.session({})).toEqual(session);
    expect(visitor.cookies.has("smplat_guest")).toBe(false);
    expect((await publishedEvents(shop.core, "customers.signed-in")).at(-1)?.guestOwnerId).toBe(guest.ownerId);
  });
});

describe("POST /auth/sign-in", () => {
  test("200 sets one session cookie no script can read, and ends the guest", async () => {
    const { email, customerId } = await newAccount(shop.core);
    const visitor = visit();
    const guest = await asGuest(visitor);
    const session = await visitor.api.auth.signIn({ body: { email: email.toUpperCase(), password } });
    expect(session).toMatchObject({ role: "customer", user: { id: customerId } });
    const cookies = visitor.lastSetCookies.filter((cookie) => cookie.startsWith("smplat_session="));
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/Max-Age=2592000.*Path=\/.*HttpOnly.*SameSite=Lax/);
    const still = await shop.core.customers.resolveGuest(shop.core.database, guest.secret);
    expect(still).toBeNull();
  });

  test("401 with one body for a wrong password and for an unknown address", async () => {
    const { email } = await newAccount(shop.core);
    const wrong = await refusal(visit().api.auth.signIn({ body: { email, password: "not-the-one" } }));
    const unknown = await refusal(visit().api.auth.signIn({ body: { email: newEmail(), password: "not-the-one" } }));
    expect({ ...unknown, requestId: "" }).toEqual({ ...wrong, requestId: "" });
    expect(wrong).toMatchObject({ status: 401, code: "auth.credentials-wrong" });
  });

  test("403 for an unconfirmed address, only with the right password", async () => {
    const email = newEmail();
    await visit().api.auth.signUp({ body: { email, password, name: "Ada", locale: "en" } });
    const before = (await publishedEvents(shop.core, "customers.verification-requested")).length;
    expect((await refusal(visit().api.auth.signIn({ body: { email, password: "not-the-one" } }))).status).toBe(401);
    const unverified = await refusal(visit().api.auth.signIn({ body: { email, password } }));
    expect(unverified).toMatchObject({ status: 403, code: "auth.email-unverified" });
    expect(await publishedEvents(shop.core, "customers.verification-requested")).toHaveLength(before + 1);
  });

  test("403 from another site's page that sends our cookies", async () => {
    const { visitor, email } = await signedIn();
    const headers = {
      cookie: `smplat_session=${visitor.cookies.get("smplat_session")}`,
      "sec-fetch-site": "cross-site",
    };
    const init = { method: "POST", headers: { ...headers, "content-type": "application/json" } };
    const body = JSON.stringify({ email, password });
    const response = await app.request("http://localhost:3000/api/v1/auth/sign-in", { ...init, body });
    expect(await response.json()).toMatchObject({ status: 403, code: "request.cross-site" });
  });

  test("429 after ten wrong passwords, with the seconds to wait", async () => {
    const { email } = await newAccount(shop.core);
    for (let time = 0; time < 10; time += 1) {
      await refusal(visit().api.auth.signIn({ body: { email, password: "not-the-one" } }));
    }
    const response = await visit().send("POST", "/auth/sign-in", { email, password });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(800);
  });
});

describe("POST /auth/sign-out", () => {
  test("204 ends the session on the server; the old cookie is worth nothing", async () => {
    const { visitor } = await signedIn();
    const stolen = visitor.cookies.get("smplat_session") ?? "";
    await visitor.api.auth.signOut({});
    expect(visitor.cookies.size).toBe(0);
    const thief = visit();
    (thief.cookies as Map<string, string>).set("smplat_session", stolen);
    expect(await thief.api.auth.session({})).toEqual({ role: "anonymous", user: null, awaiting: null });
  });

  test("204 for a stranger too", async () => {
    expect((await visit().send("POST", "/auth/sign-out")).status).toBe(204);
  });
});

describe("a new password by mail", () => {
  test("202 with the same answer for a known and an unknown address, 422 for a NUL", async () => {
    const { email } = await newAccount(shop.core);
    const answers: unknown[] = [];
    for (const address of [email, newEmail()]) {
      const response = await visit().send("POST", "/auth/password-reset-requests", { email: address });
      const headers = [...response.headers].filter(([name]) => name !== "x-request-id");
      answers.push({ status: response.status, headers, text: await response.text() });
    }
    expect(answers[0]).toMatchObject({ status: 202, text: "" });
    expect(answers[1]).toEqual(answers[0]);
    const nul = await visit().send("POST", "/auth/password-reset-requests", { email: "a\u0000@shop.example" });
    expect(nul.status).toBe(422);
  });

  test("204 sets it and ends every session; 410 the second time; 422 for a common one", async () => {
    const { visitor, email, customerId } = await signedIn();
    const token = (await shop.core.customers.issuePasswordReset(customerId))?.token ?? "";
    const weak = await refusal(visit().api.auth.resetPassword({ body: { token, password: "password1234" } }));
    expect(weak.code).toBe("auth.password-weak");
    const body = { token, password: "the-new-one-of-today" };
    await visit().api.auth.resetPassword({ body });
    expect(await visitor.api.auth.session({})).toEqual({ role: "anonymous", user: null, awaiting: null });
    expect(await refusal(visit().api.auth.resetPassword({ body }))).toMatchObject({ code: "auth.token-expired" });
    await visitor.api.auth.signIn({ body: { email, password: body.password } });
  });
});

test("GET /auth/demo-logins: 200 with none outside the demo", async () => {
  expect(await visit().api.auth.demoLogins({})).toEqual({ logins: [] });
});
