-- Words by which statements and contacts are found, as in search_entry. Null: yet to be read, which the stage that keeps
-- the ledger does; statements of an older Sanad and contacts that have just changed are. Copies are found by the first.
alter table statement add column words tsvector;
create index statement_words_found on statement using gin (words) with (fastupdate = off) where twin_of is null;
create index statement_unread on statement (seq) where words is null and twin_of is null;

alter table contact add column words tsvector;
create index contact_words_found on contact using gin (words) with (fastupdate = off);
create index contact_unread on contact (seq) where words is null;
