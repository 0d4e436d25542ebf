import { type ContactReport, mergeContacts } from '../src/group/ledger.js';
import type { Contact } from '../src/model/contact.js';
import { type LedgerContact, resolutionOf } from '../src/model/ledger.js';
import { loadPressTruth, loadPressWorld } from '../src/press/load_world.js';
import type { TruthContact } from '../src/press/world_truth.js';
import type { GoldArticle } from './contact_gold.js';
import { reportsOf } from './contact_reports.js';
import { compareContacts, figuresOf } from './contact_scores.js';
import type { EvalScore } from './task.js';

// The ledger of the sample press, taken in as it is published, against what the press says is true in the end.

/** A telling that stands in the truth: which row we put it in, which contact it is of. */
interface Placed {
  readonly telling: string;
  readonly row: LedgerContact;
  readonly truth: TruthContact;
}

const MINUTE_MS = 60_000;

/** Joined as the truth joins; then status, dispute and day of the contacts that were found at all. */
export function ledgerScores(articles: readonly GoldArticle[]): EvalScore[] {
  const { setting } = loadPressWorld();
  const press = readPress(articles);
  const placed = placeTellings(press);
  const contacts = [...new Set(placed.map(({ truth }) => truth))].filter(({ optional }) => !optional);
  const judged = contacts.map((truth) => ({ truth, row: mainRow(placed, truth) }));
  const wrong = judged.filter(({ truth, row }) => ![truth.status, ...truth.statusAlso].includes(row.status));
  const undisputed = judged.filter(({ truth, row }) => truth.disputed !== row.disputed);
  const epoch = Date.parse(setting.epoch);
  const dated = judged.filter(({ truth }) => truth.when !== null);
  const astray = dated.filter(({ truth, row }) => !isOnDays(truth, row, epoch));
  const critical = wrong.filter(({ truth, row }) => isShownAsHappened(truth, row));
  const pairs = pairScores(placed);
  return [
    ...shownScores(press),
    { name: 'analyse.contacts.ledger.pair_f1', value: pairs.f1, note: pairs.note },
    share('status', judged.length, wrong),
    share('disputed', judged.length, undisputed),
    share('day', dated.length, astray),
    {
      name: 'analyse.contacts.ledger.no_critical_errors',
      value: 1 / (1 + critical.length),
      note: critical.map(({ truth, row }) => `${truth.id} shown as ${row.status}`).join('; ') || 'none',
    },
  ];
}

interface ReadPress {
  readonly read: readonly { readonly article: GoldArticle; readonly reports: readonly ContactReport[] }[];
  readonly ledger: readonly LedgerContact[];
}

/** Taken in as they are published. */
function readPress(articles: readonly GoldArticle[]): ReadPress {
  const read = articles
    .map((article) => ({ article, reports: reportsOf(article) }))
    .toSorted((a, b) => timeOf(a.article) - timeOf(b.article));
  const ledger = mergeContacts(
    [],
    read.flatMap(({ reports }) => reports),
  );
  return { read, ledger };
}

/** What each article tells once the ledger knows both sides: an open contact counts with those of the one that it means. */
function shownScores({ read, ledger }: ReadPress): EvalScore[] {
  const outcomes = read.map(({ article, reports }) => {
    const shown = reports.flatMap(({ contact, index }): Contact[] => {
      if (contact.isOpen !== true) return [contact];
      const open = ledger.find((row) =>
        row.tellings.some((each) => each.article === article.id && each.index === index),
      );
      const meant = open && ledger.find(({ id }) => id === resolutionOf(open));
      return meant === undefined ? [] : [{ ...contact, actors: meant.actors }];
    });
    return compareContacts(article, shown);
  });
  const { f1, f1WithStatus, counts } = figuresOf(outcomes);
  const open = ledger.filter(({ isOpen }) => isOpen);
  const note = `${counts}; ${open.filter(resolutionOf).length} of ${open.length} open contacts resolved`;
  return [
    { name: 'analyse.contacts.ledger.press_f1', value: f1, note },
    { name: 'analyse.contacts.ledger.press_f1_with_status', value: f1WithStatus },
  ];
}

function placeTellings({ read, ledger }: ReadPress): Placed[] {
  const truth = loadPressTruth();
  return read.flatMap(({ article, reports }) => {
    const contacts = reports.map(({ contact }) => contact);
    return compareContacts(article, contacts).matches.flatMap(({ gold, found }): Placed[] => {
      const index = contacts.indexOf(found);
      const row = ledger.find(({ tellings }) =>
        tellings.some((each) => each.article === article.id && each.index === index),
      );
      const own = truth.contacts.find(({ id }) => gold.id === `${id}@${article.id}`);
      return row === undefined || own === undefined
        ? []
        : [{ telling: `${article.id}#${index}`, row, truth: own }];
    });
  });
}

function timeOf({ input }: GoldArticle): number {
  return Date.parse(input.published ?? '');
}

/** The row that holds most of the tellings of a contact. */
function mainRow(placed: readonly Placed[], truth: TruthContact): LedgerContact {
  const rows = placed.filter((each) => each.truth === truth).map(({ row }) => row);
  const count = (row: LedgerContact): number => rows.filter((each) => each === row).length;
  const [first] = rows.toSorted((a, b) => count(b) - count(a));
  if (first === undefined) throw new Error(`Cannot judge "${truth.id}": no telling of it was found`);
  return first;
}

function pairScores(placed: readonly Placed[]): { readonly f1: number; readonly note: string } {
  const pairs = placed.flatMap((a, at) => placed.slice(at + 1).map((b) => [a, b] as const));
  const together = pairs.filter(([a, b]) => a.truth === b.truth);
  const joined = pairs.filter(([a, b]) => a.row === b.row);
  const right = joined.filter(([a, b]) => a.truth === b.truth);
  const name = ([a, b]: readonly [Placed, Placed]): string => `${a.truth.id}: ${a.telling} + ${b.telling}`;
  const apart = together.filter(([a, b]) => a.row !== b.row).map(name);
  const mixed = joined.filter(([a, b]) => a.truth !== b.truth).map(name);
  return {
    f1: (2 * right.length) / Math.max(1, together.length + joined.length),
    note: `${right.length} of ${together.length} pairs; apart ${apart.join(', ') || 'none'}; mixed ${mixed.join(', ') || 'none'}`,
  };
}

function isOnDays({ when }: TruthContact, { days }: LedgerContact, epoch: number): boolean {
  if (when === null) return true;
  const dayOf = (minutes: number): string =>
    new Date(epoch + minutes * MINUTE_MS + TEHRAN_MS).toISOString().slice(0, 10);
  const [from, to] = days;
  return (from ?? '0') <= dayOf(when.to) && dayOf(when.from) <= (to ?? '9');
}

/** The press lives by Tehran's clock. */
const TEHRAN_MS = 210 * MINUTE_MS;

function isShownAsHappened({ status, statusAlso }: TruthContact, row: LedgerContact): boolean {
  const happened = /^(?:confirmed|stated|claimed)$/;
  return (
    ![status, ...statusAlso].some((each) => happened.test(each)) && /^(?:confirmed|stated)$/.test(row.status)
  );
}

function share(
  name: string,
  count: number,
  wrong: readonly { readonly truth: TruthContact; readonly row: LedgerContact }[],
): EvalScore {
  const notes = wrong.map(
    ({ truth, row }) =>
      `${truth.id} is ${truth.status}${truth.disputed ? ' disputed' : ''}, shown as ${row.status}${row.disputed ? ' disputed' : ''} on ${row.days.join('–')}`,
  );
  return {
    name: `analyse.contacts.ledger.${name}`,
    value: count === 0 ? 0 : 1 - wrong.length / count,
    note: `${count - wrong.length} of ${count}${notes.length > 0 ? `; ${notes.join('; ')}` : ''}`,
  };
}
