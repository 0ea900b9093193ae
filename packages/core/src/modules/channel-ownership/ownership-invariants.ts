import type { Invariant } from "#kernel/invariant";

export const ownershipInvariants: readonly Invariant[] = [
  {
    id: "one-owner",
    says: "a channel is proven by one person at most",
    sql: `select platform, platform_user_id from channel_claims where state = 'proven'
          group by platform, platform_user_id having count(*) > 1`,
  },
  {
    id: "proof-has-evidence",
    says: "every proof by a code has a code that was found on that very channel within its time",
    sql: `select c.id from channel_claims c
          where c.method <> 'oauth' and c.state = 'proven' and not exists (
            select 1 from ownership_challenges h where h.platform_user_id = c.platform_user_id and h.state = 'proven'
              and h.settled_at <= h.expires_at + interval '1 minute')`,
  },
];
