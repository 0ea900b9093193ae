import { describe, expect, test } from "vitest";
import { errorClasses, type Provider, type SupplierOrder } from "./provider.ts";

/** What an adapter under test is given of its outside. */
export interface ContractSubject {
  readonly provider: Provider;
  /** A service the supplier does, and a quantity it takes. */
  readonly service: string;
  readonly quantity: number;
  /** Has the supplier misbehave; absent where there is no outside that could. */
  readonly outside?: {
    mode(mode: "normal" | "down" | "accept-then-timeout" | "reject" | "rate-limited" | "malformed"): Promise<void>;
    /** Orders the supplier has under a reference. */
    count(reference: string): Promise<number>;
    /** Lets the supplier finish what it has. */
    finish(): Promise<void>;
  };
}

let made = 0;
const order = (subject: ContractSubject): SupplierOrder => {
  made += 1;
  return {
    reference: `att_contract_${made}_${subject.service}`,
    service: subject.service,
    quantity: subject.quantity,
    platform: "tiktok",
    handle: "ada",
    fields: "",
    hours: 24,
  };
};

/**
 * What every supplier's adapter keeps, whatever it speaks: outcomes are typed, nothing is thrown for what the supplier
 * or the network does, what is not promised is refused without asking, and a doubt is never called certain.
 */
export function keepsProviderContract(name: string, open: () => ContractSubject): void {
  describe(name, () => {
    keepsPromises(open);
    keepsOrders(open);
    keepsDoubts(open);
  });
}

function keepsPromises(open: () => ContractSubject): void {
  test("quotes when it promises to, refuses what it does not sell, and else says that it does not know", async () => {
    const { provider, service, quantity } = open();
    const quote = await provider.quote(service, quantity);
    if (!provider.capabilities.quote) expect(quote.kind).toBe("unknown");
    else {
      expect(quote.kind).toBe("quoted");
      if (quote.kind === "quoted") expect(Number.isSafeInteger(quote.amountMinor)).toBe(true);
      expect((await provider.quote("no-such-service", 1)).kind).toBe("refused");
    }
  });

  test("tells its balance when it promises to", async () => {
    const { provider } = open();
    const balance = await provider.balance();
    expect(balance.kind).toBe(provider.capabilities.balance ? "known" : "unknown");
    if (balance.kind === "known") expect(Number.isSafeInteger(balance.amountMinor)).toBe(true);
  });

  test("believes no webhook without its signature, and reads none out of noise", () => {
    const { provider } = open();
    const bytes = new TextEncoder().encode("{}");
    expect(provider.verifyWebhook({}, bytes, new Date())).toBe(false);
    expect(provider.readWebhook({}, new TextEncoder().encode("not json"))).toBeNull();
  });

  test("gives every trouble a class, and calls none certain that is not", () => {
    const { provider } = open();
    const failures = [
      { kind: "no-answer", maybeSent: true, why: "" },
      { kind: "unreadable", status: 200, why: "" },
      { kind: "answer", status: 500, body: null, headers: {} },
      { kind: "answer", status: 429, body: null, headers: {} },
    ] as const;
    for (const failure of failures) expect(errorClasses).toContain(provider.classifyError(failure).class);
    for (const failure of failures.slice(0, 3)) expect(provider.classifyError(failure).class).toBe("ambiguous");
  });
}

function keepsOrders(open: () => ContractSubject): void {
  test("takes an order under our reference, tells of it by its own id, and stops it when asked", async () => {
    const subject = open();
    const { provider } = subject;
    const wanted = order(subject);
    const taken = await provider.submit(wanted);
    if (taken.kind !== "accepted") throw new Error(`Not taken: ${JSON.stringify(taken)}`);
    expect(taken.report).toMatchObject({ reference: wanted.reference, delivered: 0 });
    if (provider.capabilities.poll) {
      expect(await provider.status(taken.report.externalId)).toMatchObject({ kind: "found" });
      expect(await provider.find(wanted.reference)).toMatchObject({
        kind: "found",
        reports: [{ externalId: taken.report.externalId }],
      });
    }
    const canceled = await provider.cancel(taken.report.externalId);
    expect(canceled.kind).toBe(provider.capabilities.cancel ? "canceled" : "refused");
  });

  test("denies a reference and an order it never had", async () => {
    const { provider } = open();
    expect(await provider.find("att_never_sent")).toMatchObject({ kind: "absent" });
    if (provider.capabilities.poll) expect((await provider.status("never-made")).kind).toBe("absent");
  });

  test("takes a make-good on a finished order when it promises to", async () => {
    const subject = open();
    const { provider, outside } = subject;
    const taken = await provider.submit(order(subject));
    if (taken.kind !== "accepted") throw new Error(`Not taken: ${JSON.stringify(taken)}`);
    await outside?.finish();
    const asked = await provider.requestRefill(taken.report.externalId, subject.quantity, `${made} refill`);
    expect(asked.kind).toBe(provider.capabilities.refill ? "accepted" : "refused");
  });

  test("repeats make one order where it promises so", async () => {
    const subject = open();
    const { provider, outside } = subject;
    const wanted = order(subject);
    await provider.submit(wanted);
    await provider.submit(wanted);
    if (outside === undefined) return;
    const count = await outside.count(wanted.reference);
    expect(count).toBe(provider.capabilities.idempotentSubmit ? 1 : 2);
  });
}

/** Of each failure: what a submit may come to, and how many orders the supplier then has. */
const failures = [
  // Atelier's gateway answers 502 for everything: nobody can tell whether the order went through.
  { mode: "down", outcomes: ["not_sent", "ambiguous"], orders: 0 },
  { mode: "rate-limited", outcomes: ["not_sent"], orders: 0 },
  { mode: "reject", outcomes: ["refused"], orders: 0 },
  { mode: "accept-then-timeout", outcomes: ["ambiguous"], orders: 1 },
  { mode: "malformed", outcomes: ["ambiguous"], orders: 1 },
] as const;

function keepsDoubts(open: () => ContractSubject): void {
  test.each(failures)("when it is $mode a submit is $outcomes, never thrown", async ({ mode, outcomes, orders }) => {
    const subject = open();
    const { provider, outside } = subject;
    if (outside === undefined) return;
    const wanted = order(subject);
    await outside.mode(mode);
    try {
      const outcome = await provider.submit(wanted);
      expect(outcomes).toContain(outcome.kind);
    } finally {
      await outside.mode("normal");
    }
    expect(await outside.count(wanted.reference)).toBe(orders);
    const found = await provider.find(wanted.reference);
    expect(found.kind).toBe(orders === 0 ? "absent" : "found");
  });

  test("while it is down, asking is answered with unknown, never with absent", async () => {
    const { provider, outside } = open();
    if (outside === undefined) return;
    await outside.mode("down");
    try {
      expect((await provider.find("att_any")).kind).toBe("unknown");
      expect((await provider.status("any")).kind).toBe("unknown");
      if (provider.capabilities.cancel) expect((await provider.cancel("any")).kind).toBe("unknown");
      expect((await provider.balance()).kind).toBe("unknown");
      expect((await provider.quote("any", 1)).kind).toBe("unknown");
    } finally {
      await outside.mode("normal");
    }
  });
}
