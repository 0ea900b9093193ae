/** Statements that must return no row; each row is a thing that went wrong. */
export const catalogInvariants: readonly { readonly id: string; readonly says: string; readonly sql: string }[] = [
  {
    id: "CAT-priced",
    says: "every product on sale has a price in euro, and a price for each currency it names",
    sql: `select p.id, b.key from products p cross join lateral jsonb_object_keys(p.prices || '{"EUR":null}') as b (key)
          where p.state = 'published'
            and not exists (select from product_prices r where r.product_id = p.id and r.currency = b.key)`,
  },
  {
    id: "CAT-policy",
    says: "everything on sale carries a decision of the publish policy that allows it",
    sql: `select id, policy from products
          where state = 'published' and coalesce(policy ->> 'outcome', 'refused') = 'refused'`,
  },
  {
    id: "M5-capacity",
    says: "capacity is never below zero",
    sql: "select * from product_capacity where remaining < 0",
  },
];
