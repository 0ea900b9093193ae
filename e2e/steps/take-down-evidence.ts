import assert from "node:assert/strict";

/** Takes down what an evidence link leads to, on the supplier's side: the sandbox plays it. */
export async function takeDownEvidence(link: string): Promise<void> {
  const { origin, pathname } = new URL(link);
  const id = pathname.split("/").at(-1);
  const answer = await fetch(`${origin}/control/evidence/${id}`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ live: false }),
  });
  assert.ok(answer.ok, `the sandbox answered ${answer.status}`);
}
