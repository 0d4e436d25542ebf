/** What single articles tell of a contact, with their texts. */
import type { Contact } from '../model/contact.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';

/** One article's own telling of a contact, with its text. */
export interface TellingDetail {
  readonly articleId: number;
  readonly version: number;
  readonly position: number;
  readonly contactId: string;
  /** For which of the contacts that were asked for: another one where it tells of an open contact. */
  readonly askedId: string;
  readonly told: Contact;
  readonly text: string;
  readonly title: string | null;
  readonly outletId: string | null;
  readonly outletName: string | null;
  readonly at: string;
  readonly knownAt: string;
}

/** The contacts of `$1`, each with the open ones that were ever held to be it, whose voices it shows. */
const LENDING = `(select id as asked, id from unnest($1::text[]) as given (id) union
  select c.id, l.id from contact c join contact l on l.is_open and l.keys && c.keys and c.entry->'voices' @>
      jsonb_build_array(jsonb_build_object('lent', jsonb_build_object('contact', l.entry->'id')))
    where c.id = any($1::text[]) and c.entry->'voices' @> '[{"lent": {}}]') lending`;

/** What the articles themselves tell of contacts, in the order in which we came to know it. */
export function loadTellings(
  db: Database,
  filter: { readonly contactIds: readonly string[]; readonly asOf?: string | undefined },
): Promise<readonly TellingDetail[]> {
  return db.rows<TellingDetail>(
    prepared(`select t.article_id as "articleId", t.version, t.position, t.contact_id as "contactId",
       lending.asked as "askedId", t.told, v.text, v.title,
       a.outlet_id as "outletId", coalesce(o.name, a.outlet_name) as "outletName", a.shown_at as at,
       t.known_at as "knownAt"
     from ${LENDING} join contact_telling t on t.contact_id = lending.id
     join article a on a.id = t.article_id
     join article_version v on v.article_id = t.article_id and v.number = t.version
     left join outlet o on o.id = a.outlet_id
     where a.hidden_at is null and o.hidden_at is null
       and ($2::timestamptz is null or t.known_at <= $2)
     order by t.known_at, t.article_id, t.version, t.position`),
    [filter.contactIds, filter.asOf],
  );
}

/** Statements that are voices on a contact, by the place of their evidence: `12.1:340`. */
export async function loadVoiceStatements(
  db: Database,
  contactId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ id: string; article_id: number; version: number; start: number }>(
    `select s.id, s.article_id, s.version, s.evidence_start as start
     from ${LENDING} join contact_statement c on c.contact_id = lending.id join statement s on s.id = c.statement_id`,
    [[contactId]],
  );
  return new Map(rows.map((row) => [`${row.article_id}.${row.version}:${row.start}`, row.id]));
}
