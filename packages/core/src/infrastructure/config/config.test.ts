import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadConfig } from "./config.ts";
import { renderEnvExample } from "./env-example.ts";

const secret = "a secret of at least thirty-two characters";
const minimal = {
  DATABASE_URL: "postgres://x",
  SESSION_SECRET: secret,
  QUOTE_SIGNING_KEY: secret,
  ENCRYPTION_KEY: secret,
  RECEIPT_SIGNING_KEY: "-----BEGIN PRIVATE KEY-----",
};

test(".env.example lists every variable as the code knows it", async () => {
  const file = fileURLToPath(new URL("../../../../../.env.example", import.meta.url));
  expect(await readFile(file, "utf8")).toBe(renderEnvExample());
});

test("everything that is wrong is told at once, each with its meaning", () => {
  expect(() => loadConfig({ API_PORT: "many", SESSION_SECRET: "short" })).toThrow(
    /API_PORT: [\s\S]*DATABASE_URL|DATABASE_URL: [\s\S]*API_PORT/,
  );
});

test("a clock that runs fast is refused when the shop is not on loopback", () => {
  expect(() => loadConfig({ ...minimal, PUBLIC_URL: "https://shop.example", CLOCK_RATE: "60" })).toThrow(/CLOCK_RATE/);
  expect(loadConfig({ ...minimal, CLOCK_RATE: "60" }).clockRate).toBe(60);
});

test("production refuses plain http, default keys, the demo and exempt origins", () => {
  const production = {
    ...minimal,
    NODE_ENV: "production",
    PUBLIC_URL: "http://shop.example",
    SMPLAT_DEMO: "1",
    EGRESS_ORIGINS: "http://x",
  };
  expect(() => loadConfig(production)).toThrow(/EGRESS_ORIGINS[\s\S]*https[\s\S]*STRIPE_SECRET_KEY[\s\S]*SMPLAT_DEMO/);
});

test("hosts played by another origin are refused when the shop is not on loopback, and pairs that are none always", () => {
  const hosts = { ...minimal, EGRESS_HOSTS: "mastodon.example=http://127.0.0.1:4010" };
  expect(loadConfig(hosts).egressHosts).toEqual({ "mastodon.example": "http://127.0.0.1:4010" });
  expect(() => loadConfig({ ...hosts, PUBLIC_URL: "https://shop.example" })).toThrow(/EGRESS_HOSTS/);
  expect(() => loadConfig({ ...minimal, EGRESS_HOSTS: "mastodon.example" })).toThrow(/EGRESS_HOSTS/);
});
