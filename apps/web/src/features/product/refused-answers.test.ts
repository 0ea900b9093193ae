import { ApiProblem } from "@smplat/contracts/client";
import { expect, test } from "vitest";
import { refusedAnswers } from "./refused-answers.ts";

const problem = {
  type: "about:blank",
  title: "",
  status: 422,
  code: "selection.invalid",
  remedy: "",
  requestId: "req",
} as const;

test("a refusal names its answers by field, in order, and leaves out what is no answer", () => {
  const fields = [
    { path: "quantity", message: "Too many." },
    { path: "selection.fields.footage", message: "Please fill this in." },
    { path: "selection.fields.chapters", message: "Write a number." },
  ];
  expect([...refusedAnswers(new ApiProblem({ ...problem, fields }, null))]).toEqual([
    ["footage", "Please fill this in."],
    ["chapters", "Write a number."],
  ]);
});

test("any other error says nothing of an answer", () => {
  expect(refusedAnswers(new TypeError("Failed to fetch")).size).toBe(0);
  expect(refusedAnswers(null).size).toBe(0);
});
