-- Webhooks that programs keep through the API belong to the key that made them; those of operators to none.
alter table alert_target add column key_id bigint references api_key on delete cascade;
create index alert_target_key on alert_target (key_id) where key_id is not null;
