/** Puts news into the line of those who follow them: what is new, for whom, and the message, in one transaction. */
import type { AlertMatch } from '../store/alert_matching.js';
import { findMatches, moveMark, saveMatch, takeNews } from '../store/alert_matching.js';
import { bundleMails } from '../store/alert_queue.js';
import { putMessage } from '../store/alert_targets.js';
import type { Database, Store, Transaction } from '../store/database.js';
import { announceEvents } from '../store/events.js';

/** One thing that became new, as a name. */
export interface NewsName {
  readonly kind: AlertMatch['kind'];
  readonly ref: string;
  readonly eventId: number | null;
  readonly knownAt: string;
}

/** News as webhooks are told of them, by `kind ref`; what is hidden is left out. */
export type DescribeNews = (
  db: Database,
  news: readonly NewsName[],
) => Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>>;

export interface MatchingDeps {
  readonly store: Store;
  readonly clock: () => string;
  readonly describe: DescribeNews;
  /** Hour of daily mails, in Tehran. */
  readonly dailyHour: number;
}

/** Matches all news there are; returns how many alerts came of them. Nothing is done while another process does it. */
export async function matchNews(deps: MatchingDeps): Promise<number> {
  const { store, clock } = deps;
  // Also while nobody follows anything: whoever begins to is told of what comes then.
  await announceEvents(store, clock());
  let count = 0;
  for (;;) {
    const piece = await store.transaction((tx) => matchPiece(tx, deps));
    count += piece?.saved ?? 0;
    if (piece === undefined || piece.count === 0) break;
  }
  await store.transaction((tx) => bundleMails(tx, clock()));
  return count;
}

async function matchPiece(
  tx: Transaction,
  { store, clock, describe, dailyHour }: MatchingDeps,
): Promise<{ readonly count: number; readonly saved: number } | undefined> {
  const piece = await takeNews(tx);
  if (piece === undefined) return undefined;
  const matches = oncePerStory(await findMatches(tx, piece));
  const told = matches.length === 0 ? new Map() : await describe(store, matches);
  const at = clock();
  let saved = 0;
  for (const match of matches) {
    const data = told.get(`${match.kind} ${match.ref}`);
    if (data === undefined) continue;
    const messageId = match.targetKind === 'mail' ? undefined : await putNews(tx, match, { data, at });
    if (await saveMatch(tx, match, { at, dailyHour, ...(messageId !== undefined && { messageId }) })) saved++;
  }
  await moveMark(tx, piece);
  return { count: piece.count, saved };
}

/** Of several reports of one story that came together a mail tells one. */
function oncePerStory(matches: readonly AlertMatch[]): readonly AlertMatch[] {
  const known = new Set<string>();
  return matches.filter(({ targetKind, followKind, followId, storyId }) => {
    if (targetKind !== 'mail' || followKind === 'story' || storyId === null) return true;
    const name = `${followId} ${storyId}`;
    const isNew = !known.has(name);
    known.add(name);
    return isNew;
  });
}

function putNews(
  tx: Transaction,
  match: AlertMatch,
  { data, at }: { readonly data: Readonly<Record<string, unknown>>; readonly at: string },
): Promise<number> {
  const { followId, followKind, subject, targetId } = match;
  const follow = { id: followId, kind: followKind, of: subject.split('\n') };
  const body = JSON.stringify({ type: match.kind, timestamp: at, data: { follow, ...data } });
  return putMessage(tx, { targetId, kind: 'news', followId, body, at });
}
