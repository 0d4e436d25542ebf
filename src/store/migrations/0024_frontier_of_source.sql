-- The newest pages of a source, without sorting all of them.
drop index frontier_source;
create index frontier_source on frontier (source_id, id);
