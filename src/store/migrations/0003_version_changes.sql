-- How each version of an article differs from the one that was seen before it; derived, and made anew with the versions.
create table version_change (
  article_id bigint not null,
  version integer not null,
  -- The version that was seen before.
  earlier integer not null,
  kinds text[] not null,
  -- Spans into the texts of both versions, each with its kinds; the type `TextChange`.
  changes jsonb not null,
  primary key (article_id, version),
  foreign key (article_id, version) references article_version on delete cascade
);

-- When a publisher's page of an article was found gone, and when it was there again.
create table article_absence (
  article_id bigint not null references article on delete cascade,
  gone_at timestamptz not null,
  back_at timestamptz,
  primary key (article_id, gone_at)
);
