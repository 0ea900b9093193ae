import { expect, test } from "vitest";
import { contract } from "./contract.ts";
import type { Endpoint } from "./endpoint.ts";
import { routes } from "./routes.ts";

test("the browser's routes say what the contract says, endpoint by endpoint", () => {
  const fromContract = Object.fromEntries(
    Object.entries(contract).map(([area, endpoints]) => [
      area,
      Object.fromEntries(
        Object.entries(endpoints as Record<string, Endpoint>).map(([name, { method, path, output }]) => [
          name,
          { method, path, output },
        ]),
      ),
    ]),
  );
  expect(routes).toEqual(fromContract);
});

test("no two endpoints share a method and a path", () => {
  const doors = Object.values(contract).flatMap((area) =>
    Object.values(area as Record<string, Endpoint>).map(
      ({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, "{}")}`,
    ),
  );
  expect(doors.length).toBeGreaterThan(40);
  expect(new Set(doors).size).toBe(doors.length);
});
