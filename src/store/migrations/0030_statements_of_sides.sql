-- What speaks for a state or an organisation, the newest first: dossiers ask for it by the side.
create index statement_speaker_side on statement_speaker (side, at desc) where side is not null;
