import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ContactReport, mergeContacts } from '../src/group/ledger.js';
import { timelineOf } from '../src/group/ledger_timeline.js';
import { findContradictions } from '../src/model/contradictions.js';
import type { LedgerContact } from '../src/model/ledger.js';
import { findTensions } from '../src/model/tensions.js';
import type { GoldArticle, GoldContact } from './contact_gold.js';
import { reportsOf } from './contact_reports.js';
import { compareContacts } from './contact_scores.js';
import type { EvalScore } from './task.js';

// The dyad Russia–USA over the five seeds: which contacts of the gold's timeline stand in ours, in which order.

interface TimelineGold {
  readonly crossPage: {
    readonly timeline: readonly {
      readonly order: number | null;
      readonly contact: readonly string[] | null;
    }[];
  };
}

interface Read {
  readonly reports: readonly ContactReport[];
  /** Gold id → `article#index` of the contact found. */
  readonly found: ReadonlyMap<
    string,
    { readonly id: string; readonly gold: GoldContact; readonly isRight: boolean }
  >;
}

const RUSSIA = 'country.ru';
const AMERICA = 'country.us';
/** Gold contacts of other dyads, or of no two actors. */
const ELSEWHERE = new Set(['K000-1', 'K000-3', 'K001-6', 'K004-5']);

/** Share of the gold's rows that stand in the dyad's timeline with their status, and of pairs in the right order. */
export function timelineScores(dataFolder: string, seeds: readonly GoldArticle[]): EvalScore[] {
  const gold = JSON.parse(readFileSync(join(dataFolder, 'gold', 'seeds.json'), 'utf8')) as TimelineGold;
  const { reports, found } = readSeeds(seeds);
  const ledger = mergeContacts([], reports);
  const { dated, undated } = timelineOf(ledger, RUSSIA, AMERICA);
  const rows = [...dated, ...undated];
  const wanted = gold.crossPage.timeline
    .flatMap(({ order, contact }) => (contact ?? []).map((id) => ({ id, order })))
    .filter(({ id }) => !ELSEWHERE.has(id));
  const standing = wanted.filter(
    ({ id }) => found.get(id)?.isRight === true && rowOf(rows, found.get(id)?.id) !== undefined,
  );
  const missing = wanted.filter((each) => !standing.includes(each)).map(({ id }) => id);
  const pairs = orderedPairs(standing, (id) => rowOf(dated, found.get(id)?.id));
  const right = pairs.filter(([a, b]) => dated.indexOf(a) <= dated.indexOf(b)).length;
  return [
    tensionScore(ledger, found),
    {
      name: 'analyse.contacts.timeline.rows',
      value: standing.length / wanted.length,
      note: `${standing.length} of ${wanted.length}${missing.length > 0 ? `; missing ${missing.join(', ')}` : ''}`,
    },
    {
      name: 'analyse.contacts.timeline.order',
      value: pairs.length === 0 ? 0 : right / pairs.length,
      note: `${pairs.length} pairs whose days do not overlap; ${dated.length} dated, ${undated.length} undated, ${findContradictions(ledger).length} contradictions`,
    },
  ];
}

/** Where one government's words stand against each other: no channel, but a meeting; denied reports, but others left open. */
const TENSIONS = [
  ['K003-1', 'K002-1'],
  ['K001-5', 'K001-2'],
] as const;

function tensionScore(ledger: readonly LedgerContact[], found: Read['found']): EvalScore {
  const tensions = findTensions(ledger);
  const rowIdOf = (id: string): string | undefined => rowOf(ledger, found.get(id)?.id)?.id;
  const hits = TENSIONS.filter(([no, yes]) =>
    tensions.some((each) => each.no.contact === rowIdOf(no) && each.yes.contact === rowIdOf(yes)),
  );
  return {
    name: 'analyse.contacts.timeline.tensions',
    value: hits.length / TENSIONS.length,
    note: `${hits.length} of ${TENSIONS.length}; ${tensions.length} found: ${tensions.map(({ no, yes }) => `${no.contact} against ${yes.contact}`).join(', ')}`,
  };
}

function readSeeds(seeds: readonly GoldArticle[]): Read {
  const reports: ContactReport[] = [];
  const found = new Map<string, { id: string; gold: GoldContact; isRight: boolean }>();
  for (const article of seeds) {
    const own = reportsOf(article);
    reports.push(...own);
    const contacts = own.map(({ contact }) => contact);
    for (const { gold, found: contact } of compareContacts(article, contacts).matches) {
      const isRight = gold.statuses.includes(contact.status);
      found.set(gold.id, { id: `${article.id}#${contacts.indexOf(contact)}`, gold, isRight });
    }
  }
  return { reports: reports.toSorted((a, b) => Date.parse(a.known) - Date.parse(b.known)), found };
}

function rowOf(rows: readonly LedgerContact[], id: string | undefined): LedgerContact | undefined {
  return rows.find(({ tellings }) => tellings.some(({ article, index }) => `${article}#${index}` === id));
}

/** Pairs of rows in the gold's order whose days do not overlap in ours. */
function orderedPairs(
  wanted: readonly { readonly id: string; readonly order: number | null }[],
  find: (id: string) => LedgerContact | undefined,
): (readonly [LedgerContact, LedgerContact])[] {
  return wanted.flatMap((a) =>
    wanted.flatMap((b) => {
      const [one, other] = [find(a.id), find(b.id)];
      if (one === undefined || other === undefined || (a.order ?? 0) >= (b.order ?? 0)) return [];
      const isApart =
        (one.days[1] ?? '9') < (other.days[0] ?? '0') || (other.days[1] ?? '9') < (one.days[0] ?? '0');
      return isApart ? [[one, other] as const] : [];
    }),
  );
}
