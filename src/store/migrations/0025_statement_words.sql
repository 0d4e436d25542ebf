-- A batch of analyses brings thousands of words, most of them the same: gathered and written together they cost a third.
-- What is gathered is small, so that whoever searches goes through it in less than a millisecond.
alter index statement_words_found set (fastupdate = on, gin_pending_list_limit = 256);
