import type { LineState } from "@smplat/contracts/vocabulary";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { SupplierReport, SupplierStatus } from "#modules/suppliers";
import { credibleTime, evaluateReport, provenDelivery } from "./evaluate-report.ts";

interface Said {
  readonly at: Date | null;
  readonly status: SupplierStatus;
  readonly delivered: number;
}
interface Known {
  readonly reportedAt: Date | null;
  readonly supplierStatus: SupplierStatus | null;
  readonly supplierDelivered: number;
}

const nothing: Known = { reportedAt: null, supplierStatus: null, supplierDelivered: 0 };
const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 22, 12, minute));

function fold(reports: readonly Said[]): Known {
  return reports.reduce((known, report) => {
    const line: LineState =
      known.supplierStatus === "completed" ? "fulfilled" : known.supplierStatus === "short" ? "short" : "delivering";
    if (evaluateReport(known, line, { source: "webhook", ...report }) !== "apply") return known;
    const reportedAt = report.at ?? known.reportedAt;
    return { reportedAt, supplierStatus: report.status, supplierDelivered: report.delivered };
  }, nothing);
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  );
}

const course: readonly Said[] = [
  { at: at(1), status: "accepted", delivered: 0 },
  { at: at(2), status: "running", delivered: 3 },
  { at: at(3), status: "running", delivered: 8 },
  { at: at(4), status: "completed", delivered: 10 },
];

test("four webhooks in any of their orders, each twice, end as in the right order", () => {
  const expected = fold(course);
  expect(expected).toMatchObject({ supplierStatus: "completed", supplierDelivered: 10 });
  for (const order of permutations(course)) {
    expect(fold(order)).toEqual(expected);
    expect(fold([...order, ...order])).toEqual(expected);
  }
});

test("the same holds for webhooks that carry no time", () => {
  const timeless = course.map((report) => ({ ...report, at: null }));
  for (const order of permutations(timeless)) {
    expect(fold([...order, ...order])).toMatchObject({ supplierStatus: "completed", supplierDelivered: 10 });
  }
});

test("any shuffle of any course of a delivery ends as in the right order", () => {
  const growth = fc.array(fc.nat(50), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(growth, fc.boolean(), fc.infiniteStream(fc.nat()), (steps, timed, random) => {
      let delivered = 0;
      const reports = steps.map((step, index): Said => {
        delivered += step;
        const last = index === steps.length - 1;
        return { at: timed ? at(index) : null, status: last ? "completed" : "running", delivered };
      });
      const shuffled = [...reports].sort(() => ((random.next().value ?? 0) % 2 === 0 ? 1 : -1));
      expect(fold(shuffled)).toEqual(fold(reports));
    }),
    { numRuns: 2_000 },
  );
});

const done: Known = { reportedAt: at(4), supplierStatus: "completed", supplierDelivered: 10 };

test("after the completion a webhook that takes something back only makes us ask", () => {
  const report = { source: "webhook", at: at(5), status: "completed", delivered: 7 } as const;
  expect(evaluateReport(done, "fulfilled", report)).toBe("ask-again");
});

test("after the completion the supplier's own answer may take evidence back", () => {
  const report = { source: "answer", at: at(5), status: "short", delivered: 7 } as const;
  expect(evaluateReport(done, "fulfilled", report)).toBe("apply");
});

test("an answer asked for before the newest news is old", () => {
  const report = { source: "answer", at: at(3), status: "running", delivered: 9 } as const;
  expect(evaluateReport(done, "fulfilled", report)).toBe("ignore");
});

test("a supplier's clock that is ahead of ours tells no time, one behind is believed", () => {
  expect(credibleTime(at(3), at(0))).toBeNull();
  expect(credibleTime(at(1), at(0))).toEqual(at(1));
  expect(credibleTime(at(0), at(50))).toEqual(at(0));
  expect(credibleTime(null, at(0))).toBeNull();
});

test("a report from a clock that is ahead does not make the answer to our next question look old", () => {
  const known = { reportedAt: credibleTime(at(40), at(0)), supplierStatus: "running", supplierDelivered: 3 } as const;
  const answer = { source: "answer", at: at(2), status: "completed", delivered: 6 } as const;
  expect(evaluateReport(known, "delivering", answer)).toBe("apply");
});

test("more than was ordered is believed as far as the evidence carries it", () => {
  const report = (delivered: number, ...units: number[]): SupplierReport => ({
    externalId: "cmp_1",
    reference: "att_1",
    status: "completed",
    delivered,
    cost: null,
    evidence: units.map((count) => ({
      ...{ kind: "placement", title: "", url: null, reportedAt: at(0).toISOString() },
      units: count,
    })),
  });
  expect(provenDelivery(report(8, 3, 3), 6).delivered).toBe(6);
  expect(provenDelivery(report(8), 6).delivered).toBe(6);
  expect(provenDelivery(report(8, 4, 3), 6).delivered).toBe(7);
  expect(provenDelivery(report(8, 4, 4), 6).delivered).toBe(8);
  expect(provenDelivery(report(5, 3), 6).delivered, "what is not shown yet still counts").toBe(5);
});
