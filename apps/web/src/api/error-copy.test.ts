import { errorCodes } from "@smplat/contracts/vocabulary";
import { expect, test } from "vitest";
import { messages } from "#i18n/messages.ts";
import { quotes } from "./error-copy.ts";

/** Between programs: a page that meets one of these has a fault, and says that it did not work. */
const machines = new Set([
  ...["request.malformed", "request.unsupported-media-type", "request.too-large", "request.method-not-allowed"],
  ...["request.not-found", "request.cross-site", "request.internal", "page.cursor-invalid", "money.out-of-range"],
  ...["idempotency.key-required", "idempotency.key-invalid", "idempotency.key-reused", "auth.email-taken"],
  ...["quote.not-found", "quote.tampered", "cart.not-found", "cart.line-not-found", "checkout.consent-required"],
  ...["proof.root-not-found", "webhook.signature-invalid", "event.name-refused", "invariant.broken"],
]);

const has = (tree: unknown, path: string) =>
  path.split(".").reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], tree) !==
  undefined;

test("every refusal a person can meet has words and a remedy", () => {
  const { problems, "admin-problems": staffs } = messages.en;
  const silent = Object.keys(errorCodes).filter(
    (code) => ![problems, staffs].some((area) => has(area, `${code}.title`) && has(area, `${code}.remedy`)),
  );
  expect(silent.filter((code) => !machines.has(code))).toEqual([]);
  expect(
    [...machines].filter((code) => !silent.includes(code)),
    "no longer silent",
  ).toEqual([]);
});

test("a reference is shown where a person has to find the case, and not where the words say what to do", () => {
  expect(quotes("risk.refused", 403, true)).toBe(true);
  expect(quotes("request.internal", 500, true)).toBe(true);
  expect(quotes("request.malformed", 400, false)).toBe(true);
  expect(quotes("payment.declined", 402, true)).toBe(false);
});
