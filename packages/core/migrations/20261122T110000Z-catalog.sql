create table products (
  id text primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  state text not null check (state in ('draft', 'published', 'unpublished')),
  version int not null check (version >= 1),
  category text not null,
  deliverable_kind text not null check (deliverable_kind in ('reported_ad_result', 'placement', 'asset', 'hours', 'audit')),
  service_key text not null,
  platforms text[] not null check (cardinality(platforms) > 0),
  title jsonb not null,
  summary jsonb not null,
  description jsonb not null,
  unit jsonb not null,
  quantity jsonb not null,
  prices jsonb not null,
  volume_tiers jsonb not null,
  option_groups jsonb not null,
  add_ons jsonb not null,
  custom_fields jsonb not null,
  plans jsonb not null,
  presets jsonb not null,
  faq jsonb not null,
  media jsonb not null,
  evidence jsonb not null,
  sla jsonb not null,
  measurement text not null check (measurement in ('required', 'optional')),
  policy jsonb,
  art_seed int not null,
  sort_rank int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  published_at timestamptz,
  -- Stemmed words for whole words, plain ones for the beginning of a word that is still being typed.
  search_en tsvector not null generated always as (
    setweight(to_tsvector('english', coalesce(title ->> 'en', '')), 'A')
    || setweight(to_tsvector('simple', coalesce(title ->> 'en', '')), 'A')
    || setweight(to_tsvector('english', coalesce(summary ->> 'en', '')), 'B')
    || setweight(to_tsvector('simple', coalesce(summary ->> 'en', '')), 'B')
    || setweight(to_tsvector('english', coalesce(description ->> 'en', '')), 'C')
  ) stored,
  search_de tsvector not null generated always as (
    setweight(to_tsvector('german', coalesce(title ->> 'de', '')), 'A')
    || setweight(to_tsvector('simple', coalesce(title ->> 'de', '')), 'A')
    || setweight(to_tsvector('german', coalesce(summary ->> 'de', '')), 'B')
    || setweight(to_tsvector('simple', coalesce(summary ->> 'de', '')), 'B')
    || setweight(to_tsvector('german', coalesce(description ->> 'de', '')), 'C')
  ) stored,
  -- Nothing is on sale without a decision of the publish policy that allows it.
  check (state <> 'published' or (policy is not null and policy ->> 'outcome' <> 'refused')),
  check ((state = 'draft') = (published_at is null))
);
create index products_featured on products (sort_rank, id) where state = 'published';
create index products_published on products (published_at desc, id desc) where state = 'published';
create index products_updated on products (updated_at desc, id desc);
create index products_by_platform on products using gin (platforms);
create index products_search_en on products using gin (search_en);
create index products_search_de on products using gin (search_de);

-- Net price of the smallest order per currency.
create table product_prices (
  product_id text not null references products,
  currency text not null,
  from_price_minor bigint not null check (from_price_minor >= 0),
  primary key (product_id, currency)
);
create index product_prices_by_price on product_prices (currency, from_price_minor, product_id);

-- Units left of products that have a limit; the others have no row.
create table product_capacity (
  product_id text primary key references products,
  remaining int not null check (remaining >= 0)
);
