-- What lists need so that years of news cost no more than weeks.

-- Who took from whom is asked for by outlet and time, without a look at each report.
alter table report_source add column by_outlet_id text, add column at timestamptz;
update report_source s set by_outlet_id = r.outlet_id, at = r.at from report r where r.article_id = s.article_id;
drop index report_source_outlet;
create index report_source_outlet on report_source (outlet_id, at desc) include (by_outlet_id, by_copy);
create index report_source_by on report_source (by_outlet_id, at desc) include (outlet_id, by_copy);

-- Headlines that once led a front page, among all that it ever showed.
create index front_item_led on front_item (source_id, last_seen_at desc) where best_position = 1;

-- Counts articles of an entity without reading its mentions.
create index entity_mention_article on entity_mention (entity_id, article_id);
