-- Which two sides were in touch by which contact, so that dyads are counted without looking at the contacts themselves.
create table dyad_contact (
  a text not null,
  b text not null check (b > a),
  contact_id text not null references contact on delete cascade,
  -- That of the contact.
  changed_at timestamptz not null,
  primary key (a, b, contact_id) include (changed_at)
);
create index dyad_contact_contact on dyad_contact (contact_id);
insert into dyad_contact (a, b, contact_id, changed_at)
  select distinct x.side, y.side, c.id, c.changed_at from contact c
    join contact_actor x on x.contact_id = c.id
    join contact_actor y on y.contact_id = c.id and y.side > x.side;

-- Afterwards: vacuum (analyze) dyad_contact;
