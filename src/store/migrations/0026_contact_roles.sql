-- Who brought a contact about without having to be a party of it: `initiator`, `mediator`, `host`. Parties stay in
-- contact_actor, so that a mediator never makes a dyad.
create table contact_role (
  contact_id text not null references contact on delete cascade,
  position integer not null,
  part text not null check (part in ('initiator', 'mediator', 'host')),
  name text not null,
  machine_id text,
  entity_id text,
  side text,
  via text not null,
  primary key (contact_id, position)
);
create index contact_role_entity on contact_role (entity_id) where entity_id is not null;
create index contact_role_side on contact_role (side) where side is not null;
create index contact_role_machine on contact_role (machine_id) where machine_id is not null;

alter table contact_actor drop column part;

-- What was told before knows of none; reading articles again (`sanad rebuild --from analyse`) finds them.
update contact set entry = entry || '{"roles": []}';
update contact_telling set told = told || '{"roles": []}';
