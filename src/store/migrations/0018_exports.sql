-- Exports and their cursors go by the order in which statements became known.

create index statement_seq on statement (seq) where twin_of is null;
