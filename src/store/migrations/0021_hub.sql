-- What the WebSub hub of our own feeds was told of.

create table hub_mark (
  only_one boolean primary key default true check (only_one),
  -- The last event of which the hub knows.
  last_event bigint not null,
  failures integer not null default 0,
  -- When to look again; ahead while a process is at it.
  next_at timestamptz not null
);
