/** The words by which statements and contacts are found. Rows without them wait to be read; see the migration. */
import type { Contact } from '../model/contact.js';
import type { LedgerContact } from '../model/ledger.js';
import type { Span } from '../model/span.js';
import type { Database } from './database.js';
import { formatTsvector } from './search_entries.js';
import { searchWords } from './search_words.js';
import { valueRows } from './values_sql.js';

export interface StatementWords {
  readonly evidence: string;
  readonly role?: string | null | undefined;
  /** As printed, and as the entities are called now. */
  readonly speakers: readonly string[];
}

/** A statement's words as a `tsvector`: who speaks weighs like a lede, what is said like a body. */
export function statementVector({ evidence, role, speakers }: StatementWords): string {
  const who = [...new Set([...speakers, role ?? ''])].join('\n');
  return formatTsvector({ lede: searchWords(who), body: searchWords(evidence) });
}

/** Rows that are read at once: some 100 ms. */
const BATCH = 500;

/** Reads rows that wait, the oldest first; returns how many there were, at most a batch of each kind. */
export async function readLedgerWords(tx: Database): Promise<number> {
  return (await readStatements(tx)) + (await readContacts(tx));
}

/** Has statements of these entities read anew, as when somebody is called by another name. */
export async function forgetWordsOf(tx: Database, entityIds: readonly string[]): Promise<void> {
  await tx.run(
    `update statement set words = null where twin_of is null and words is not null
       and id in (select statement_id from statement_speaker where entity_id = any($1))`,
    [entityIds],
  );
  await tx.run(
    `update contact set words = null
     where id in (select contact_id from contact_actor where entity_id = any($1)
       union select contact_id from contact_role where entity_id = any($1))`,
    [entityIds],
  );
}

/** Another name than the printed one: by operators' acts. */
const MEANT_NAME = `coalesce(e.given_name, case when p.entity_id <> p.machine_id then e.name end)`;

async function readStatements(tx: Database): Promise<number> {
  const rows = await tx.rows<StatementWords & { readonly id: string }>(
    `select s.id, s.evidence, s.role, array(select unnest(array[p.name, ${MEANT_NAME}])
       from statement_speaker p left join entity e on e.id = p.entity_id
       where p.statement_id = s.id order by p.position) as speakers
     from statement s where s.words is null and s.twin_of is null order by s.seq limit ${BATCH}`,
  );
  await saveWords(
    tx,
    'statement',
    rows.map((row) => [row.id, statementVector({ ...row, speakers: row.speakers.filter(Boolean) })]),
  );
  return rows.length;
}

async function readContacts(tx: Database): Promise<number> {
  const rows = await tx.rows<{ id: string; entry: LedgerContact; names: readonly (string | null)[] }>(
    `select c.id, c.entry, array(select unnest(array[p.name, ${MEANT_NAME}, coalesce(s.given_name, s.name)])
       from (select 1 as place, position, name, machine_id, entity_id, side from contact_actor where contact_id = c.id
         union all select 2, position, name, machine_id, entity_id, side from contact_role where contact_id = c.id) p
       left join entity e on e.id = p.entity_id left join entity s on s.id = p.side
       order by p.place, p.position) as names
     from contact c where c.words is null order by c.seq limit ${BATCH}`,
  );
  const sentences = await loadContactSentences(
    tx,
    rows.map(({ id }) => id),
    { tellings: TELLINGS_READ },
  );
  await saveWords(
    tx,
    'contact',
    rows.map(({ id, entry, names }) => [
      id,
      formatTsvector({
        title: searchWords([...new Set(names)].filter(Boolean).join('\n')),
        lede: searchWords(entry.place ?? ''),
        body: searchWords((sentences.get(id) ?? []).join('\n')),
      }),
    ]),
  );
  return rows.length;
}

/** A contact that a hundred articles tell of is found by the words of the first of them. */
const TELLINGS_READ = 12;

/** The sentences in which visible articles tell of contacts, each once, those of the first tellings. */
export async function loadContactSentences(
  db: Database,
  contactIds: readonly string[],
  { tellings, asOf }: { readonly tellings: number; readonly asOf?: string | undefined },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.rows<{ id: string; told: Contact; text: string }>(
    `select t.contact_id as id, t.told, v.text from unnest($1::text[]) as wanted (id)
     cross join lateral (select t.* from contact_telling t join article a on a.id = t.article_id
         left join outlet o on o.id = a.outlet_id
       where t.contact_id = wanted.id and a.hidden_at is null and o.hidden_at is null
         and ($3::timestamptz is null or t.known_at <= $3)
       order by t.known_at, t.article_id, t.version, t.position limit $2) t
     join article_version v on v.article_id = t.article_id and v.number = t.version
     order by t.known_at, t.article_id, t.version, t.position`,
    [contactIds, tellings, asOf],
  );
  const sentences = new Map<string, Set<string>>();
  for (const { id, told, text } of rows) {
    const own = sentences.get(id) ?? new Set<string>();
    for (const { start, end } of spansOf(told)) own.add(text.slice(start, end));
    sentences.set(id, own);
  }
  return new Map([...sentences].map(([id, own]) => [id, [...own]]));
}

function spansOf({ evidence, voices }: Contact): readonly Span[] {
  return [...evidence, ...voices.map((voice) => voice.evidence)]
    .map(({ span }) => span)
    .toSorted((a, b) => a.start - b.start);
}

async function saveWords(
  tx: Database,
  table: 'statement' | 'contact',
  rows: readonly (readonly [id: string, vector: string])[],
): Promise<void> {
  if (rows.length === 0) return;
  const { sql, values } = valueRows(rows, ['::text', '::tsvector']);
  await tx.run(
    `update ${table} set words = given.words from (values ${sql}) as given (id, words) where ${table}.id = given.id`,
    values,
  );
}
