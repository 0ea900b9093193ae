import { type Kysely, sql } from "kysely";
import type { Scope } from "#infrastructure/database";
import type { SignedInPerson } from "../customer.ts";
import { owedFactor } from "../second-factor/owed-factor.ts";
import type { CustomerTables } from "../tables.ts";
import { customerLimits, type SessionLimits, staffLimits } from "./session-limits.ts";

const db = (scope: Scope): Kysely<CustomerTables> => scope.tables<CustomerTables>();

export interface LiveSession extends SignedInPerson {
  readonly sessionId: string;
  readonly usedAt: Date;
}

/**
 * The session of a token with its person, if neither expiry nor a limit of their role has ended it.
 * @param demanded whether staff without a second factor has to set one up
 */
export async function findLiveSession(
  scope: Scope,
  token: string,
  now: Date,
  demanded: boolean,
): Promise<LiveSession | null> {
  const earliest = (pick: (limits: SessionLimits) => number) =>
    sql<Date>`case when u.role = 'customer' then ${ago(now, pick(customerLimits))}::timestamptz
      else ${ago(now, pick(staffLimits))}::timestamptz end`;
  const row = await db(scope)
    .selectFrom("authSession as s")
    .innerJoin("authUser as u", "u.id", "s.userId")
    .leftJoin("staffSecondFactors as f", "f.customerId", "u.id")
    .select(["s.id as sessionId", "s.updatedAt as usedAt", "u.id as customerId"])
    .select(["u.role", "u.email", "u.name", "u.emailVerified", "u.locale"])
    .select(["s.secondFactorAt", "f.confirmedAt"])
    .where("s.token", "=", token)
    .where("s.expiresAt", ">", now)
    .where(
      "s.createdAt",
      ">",
      earliest((limits) => limits.absoluteMs),
    )
    .where(
      "s.updatedAt",
      ">",
      earliest((limits) => limits.idleMs),
    )
    .executeTakeFirst();
  if (row === undefined) return null;
  const { secondFactorAt, confirmedAt, ...session } = row;
  const enrolled = confirmedAt !== null;
  return { ...session, awaiting: secondFactorAt === null ? owedFactor(row.role, enrolled, demanded) : null };
}

/** Notes that a session is in use, unless another request just did. */
export async function touchSession(scope: Scope, session: LiveSession, now: Date): Promise<void> {
  await db(scope)
    .updateTable("authSession")
    .set({ updatedAt: now })
    .where("id", "=", session.sessionId)
    .where("updatedAt", "=", session.usedAt)
    .execute();
}

const ago = (now: Date, ms: number): Date => new Date(now.getTime() - ms);
