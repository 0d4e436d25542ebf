/** The tables that the generator fills, with the columns that it gives. */
import type { TableColumns } from './copy_rows.js';

export const COLUMNS = {
  outlet: 'id, name, kind, family, country, domains, full_text_allowed',
  source: 'id, outlet_id, kind, url',
  collect_host: 'host',
  source_state:
    'source_id, host, url, registry_url, next_at, interval_ms, condition, condition_since, last_attempt_at, last_success_at, last_new_at, item_count',
  front_item:
    'source_id, address_key, url, title, first_seen_at, last_seen_at, position, best_position, lead_since, shown',
  entity: 'id, type, name, known, side',
  fetched_page: 'id, body_sha256, url, format, content_type, fetched_at, last_fetched_at, via',
  page_result: 'page_id, kind, article_id, stage, stage_version',
  frontier:
    'address_key, url, host, target, priority, state, next_at, condition, page_id, found_at, changed_at',
  article:
    'id, identity, outlet_id, url, language, category, section, first_seen_at, published_at, published_iso, published_precision',
  article_version:
    'article_id, number, page_id, seen_at, content_key, title, lede, body, text, extracted, stage, stage_version',
  article_credit: 'article_id, version, position, name, surface, span_start, span_end, rule',
  article_tag: 'article_id, version, position, name',
  article_view: 'article_id, day, count',
  printed_count: 'article_id, views, comments, seen_at',
  comment: 'article_id, state, text, created_at',
  report:
    'article_id, arrival, at, is_dated, outlet_id, outlet_name, family, section, weight, opener_id, origin_id, reasons, thread_opener_id, thread_shared, stage, stage_version',
  copy_link: 'article_id, other_id, degree, containment, direction, spans',
  report_source: 'article_id, outlet_id, by_copy, by_outlet_id, at',
  attribution_hop:
    'article_id, version, position, name, outlet_id, relation, anonymous, span_start, span_end, state, found_id, stage, stage_version',
  thread: 'id, opener_id',
  story:
    'id, opener_id, thread_id, section, first_at, last_at, report_count, outlet_count, origin_count, family_count, headline_id, origins, importance, importance_parts',
  story_member: 'article_id, story_id',
  story_view: 'story_id, day, count',
  topic: 'id, key, outlet_id, name, shown_count, first_seen_at, last_seen_at',
  topic_item: 'topic_id, key, position, title, url, first_seen_at, last_seen_at',
  entity_mention: 'article_id, version, machine_id, entity_id, known_at, spans',
  statement:
    'id, article_id, version, last_version, position, act, stance, factuality, form, said_at, known_at, at, evidence_start, evidence_end, content_start, content_end, evidence, content, rule, detail, words_hash, twin_of, words, stage, stage_version',
  statement_speaker: 'statement_id, position, name, machine_id, entity_id, side, via, at, is_copy',
  statement_about: 'statement_id, machine_id, entity_id, at, is_copy',
  contact:
    'id, kind, level, status, disputed, secrecy, day_from, day_to, first_told, last_told, known_at, changed_at, keys, entry, words',
  contact_actor: 'contact_id, position, name, machine_id, entity_id, side, via, changed_at',
  dyad_contact: 'a, b, contact_id, changed_at',
  contact_telling: 'article_id, version, position, contact_id, known_at, told',
  contact_statement: 'contact_id, statement_id',
  contradiction: 'id, kind, one_id, other_id, rule, one_spans, other_spans, at, known_at',
  dossier: 'name, actors, words, made_at, changed_at',
  search_entry: 'kind, ref_id, words, shown_at, outlet_id, section',
} as const satisfies TableColumns;
