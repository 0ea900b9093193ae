alter table fulfillment_lines
  -- Suppliers that will not be asked for this line again: they refused it, or a person chose another one.
  add column excluded_providers text[] not null default '{}',
  -- Wall time before which a replayed line is not sent.
  add column submit_not_before timestamptz,
  -- Units per day over the window, as agreed at acceptance; null until a supplier took the line on.
  add column pacing jsonb,
  -- Since when a delivery is behind its promise, and when it is expected instead; business time.
  add column late_since timestamptz,
  add column expected_at timestamptz;
