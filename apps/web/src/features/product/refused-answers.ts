import { ApiProblem } from "@smplat/contracts/client";

const prefix = "selection.fields.";

/** What the server says against answers, by the field's key; empty for every other refusal. */
export function refusedAnswers(error: unknown): ReadonlyMap<string, string> {
  const fields = error instanceof ApiProblem ? (error.problem.fields ?? []) : [];
  const answers = fields.filter(({ path }) => path.startsWith(prefix));
  return new Map(answers.map(({ path, message }) => [path.slice(prefix.length), message]));
}
