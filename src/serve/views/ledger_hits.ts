/** Statements and contacts that a search finds, with their words marked, and how they spread. */
import type { Database, Store } from '../../store/database.js';
import type { LedgerFacets } from '../../store/ledger_search.js';
import { loadContactSentences } from '../../store/ledger_words.js';
import type { FacetCount } from '../../store/search_index.js';
import { type ContactLine, loadContacts } from '../../store/site_contacts.js';
import { loadStatements, type StatementLine } from '../../store/site_statements.js';
import type { Words } from '../language.js';
import { KIND_WORDS, STANCE_WORDS, STATUS_WORDS } from '../ledger_words.js';
import { makeSnippet, type SnippetPiece } from '../snippet.js';
import { shown } from '../words.js';

export interface StatementHit {
  readonly line: StatementLine;
  /** Its sentence. */
  readonly snippet: readonly SnippetPiece[];
}

export interface ContactHit {
  readonly line: ContactLine;
  /** From the sentences that tell of it. */
  readonly snippet: readonly SnippetPiece[];
}

/** How hits spread over one property, with the fields that narrow the query to each value. */
export interface FacetView {
  readonly label: Words;
  readonly lines: readonly FacetLine[];
}

export interface FacetLine {
  readonly name: Words | string;
  readonly count: number;
  readonly fields: string;
}

/** Tellings whose sentences are looked through for the words. */
const TELLINGS = 4;

export async function loadStatementHits(
  db: Database,
  ids: readonly string[],
  readings: ReadonlySet<string>,
): Promise<readonly StatementHit[]> {
  const lines = await loadStatements(db, { ids, withTwins: true, limit: ids.length });
  const hits = lines.map((line) => ({ line, snippet: makeSnippet(line.evidence, readings) }));
  return inOrder(ids, hits);
}

export async function loadContactHits(
  db: Database,
  ids: readonly string[],
  { readings, asOf }: { readonly readings: ReadonlySet<string>; readonly asOf?: string | undefined },
): Promise<readonly ContactHit[]> {
  const [lines, sentences] = await Promise.all([
    loadContacts(db, { ids, asOf, limit: ids.length }),
    loadContactSentences(db, ids, { tellings: TELLINGS, asOf }),
  ]);
  const hits = lines.map((line) => ({
    // Of a moment: what changed last then.
    line:
      asOf === undefined ? line : { ...line, changedAt: line.entry.history.at(-1)?.known ?? line.knownAt },
    snippet: makeSnippet((sentences.get(line.id) ?? []).join('\n'), readings),
  }));
  return inOrder(ids, hits);
}

function inOrder<Hit extends { readonly line: { readonly id: string } }>(
  ids: readonly string[],
  hits: readonly Hit[],
): readonly Hit[] {
  const byId = new Map(hits.map((hit) => [hit.line.id, hit]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The facets with their names, in the order in which they are shown. */
export async function nameLedgerFacets(store: Store, facets: LedgerFacets): Promise<readonly FacetView[]> {
  const [speakers, outlets] = await Promise.all([
    loadNames(
      store,
      'select id, coalesce(given_name, name) as name from entity where id = any($1)',
      facets.speakers,
    ),
    loadNames(store, 'select id, name from outlet where id = any($1)', facets.outlets),
  ]);
  const views: readonly FacetView[] = [
    { label: { fa: 'موضع', en: 'Stance' }, lines: facets.stances.map(lineOf('موضع', wordOf(STANCE_WORDS))) },
    {
      label: { fa: 'گوینده', en: 'Speaker' },
      lines: facets.speakers.map(lineOf('گوینده', nameIn(speakers))),
    },
    { label: { fa: 'رسانه', en: 'Outlet' }, lines: facets.outlets.map(lineOf('رسانه', nameIn(outlets))) },
    {
      label: { fa: 'وضعیت', en: 'Status' },
      lines: facets.statuses.map(lineOf('وضعیت', wordOf(STATUS_WORDS))),
    },
    {
      label: { fa: 'نوع', en: 'Kind' },
      lines: facets.kinds.map(lineOf('نوع', (kind) => ofTable(KIND_WORDS, kind))),
    },
  ];
  return views.filter(({ lines }) => lines.length > 1);
}

type Naming = (value: string) => Words | string;

function lineOf(field: string, naming: Naming): (one: FacetCount) => FacetLine {
  return ({ value, count }) => ({
    name: naming(value),
    count,
    fields: /[\s"]/.test(value) ? `${field}:«${value}»` : `${field}:${value}`,
  });
}

function nameIn(names: ReadonlyMap<string, string>): Naming {
  return (id) => shown(names.get(id) ?? id);
}

function wordOf(words: Readonly<Record<string, { readonly word: Words }>>): Naming {
  return (value) => words[value]?.word ?? value;
}

function ofTable(words: Readonly<Record<string, Words>>, value: string): Words | string {
  return words[value] ?? value;
}

async function loadNames(
  db: Database,
  sql: string,
  counts: readonly FacetCount[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ id: string; name: string }>(sql, [counts.map(({ value }) => value)]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
