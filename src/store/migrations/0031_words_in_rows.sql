-- The words of an entry stand in its row, not aside: who scores a thousand matches reads a thousand pages, which the
-- server asks the disk for ahead, and not three for each, one after the other. Rows stand in the order of time.
create table search_entry_in_rows (like search_entry including defaults including constraints);
alter table search_entry_in_rows alter column words set storage main;
alter table search_entry_in_rows set (
  toast_tuple_target = 8160,
  -- Newest entries are counted in an index alone, which needs to know that everybody sees what it holds.
  autovacuum_vacuum_insert_scale_factor = 0.01
);
insert into search_entry_in_rows (kind, ref_id, words, shown_at, outlet_id, section)
  select kind, ref_id, words, shown_at, outlet_id, section from search_entry order by shown_at, ref_id;
drop table search_entry;
alter table search_entry_in_rows rename to search_entry;
alter table search_entry add constraint search_entry_pkey primary key (kind, ref_id);
create index search_entry_words on search_entry using gin (words, time_slices(shown_at)) with (fastupdate = off);
create index search_entry_newest on search_entry (kind, shown_at desc, ref_id desc);
-- What everybody sees is marked as such at once, so that counting among the newest reads the index alone.
-- Afterwards: vacuum (analyze) search_entry;
