import type { Invariant } from "#kernel/invariant";

export const customerInvariants: readonly Invariant[] = [
  {
    id: "C1",
    says: "every account has one password",
    sql: `select u.id from auth_user u
          left join auth_credential c on c.user_id = u.id and c.provider_id = 'credential' and c.password is not null
          group by u.id having count(c.id) <> 1`,
  },
  {
    id: "C2",
    says: "an account was announced within an hour of its sign-up",
    sql: `select u.id from auth_user u left join customer_profiles p on p.customer_id = u.id
          where p.customer_id is null
            and u.created_at < (select max(created_at) from auth_user) - interval '1 hour'`,
  },
  {
    id: "C3",
    says: "a link out of an e-mail was used in time or not at all",
    sql: "select token_hash from access_links where used_at is not null and used_at >= expires_at",
  },
  {
    id: "C4",
    says: "a sign-in that names a guest ended that guest in favor of its account",
    sql: `select e.id from events e join auth_user u on u.id = e.metadata ->> 'customerId'
          where e.name = 'customers.signed-in' and e.metadata ->> 'guestOwnerId' is not null
            and not exists (select from guests g where g.id = e.metadata ->> 'guestOwnerId' and g.merged_into = u.id)`,
  },
  {
    id: "C5",
    says: "only staff has a second factor, and one in use came with ten recovery codes",
    sql: `select f.customer_id as id, u.role as what from staff_second_factors f
          join auth_user u on u.id = f.customer_id
          where u.role = 'customer' or (f.secret is not null and (
            select count(*) from staff_recovery_codes c where c.customer_id = f.customer_id) <> 10)`,
  },
];
