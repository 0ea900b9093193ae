import { expect, test } from "vitest";
import { recordingLogger } from "./recording-logger.ts";

test("an error nobody expected fails the suite and is quoted with its facts", () => {
  const { logger, assertNoUnexpectedErrors } = recordingLogger();
  logger.error({ orderId: "ord_1", err: new Error("no stock") }, "Order failed");
  expect(assertNoUnexpectedErrors).toThrow(/Order failed.*ord_1.*no stock/);
});

test("an expected error, and anything below an error, passes", () => {
  const { logger, expectError, assertNoUnexpectedErrors } = recordingLogger();
  expectError("supplier.down");
  logger.error({ code: "supplier.down" }, "Submit failed");
  logger.warn({}, "Slow");
  expect(assertNoUnexpectedErrors).not.toThrow();
});

test("an expectation does not outlive its test", () => {
  const { logger, expectError, assertNoUnexpectedErrors } = recordingLogger();
  expectError("supplier.down");
  assertNoUnexpectedErrors();
  logger.error({ code: "supplier.down" }, "Submit failed");
  expect(assertNoUnexpectedErrors).toThrow();
});
