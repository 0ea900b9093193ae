import { describe, expect, test } from "vitest";
import { checkEgress, isGlobalAddress } from "./egress-rules.ts";

const none = new Set<string>();

describe("addresses that are never called", () => {
  test.each([
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://0177.0.0.1/",
    "https://127.1/",
    "https://①②⑦.0.0.1/",
    "https://0/",
    "https://10.1.2.3/",
    "https://100.64.0.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://172.16.0.1/",
    "https://172.31.255.255/",
    "https://192.168.1.1/",
    "https://192.0.0.170/",
    "https://198.18.0.1/",
    "https://224.0.0.1/",
    "https://255.255.255.255/",
    "https://[::1]/",
    "https://[::]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:8.8.8.8]/",
    "https://[::127.0.0.1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[64:ff9b:1::1]/",
    "https://[2001:db8::1]/",
    "https://[2001::1]/",
    "https://[2002:7f00:1::]/",
    "https://[3fff::1]/",
    "https://[fc00::1]/",
    "https://[fd12:3456::1]/",
    "https://[fe80::1]/",
    "https://[ff02::1]/",
  ])("%s", (url) => {
    expect(checkEgress(url, none)).toEqual({ refusal: "address" });
  });
});

describe("URLs that are refused for their shape", () => {
  test.each([
    ["http://example.com/", "scheme"],
    ["ftp://example.com/", "scheme"],
    ["file:///etc/passwd", "scheme"],
    ["gopher://example.com:70/_x", "scheme"],
    ["data:text/plain,x", "scheme"],
    ["javascript:alert(1)", "scheme"],
    ["https://example.com:80/", "port"],
    ["https://example.com:22/", "port"],
    ["https://example.com:6379/", "port"],
    ["https://user@example.com/", "userinfo"],
    ["https://user:pass@example.com/", "userinfo"],
    ["https://example.com@127.0.0.1/", "userinfo"],
    ["https://example.com/#fragment", "fragment"],
    ["https://example.com/#", "fragment"],
    ["//example.com/", "not-a-url"],
    ["https://", "not-a-url"],
    ["", "not-a-url"],
    ["https://exa mple.com/", "not-a-url"],
  ])("%s is refused for its %s", (url, refusal) => {
    expect(checkEgress(url, none)).toEqual({ refusal });
  });
});

test("public hosts and addresses pass, on 443 and 8443", () => {
  for (const url of ["https://example.com/", "https://example.com:8443/x?y=z", "https://1.1.1.1/"]) {
    expect(checkEgress(url, none)).toMatchObject({ exempt: false });
  }
  expect(checkEgress("https://[2606:4700:4700::1111]/", none)).toMatchObject({ exempt: false });
});

test("an exemption covers its exact origin and nothing beside it", () => {
  const exempt = new Set(["http://127.0.0.1:4010"]);
  expect(checkEgress("http://127.0.0.1:4010/youtube/v3/channels", exempt)).toMatchObject({ exempt: true });
  for (const url of [
    "http://127.0.0.1:4011/",
    "https://127.0.0.1:4010/",
    "http://localhost:4010/",
    "http://127.0.0.2:4010/",
    "http://127.0.0.1/",
  ]) {
    expect(checkEgress(url, exempt)).toHaveProperty("refusal");
  }
  expect(checkEgress("http://user@127.0.0.1:4010/", exempt)).toEqual({ refusal: "userinfo" });
});

test("what is not an IP address is not a public one", () => {
  for (const text of ["", "example.com", "1.2.3", "999.1.1.1", "::g"]) expect(isGlobalAddress(text)).toBe(false);
  expect(isGlobalAddress("8.8.8.8")).toBe(true);
});
