-- What years of news need so that the newest of them are found as fast as if there were only weeks.

-- Numbers of the day of an instant (UTC, from 1970) and, below 0, of the 32 days to which it belongs.
create function time_slices(at timestamptz) returns integer[] language sql immutable parallel safe
  return array[(at at time zone 'UTC')::date - date '1970-01-01',
    -1 - ((at at time zone 'UTC')::date - date '1970-01-01') / 32];

-- The indexes of words hold days too, so that common words are looked for among the newest entries alone.
drop index search_entry_words;
create index search_entry_words on search_entry using gin (words, time_slices(shown_at)) with (fastupdate = off);
drop index statement_words_found;
create index statement_words_found on statement using gin (words, time_slices(at))
  with (fastupdate = on, gin_pending_list_limit = 256) where twin_of is null;

-- Threads that go on for years: their newest stories, and which threads moved last.
drop index story_thread;
create index story_thread on story (thread_id, first_at desc, id desc) include (last_at, report_count, opener_id)
  where thread_id is not null;
create index story_thread_moved on story (last_at desc, id desc) include (thread_id)
  where thread_id is not null and report_count > 0;

-- The archive puts the stories of a month into the order of their importance.
drop index story_first;
create index story_first on story (first_at) include (importance, id) where report_count > 0;
