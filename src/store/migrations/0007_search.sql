-- How many entries of a sample of the index hold each word: rare words weigh more, and misspelt ones are
-- corrected to words that exist. Counted anew when the index has grown; see src/store/search_tally.ts.
create table search_word (
  word text collate "C" primary key,
  entries integer not null
);

create table search_tally (
  only_row boolean primary key default true check (only_row),
  -- Entries that were counted, and their mean number of different words.
  entries integer not null,
  mean_words real not null,
  -- The newest entry then: how far the index has grown since is told from it.
  last_ref_id bigint not null,
  counted_at timestamptz not null
);
