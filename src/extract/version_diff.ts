import { diffArrays } from 'diff';
import type { ExtractedPage } from '../model/extracted_page.js';
import type { Span } from '../model/span.js';
import type { ChangeKind, TextChange, VersionChange } from '../model/version_change.js';
import { kindsOf } from './change_kinds.js';
import { BLOCK_END, type VersionWord, wordsOf } from './version_words.js';

/**
 * How a version differs from the one before, word by word: words are compared by their keys, so that spelling,
 * half-spaces, punctuation and markup are no change, and the spans cut the publisher's own letters. The lede is
 * read as the first paragraph, since systems move it in and out of the body.
 */
export function diffVersions(before: ExtractedPage, after: ExtractedPage): VersionChange {
  const changes = [
    ...diffPart(before, after, ({ kicker }) => [kicker]),
    ...diffPart(before, after, ({ title }) => [title]).map((change) => ({
      ...change,
      kinds: HEADLINE,
    })),
    ...diffPart(before, after, ({ lede, body }) => [lede, ...body.map(({ span }) => span)]),
  ];
  const isDeleted = before.body.length > 0 && after.body.length === 0;
  const kinds = isDeleted ? DELETED : [...new Set(changes.flatMap((change) => change.kinds))];
  return { kinds, changes };
}

const HEADLINE: readonly ChangeKind[] = ['headline'];
const DELETED: readonly ChangeKind[] = ['deleted'];

/** Words that differ beyond which two texts are no longer compared word by word: then one replaces the other. */
const MAX_EDITED_WORDS = 2500;

type Blocks = (page: ExtractedPage) => readonly (Span | undefined)[];

function diffPart(before: ExtractedPage, after: ExtractedPage, blocksOf: Blocks): readonly TextChange[] {
  const old = wordsOf(before, blocksOf(before));
  const now = wordsOf(after, blocksOf(after));
  return joinNear(findHunks(old, now)).flatMap((hunk) => changesOf(hunk, { old, now }));
}

/** A stretch of words that another one stands in the place of; half-open indices of words. */
interface Hunk {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly nowFrom: number;
  readonly nowTo: number;
}

function findHunks(old: readonly VersionWord[], now: readonly VersionWord[]): readonly Hunk[] {
  const parts = diffArrays(
    old.map(({ key }) => key),
    now.map(({ key }) => key),
    { maxEditLength: MAX_EDITED_WORDS },
  );
  if (parts === undefined) return [{ oldFrom: 0, oldTo: old.length, nowFrom: 0, nowTo: now.length }];
  const hunks: Hunk[] = [];
  let oldAt = 0;
  let nowAt = 0;
  let open: Hunk | undefined;
  for (const { removed, added, count } of parts) {
    const oldTo = oldAt + (added ? 0 : count);
    const nowTo = nowAt + (removed ? 0 : count);
    if (removed || added) {
      open = { oldFrom: open?.oldFrom ?? oldAt, oldTo, nowFrom: open?.nowFrom ?? nowAt, nowTo };
    } else if (open) {
      hunks.push(open);
      open = undefined;
    }
    oldAt = oldTo;
    nowAt = nowTo;
  }
  return open ? [...hunks, open] : hunks;
}

/**
 * Words that two hunks share by chance («این»، «را») do not make them two edits: a run between them is theirs when
 * it is short beside them.
 */
const CHANCE_SHARE = 0.25;
const MAX_CHANCE_WORDS = 3;

/** Joins until nothing more is near enough: what was joined is larger and has a wider reach. */
function joinNear(hunks: readonly Hunk[]): readonly Hunk[] {
  const joined = joinOnce(hunks);
  return joined.length < hunks.length ? joinNear(joined) : joined;
}

function joinOnce(hunks: readonly Hunk[]): readonly Hunk[] {
  const joined: Hunk[] = [];
  for (const hunk of hunks) {
    const last = joined.at(-1);
    if (last !== undefined && isNear(last, hunk)) {
      joined[joined.length - 1] = { ...hunk, oldFrom: last.oldFrom, nowFrom: last.nowFrom };
    } else joined.push(hunk);
  }
  return joined;
}

/** Single words that were exchanged stay edits of their own, however near. */
function isNear(a: Hunk, b: Hunk): boolean {
  const run = b.oldFrom - a.oldTo;
  const [sizeA, sizeB] = [sizeOf(a), sizeOf(b)];
  if (Math.min(sizeA, sizeB) < 2 || run > MAX_CHANCE_WORDS) return false;
  return run <= (sizeA + sizeB) * CHANCE_SHARE;
}

function sizeOf(hunk: Hunk): number {
  return Math.max(hunk.oldTo - hunk.oldFrom, hunk.nowTo - hunk.nowFrom);
}

interface Sides {
  readonly old: readonly VersionWord[];
  readonly now: readonly VersionWord[];
}

/** One change where both sides lie in one block; else what was removed and what was added, block by block. */
function changesOf(hunk: Hunk, { old, now }: Sides): readonly TextChange[] {
  const removed = splitBlocks(old, hunk.oldFrom, hunk.oldTo);
  const added = splitBlocks(now, hunk.nowFrom, hunk.nowTo);
  const at = (now[hunk.nowFrom] ?? now.at(-1))?.start ?? 0;
  const [before, after] = [removed[0], added[0]];
  if (before && after && removed.length === 1 && added.length === 1) {
    const left = now.slice(Math.max(0, hunk.nowFrom - CONTEXT_WORDS), hunk.nowFrom);
    const right = now.slice(hunk.nowTo, hunk.nowTo + CONTEXT_WORDS);
    const kinds = kindsOf({
      before: keysOf(before),
      after: keysOf(after),
      left: keysOf(left),
      right: keysOf(right),
    });
    return [{ kinds, before: rangeOf(before), after: rangeOf(after), at: after[0]?.start ?? at }];
  }
  return [
    ...removed.map((words) => ({
      kinds: kindsOf({ ...ALONE, before: keysOf(words) }),
      before: rangeOf(words),
      at,
    })),
    ...added.map((words) => ({
      kinds: kindsOf({ ...ALONE, after: keysOf(words) }),
      after: rangeOf(words),
      at: words[0]?.start ?? at,
    })),
  ];
}

const ALONE = { before: [], after: [], left: [], right: [] } as const;

/** Words around a change that may tell what it is about: a title, an office behind a comma. */
const CONTEXT_WORDS = 3;

function splitBlocks(words: readonly VersionWord[], from: number, to: number): VersionWord[][] {
  const blocks: VersionWord[][] = [[]];
  for (const word of words.slice(from, to)) {
    if (word.key === BLOCK_END) blocks.push([]);
    else blocks.at(-1)?.push(word);
  }
  return blocks.filter((block) => block.length > 0);
}

function keysOf(words: readonly VersionWord[]): readonly string[] {
  return words.map(({ key }) => key);
}

function rangeOf(words: readonly VersionWord[]): Span {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}
