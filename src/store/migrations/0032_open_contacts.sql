-- Contacts of which the articles name one side, and which of the others each of them is held to be.
alter table contact add column is_open boolean not null default false;
alter table contact add column resolved_to text references contact on delete set null;
create index contact_open on contact using gin (keys) where is_open;
create index contact_resolved on contact (resolved_to) where resolved_to is not null;
