-- What of a telling is needed to take it into the ledger anew, when operators decide that somebody is somebody else:
-- its own address, the words of its voices, when it was published, whose copy it is.
alter table contact_telling add column circumstances jsonb;

-- Versions that told of contacts before are read again, which fills it.
insert into analyse_queue (article_id, version)
  select a.article_id, a.version from analysis a
  where exists (select from contact_telling t where t.article_id = a.article_id and t.version = a.version)
  order by a.id
  on conflict do nothing;
