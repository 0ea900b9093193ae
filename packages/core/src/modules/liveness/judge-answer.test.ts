import { expect, test } from "vitest";
import { judgeAnswer } from "./judge-answer.ts";

const asked = "https://creator.example/posts/1";
const judge = (status: number, answered = asked, from = asked) =>
  judgeAnswer(status, new URL(from), new URL(answered)).verdict;

test("a page that answers is live, also after a move to another name or path", () => {
  for (const status of [200, 203, 204]) expect(judge(status)).toBe("live");
  expect(judge(200, "https://www.creator.example/posts/1/")).toBe("live");
  expect(judge(200, "https://video.example/watch?v=1", "https://vid.eo/1")).toBe("live");
  expect(judge(200, "https://www.creator.example/", "https://creator.example/")).toBe("live");
});

test("only the page's own host can say that it is gone", () => {
  for (const status of [404, 410, 451]) {
    expect(judge(status)).toBe("gone");
    expect(judge(status, "https://www.creator.example/not-here")).toBe("gone");
    expect(judge(status, "https://parked.example/")).toBe("unknown");
  }
});

test.each([
  [401, "no-access"],
  [403, "no-access"],
  [429, "rate-limited"],
  [500, "host-trouble"],
  [503, "host-trouble"],
  [400, "unclear"],
  [304, "unclear"],
])("%i says nothing about the page: %s", (status, reason) => {
  expect(judgeAnswer(status, new URL(asked), new URL(asked))).toEqual({ verdict: "unknown", reason });
});

test("an entrance, a login or a site's own word for missing is not the page", () => {
  for (const answered of [
    "https://creator.example/",
    "https://other.example/",
    "https://creator.example/accounts/login/?next=%2Fposts%2F1",
    "https://creator.example/signin",
    "https://creator.example/404.html",
  ]) {
    expect(judge(200, answered)).toBe("unknown");
  }
  expect(judge(200, "https://bought.example/", "https://creator.example/")).toBe("unknown");
});
