-- Threads: running themes over stories. What the machine decided stands with the report that opened the story.

alter table report
  -- The report that opened the first story of the thread that the machine means; null where it means none.
  add column thread_opener_id bigint references article on delete cascade,
  -- Names and rare words that the story shares with the thread: [{term, word, isName, weight}].
  add column thread_shared jsonb;
create index report_thread on report (thread_opener_id) where thread_opener_id is not null;

-- Operators put stories into threads (into_id: the thread) and take them out.
alter table story_act drop constraint story_act_kind_check;
alter table story_act add constraint story_act_kind_check
  check (kind in ('split', 'merge', 'move', 'thread', 'unthread'));
create index story_act_thread on story_act (story_id, id desc)
  where undone_at is null and kind in ('thread', 'unthread');
