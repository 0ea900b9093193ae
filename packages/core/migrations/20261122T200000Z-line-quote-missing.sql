-- Keys of required questions a quoted configuration leaves open; a cart takes none of these quotes.
alter table line_quotes add column missing text[] not null default '{}';
