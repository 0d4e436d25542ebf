-- Which lines are a site's own and not an article's, told by the other pages of its host.

-- Open lines of at most 64 pages of each host, six bytes a line. An article's identity gives its page the place, so
-- that an edit takes the place of what it edits and a newcomer that of some older page.
create table host_page (
  host text not null,
  place smallint not null,
  lines bytea not null,
  primary key (host, place)
);

-- Lines of the page that other pages had when it was first read, six bytes and a count each; every later reading
-- goes by them. Null: not read yet, or no article.
alter table page_result add column line_counts bytea;
