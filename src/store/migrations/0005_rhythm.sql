-- How a source usually publishes, to tell a silent source from a slow one, and how soon we see what it publishes.

alter table source_state
  -- Factor between what printed times ask for and how often there is really something new.
  add column stretch float8 not null default 1,
  add column last_listed integer,
  add column empty_polls integer not null default 0,
  add column first_listed_at timestamptz,
  add column longest_gap_ms float8;

-- As the list stated it when the item was first seen; later changes of the date are not followed.
alter table source_item add column published_at timestamptz;
create index source_item_seen on source_item (source_id, first_seen_at);
