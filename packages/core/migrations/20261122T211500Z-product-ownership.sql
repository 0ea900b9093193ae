-- Whether a product is sold only for a channel whose owner proved it.
alter table products add column ownership_policy text not null default 'none'
  check (ownership_policy in ('none', 'required'));
-- Work that is done in a channel's name was sold without asking until now.
update products set ownership_policy = 'required'
  where category = 'community' or jsonb_path_exists(policy, '$.reasons[*] ? (@.rule == "giveaway")');
