-- Raw bytes may be dropped past an operator's limits: hash, length, address, type and times of a page stay.
alter table fetched_body alter column content drop not null;
alter table fetched_body add column dropped_at timestamptz;
alter table fetched_body add constraint fetched_body_dropped check ((content is null) = (dropped_at is not null));

-- Name of the proxy through which a source is asked; null: directly.
alter table source add column egress text;
