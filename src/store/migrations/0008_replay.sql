-- An operator's wish that the page of an issue be read again; the process that reads pages does it and clears the wish.
alter table issue add column replay_wished_at timestamptz;
create index issue_replay on issue (replay_wished_at) where replay_wished_at is not null;
