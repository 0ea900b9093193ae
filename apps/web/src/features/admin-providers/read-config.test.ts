import { expect, test } from "vitest";
import { jsonProblem, secretNamesIn } from "./read-config.ts";

test("a configuration that is being typed tells its secrets as soon as it can be read", () => {
  const config = { auth: { kind: "bearer", secret: "api-key" }, webhook: { secret: "webhook" } };
  expect(secretNamesIn(JSON.stringify(config))).toEqual(["api-key", "webhook"]);
  expect(secretNamesIn('{"auth":{"secret":"one"},"webhook":{"secret":"one"}}')).toEqual(["one"]);
  expect(secretNamesIn('{"auth":{"secret":3}}')).toEqual([]);
  expect(secretNamesIn("{")).toEqual([]);
});

test("what is no JSON is told with the browser's reason", () => {
  expect(jsonProblem("{}")).toBeNull();
  expect(jsonProblem('{"a":}')).toMatch(/JSON/);
});
