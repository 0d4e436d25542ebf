-- When a contact changed last stands beside its parties and those who brought it about, so that the newest contacts of
-- somebody are found without looking at all of his.
alter table contact_actor add column changed_at timestamptz;
alter table contact_role add column changed_at timestamptz;
update contact_actor p set changed_at = c.changed_at from contact c where c.id = p.contact_id;
update contact_role p set changed_at = c.changed_at from contact c where c.id = p.contact_id;
alter table contact_actor alter column changed_at set not null;
alter table contact_role alter column changed_at set not null;

drop index contact_actor_entity;
drop index contact_actor_side;
drop index contact_role_entity;
drop index contact_role_side;
create index contact_actor_entity on contact_actor (entity_id, changed_at desc, contact_id desc)
  where entity_id is not null;
create index contact_actor_side on contact_actor (side, changed_at desc, contact_id desc) where side is not null;
create index contact_role_entity on contact_role (entity_id, changed_at desc, contact_id desc)
  where entity_id is not null;
create index contact_role_side on contact_role (side, changed_at desc, contact_id desc) where side is not null;

-- Afterwards: vacuum (analyze) contact_actor, contact_role;
