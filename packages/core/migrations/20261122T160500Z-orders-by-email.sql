-- Addresses are kept as they were typed and compared in lower case.
drop index orders_by_email;
create index orders_by_email on orders (lower(contact ->> 'email'), placed_at desc);
