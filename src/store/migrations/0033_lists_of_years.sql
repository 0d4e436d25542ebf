-- What lists of years of news are found by without looking at each of their rows.

-- Of copies only the first counts: known beside the speaker, so that neither counts nor lists look every statement up.
alter table statement_speaker add column is_copy boolean not null default false;
alter table statement_about add column is_copy boolean not null default false;
update statement_speaker p set is_copy = true from statement s where s.id = p.statement_id and s.twin_of is not null;
update statement_about p set is_copy = true from statement s where s.id = p.statement_id and s.twin_of is not null;

drop index statement_speaker_entity;
create index statement_speaker_entity on statement_speaker (entity_id, at desc)
  include (statement_id, position, is_copy)
  where entity_id is not null;
drop index statement_speaker_side;
create index statement_speaker_side on statement_speaker (side, at desc) include (statement_id, is_copy)
  where side is not null;
drop index statement_about_entity;
create index statement_about_entity on statement_about (entity_id, at desc) include (statement_id, is_copy);

-- A topic's items in the order of the machine interface; what was merged into an entity.
create index topic_item_topic on topic_item (topic_id, id desc);
create index entity_merged on entity (merged_into) where merged_into is not null;

-- Afterwards: vacuum (analyze) statement_speaker, statement_about;
