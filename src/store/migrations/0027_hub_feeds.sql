-- Feeds that change without an event of their own: topics, dossiers that were opened, and searches that somebody reads.
alter table hub_mark add column last_item bigint not null default 0;
alter table hub_mark add column last_dossier bigint not null default 0;
update hub_mark set last_item = (select coalesce(max(id), 0) from topic_item),
  last_dossier = (select coalesce(max(id), 0) from dossier);

-- Searches whose feeds were asked for lately: the hub is told of these alone, since there is no end of others.
create table search_feed (
  -- Words, and the scope in which they are looked for.
  query text not null,
  scope text not null,
  asked_at timestamptz not null,
  primary key (query, scope)
);
