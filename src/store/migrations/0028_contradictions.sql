-- Statements that stand against each other: those of two speakers, or of one who changed position. Both are the first
-- with their words; copies count once. Derived: a rebuild makes the same rows.
create table contradiction (
  -- `<statement>_<statement>`, with `_c` where a contact is what they are about.
  id text primary key,
  kind text not null check (kind in ('opposed', 'changed')),
  -- In the order of the moments at which they were said.
  one_id text not null references statement on delete cascade,
  other_id text not null references statement on delete cascade,
  -- The contact that they are about; else they are about one claim.
  contact_id text references contact on delete cascade,
  -- Why they are about one thing: id of the rule, and the stretches of both texts that show it.
  rule text not null,
  one_spans jsonb not null,
  other_spans jsonb not null,
  -- When the later one was said and became known: from then on they stand against each other.
  at timestamptz not null,
  known_at timestamptz not null
);
create index contradiction_newest on contradiction (at desc, id);
create index contradiction_one on contradiction (one_id);
create index contradiction_other on contradiction (other_id);
create index contradiction_contact on contradiction (contact_id) where contact_id is not null;

-- Of each statement that denies or leaves open the words of which a claim that it answers must have one, the rarest that
-- will do: claims that come later are looked for among these alone.
create table denied_word (
  word text not null,
  -- Number of the statement: those that became known last are looked at first.
  seq bigint not null,
  statement_id text not null references statement on delete cascade,
  primary key (word, seq)
);
create index denied_word_statement on denied_word (statement_id);

-- Statements that are yet to be compared with those before them, and contacts whose voices are yet to be.
create table pairing_queue (
  statement_id text primary key references statement on delete cascade,
  seq bigint not null
);
create index pairing_queue_seq on pairing_queue (seq);
insert into pairing_queue (statement_id, seq)
  select id, seq from statement where twin_of is null and stance in ('affirm', 'deny', 'not_ruled_out');
create table contact_pairing_queue (contact_id text primary key references contact on delete cascade);
insert into contact_pairing_queue (contact_id)
  select id from contact where jsonb_array_length(entry -> 'voices') > 1;
