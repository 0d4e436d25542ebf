-- Who speaks in one of the two statements, and for which sides, so that what stands against each other of somebody is
-- found without asking each pair. Kept with the pairs, after all acts on entities.
alter table contradiction add column speakers text[] not null default '{}';
alter table contradiction add column sides text[] not null default '{}';
update contradiction c set
  speakers = array(select distinct entity_id from statement_speaker
    where statement_id in (c.one_id, c.other_id) and entity_id is not null order by 1),
  sides = array(select distinct side from statement_speaker
    where statement_id in (c.one_id, c.other_id) and side is not null order by 1);
create index contradiction_speakers on contradiction using gin (speakers);
create index contradiction_sides on contradiction using gin (sides);

-- Afterwards: vacuum (analyze) contradiction;
