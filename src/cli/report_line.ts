import type { AddOutcome, AddReport } from '../pipeline/add_inputs.js';
import { counted } from './counted.js';

/** One line for the terminal about one input: `posts.jsonl:17: article 12 new – تیتر`. */
export function formatReport({ name, outcome }: AddReport): string {
  return `${name}: ${describe(outcome)}`;
}

function describe(outcome: AddOutcome): string {
  switch (outcome.kind) {
    case 'article':
      return `article ${outcome.articleId} ${outcome.change}${outcome.title ? ` – ${shorten(outcome.title)}` : ''}`;
    case 'topic': {
      const items = outcome.newItems === 1 ? '1 new item' : `${outcome.newItems} new items`;
      return `topic page ${outcome.topicId}, ${items}${outcome.name ? ` – ${shorten(outcome.name)}` : ''}`;
    }
    case 'other':
      return `kept, but no article: ${OTHER_KINDS[outcome.pageKind] ?? outcome.pageKind}`;
    case 'known':
      return `unchanged, added before (${outcome.earlier})`;
    case 'quarantined':
    case 'unreadable':
      return `${outcome.kind}: ${outcome.issues.map((issue) => `${issue.message} (${issue.code})`).join('; ')}`;
  }
}

const OTHER_KINDS: Readonly<Record<string, string>> = {
  home: 'a front page',
  live: 'a live page',
  gallery: 'a gallery',
  other: 'another kind of page',
};

const LONGEST_TITLE = 100;

function shorten(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_TITLE ? line : `${line.slice(0, LONGEST_TITLE - 1)}…`;
}

/** Counts what became of the inputs. */
export interface Tally {
  readonly counts: Map<string, number>;
  total: number;
}

/** What a summary distinguishes. */
export function tallyName(outcome: AddOutcome): string {
  if (outcome.kind === 'article') return outcome.change === 'new' ? 'articles' : `articles ${outcome.change}`;
  return TALLY_NAMES[outcome.kind];
}

const TALLY_NAMES = {
  topic: 'topic pages',
  other: 'other pages',
  known: 'unchanged',
  quarantined: 'quarantined',
  unreadable: 'unreadable',
} as const;

/** `1,729 inputs in 9 s: 1,683 articles, 46 quarantined`. */
export function formatTally(tally: Tally, duration: string): string {
  const parts = [...tally.counts].map(
    ([name, count]) => `${count.toLocaleString('en')} ${countedName(name, count)}`,
  );
  return `${counted(tally.total, 'input')} in ${duration}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

/** `1 topic page`, `2 topic pages`. */
function countedName(name: string, count: number): string {
  return count === 1 ? name.replace(/^(article|topic page|other page)s/, '$1') : name;
}
