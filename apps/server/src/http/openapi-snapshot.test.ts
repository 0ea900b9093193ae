import { readFileSync } from "node:fs";
import { type ApiContract, contract, type Endpoint } from "@smplat/contracts";
import type { OpenApiDocument } from "@smplat/contracts/openapi";
import { errorCodes } from "@smplat/contracts/vocabulary";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { openApiSnapshot, serveDocs } from "./openapi.ts";

const kept = readFileSync(new URL("../../../../docs/openapi.json", import.meta.url), "utf8");
const areas = contract as ApiContract as Readonly<Record<string, Readonly<Record<string, Endpoint>>>>;
const endpoints = Object.entries(areas).flatMap(([area, list]) =>
  Object.entries(list).map(([name, endpoint]) => ({ id: `${area}.${name}`, endpoint })),
);

function docs(): Hono {
  const app = new Hono();
  serveDocs(app, contract);
  return app;
}

test("the API is the one that was reviewed: a change shows here until `npm run openapi:write` and a commit accept it", () => {
  expect(JSON.parse(openApiSnapshot())).toEqual(JSON.parse(kept));
  expect(openApiSnapshot() === kept, "written by npm run openapi:write").toBe(true);
});

test("the document describes every endpoint once, under a name of its own, with its refusals", () => {
  const document = JSON.parse(kept) as OpenApiDocument;
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(endpoints.map(({ id }) => id).sort());
  for (const { id, endpoint } of endpoints) {
    const operation = document.paths[endpoint.path]?.[endpoint.method.toLowerCase()];
    const statuses = Object.keys(operation?.responses ?? {});
    const expected = endpoint.errors.map((code) => String(errorCodes[code].status));
    expect(statuses, id).toEqual(expect.arrayContaining([String(endpoint.success), ...expected]));
  }
});

test("GET /api/openapi.json answers the document", async () => {
  const answer = await docs().request("/api/openapi.json");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/json");
  expect(await answer.json()).toEqual(JSON.parse(kept));
});

test("GET /api/docs is a page without scripts that names every endpoint and every error", async () => {
  const answer = await docs().request("/api/docs");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  const page = await answer.text();
  expect(page).not.toMatch(/<script/i);
  for (const { endpoint } of endpoints) expect(page).toContain(`<code>${endpoint.path}</code>`);
  for (const code of Object.keys(errorCodes)) expect(page).toContain(`id="${code}"`);
});
