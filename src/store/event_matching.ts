/** Which events a search or a dossier would show, among those of a range `[after, last]`. */
import { readSearchSubject } from '../model/alert.js';
import type { Database } from './database.js';
import { contactPart, dossierFilter, loadDossier } from './dossiers.js';
import type { EventKind } from './events.js';
import { findAmong } from './ledger_search.js';
import { formatTsquery } from './search_entries.js';
import { resolveFields, scopeOfFields } from './search_fields.js';
import { matchConditions } from './search_matches.js';
import { isEmptyQuery, parseQuery } from './search_query.js';
import { loadContacts } from './site_contacts.js';
import { loadStatements } from './site_statements.js';

/** Events with the article that brought them and the story that they are about. */
export const NEWS = `select e.id, e.kind, e.ref, e.known_at, split_part(e.ref, '#', 1) as name,
    case when e.kind in ('story', 'story_update') then split_part(e.ref, '#', 1)::bigint end as story_id,
    case e.kind
      when 'story' then (select opener_id from story s where s.id = split_part(e.ref, '#', 1)::bigint)
      when 'story_update' then split_part(e.ref, '#', 2)::bigint
    end as article_id
  from event e where e.id > $1 and e.id <= $2`;

export interface NewsName {
  readonly kind: EventKind;
  readonly ref: string;
}

/** What a search finds: stories and reports whose report it finds whole, or statements or contacts. */
export async function refsOfSearch(
  tx: Database,
  subject: string,
  range: readonly number[],
): Promise<readonly NewsName[]> {
  const { words, scope: asked } = readSearchSubject(subject);
  const query = parseQuery(words);
  const { filter, problems } = await resolveFields(tx, query.fields);
  if (problems.length > 0 || (isEmptyQuery(query) && filter.speakerIds === undefined)) return [];
  const scope = scopeOfFields(filter) ?? asked;
  if (scope === 'statements' || scope === 'contacts') {
    const events = await ledgerEvents(tx, range);
    const own = events.filter(({ kind }) => scope.startsWith(kind));
    const found = new Set(await findAmong(tx, { scope, query, filter, ids: own.map(({ name }) => name) }));
    return own.filter(({ name }) => found.has(name));
  }
  const values: unknown[] = [...range];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const where = matchConditions({ kinds: ['article'], filter, tsquery: formatTsquery(query) }, bind);
  return tx.rows<NewsName>(
    `with n as materialized (${NEWS})
     select n.kind, n.ref from n where n.article_id in (
       select ref_id from search_entry
       where ref_id in (select article_id from n where article_id is not null) and ${where.join(' and ')})`,
    values,
  );
}

/** Events of statements and contacts with the ids of these. */
function ledgerEvents(
  tx: Database,
  range: readonly number[],
): Promise<readonly (NewsName & { readonly name: string })[]> {
  return tx.rows(
    `select kind, ref, name from (${NEWS}) n where kind in ('statement', 'contact') order by id`,
    range,
  );
}

/** Statements and contacts that stand in the dossier. */
export async function refsOfDossier(
  tx: Database,
  id: number,
  range: readonly number[],
): Promise<readonly NewsName[]> {
  const dossier = await loadDossier(tx, id);
  if (!dossier) return [];
  const rows = await ledgerEvents(tx, range);
  const namesOf = (wanted: EventKind): string[] =>
    rows.flatMap(({ kind, name }) => (kind === wanted ? [name] : []));
  const filter = dossierFilter(dossier);
  const [ids, contactIds] = [namesOf('statement'), namesOf('contact')];
  const statements =
    ids.length === 0 ? [] : await loadStatements(tx, { ...filter, ids, withTwins: true, limit: ids.length });
  const contacts =
    contactIds.length === 0
      ? []
      : await loadContacts(tx, { ...contactPart(filter), ids: contactIds, limit: contactIds.length });
  const wanted = new Set([...statements.map((line) => line.id), ...contacts.map((line) => line.id)]);
  return rows.filter(({ name }) => wanted.has(name));
}
