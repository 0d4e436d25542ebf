-- The archive looks for the stories of a day and counts those of a month.
create index story_first on story (first_at) where report_count > 0;
