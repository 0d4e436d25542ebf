-- Readers speak under stories too, answer each other and vote.
alter table comment
  alter column article_id drop not null,
  add column story_id bigint references story on delete cascade,
  -- What it answers. No reference: an answer stays when what it answers was taken back.
  add column parent_id bigint,
  add column up integer not null default 0,
  add column down integer not null default 0,
  -- Random letters by which voters are told apart; gone with their marks when voting ends.
  add column vote_salt bytea,
  -- Hash of its letters alone: the same words again are recognised by it.
  add column text_key bytea,
  add constraint comment_place check (num_nonnulls(article_id, story_id) = 1);
create index comment_story on comment (story_id, created_at) where state = 'published';
create index comment_text_key on comment (text_key, created_at);
create index comment_open_votes on comment (created_at) where vote_salt is not null;

-- One vote of a visitor. The mark cannot be led back to anybody once the salt of the comment is gone.
create table comment_vote (
  comment_id bigint not null references comment on delete cascade,
  mark bytea not null check (octet_length(mark) = 8),
  value smallint not null check (value in (-1, 1)),
  primary key (comment_id, mark)
);
