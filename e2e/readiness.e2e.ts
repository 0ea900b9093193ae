import assert from "node:assert/strict";
import { journey } from "./journey.ts";
import { signInAs } from "./steps/sign-in.ts";

interface Check {
  readonly name: string;
  readonly kind: "component" | "job";
  readonly status: string;
  readonly overdue: boolean;
  readonly ageSeconds: number | null;
}

export const journeys = [
  journey(
    "readiness lists every job with its age, and the storage proves by hash what it keeps",
    async ({ visit, shop }) => {
      const operator = await visit();
      const { page, t, see } = operator;
      const answer = await page.request.get(`${shop.url}/api/v1/health/readyz`);
      assert.equal(answer.status(), 200);
      const { checks } = (await answer.json()) as { checks: readonly Check[] };
      assert.deepEqual(
        checks.filter(({ kind }) => kind === "component").map(({ name }) => name),
        ["database", "queue", "storage"],
      );
      const jobs = checks.filter(({ kind }) => kind === "job");
      assert.ok(jobs.length > 30, `only ${jobs.length} jobs are listed`);
      assert.ok(
        jobs.some(({ ageSeconds }) => ageSeconds !== null),
        "no job has an age",
      );

      await operator.open("/login?next=/admin/jobs");
      await signInAs(operator, shop, "Operator");
      await operator.heading(t("admin-health.title"));
      await see(page.getByText(t("admin-health.names.storage"), { exact: true }));
      await page.getByRole("button", { name: t("admin-health.probe.run"), exact: true }).click();
      await see(page.getByText(t("admin-health.probe.ok"), { exact: true }));
      await see(page.getByRole("table", { name: t("admin-health.probe.caption") }));
      await operator.look("health");
    },
  ),
];
