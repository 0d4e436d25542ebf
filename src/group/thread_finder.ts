import type { SharedKey, ThreadPlace } from '../model/story.js';
import { createPostingIndex } from './posting_index.js';
import type { TermSlot } from './term_weights.js';

/** A key of a story's first report, with its rarity then and its words as printed. */
export interface WeighedKey {
  readonly slot: TermSlot;
  readonly term: string;
  readonly isName: boolean;
  readonly weight: number;
  readonly word: string;
}

/** The story that a report opens. */
export interface OpenedStory {
  /** Id of the report that opens it. */
  readonly id: string;
  readonly clock: number;
  readonly keys: readonly WeighedKey[];
}

/** Threads of the window: themes over stories. Each story is placed once, when its first report arrives. */
export interface ThreadBook {
  /** The thread that a story belongs to, by what came before it. */
  find(story: OpenedStory): ThreadPlace | undefined;
  /** Takes the story in: into the thread that this opener's story is in, or where none is given as what may become one. */
  add(story: OpenedStory, opener?: string): void;
  /** Forgets stories from before an instant; a thread is over when its last story is forgotten. */
  forgetBefore(clock: number): void;
}

interface Thread {
  /** Report that opened its first story. */
  readonly opener: string;
  stories: number;
  /** In how many of its stories each key stands. */
  readonly counts: Map<TermSlot, number>;
  /** Weight of the keys that it shares with the story in question, and the look that met it last. */
  sum: number;
  look: number;
}

interface KnownStory {
  readonly clock: number;
  readonly slots: readonly TermSlot[];
  thread: Thread;
}

/** Newest stories looked at for one key. */
const POSTINGS_PER_KEY = 48;
/** Commoner names («ایران») stand in hundreds of threads: they count, but lead to none. */
const LEADING_WEIGHT = 3;
/** Threads weighed in full. */
const THREADS_WEIGHED = 12;
/** A key stands for a thread when half of its stories have it. */
const CORE_SHARE = 0.5;
/**
 * What must be shared: three keys, a name among them, that would meet by chance in one report of e^12, 160,000; and two
 * fifths of what the story opens with. Set by reading threads of five days of posts without labels: from 9 on, stories
 * of one country join that have no subject in common.
 */
const LEAST_SHARED = 3;
const LEAST_WEIGHT = 12;
const LEAST_COVERED = 0.4;

/** Opens an empty book. */
export function createThreadBook(): ThreadBook {
  const index = createPostingIndex();
  const stories = new Map<number, KnownStory>();
  const threads = new Map<string, Thread>();
  let next = 0;
  let oldest = 0;
  /** Looks into the index so far. */
  let looks = 0;

  function candidates({ keys }: OpenedStory): readonly Thread[] {
    const met: Thread[] = [];
    let light = 0;
    for (const { slot, weight } of keys) {
      if (weight < LEADING_WEIGHT) {
        light += weight;
        continue;
      }
      looks += 1;
      index.visit(slot, POSTINGS_PER_KEY, (number) => {
        const thread = stories.get(number)?.thread;
        // A thread has a key once, in however many of its stories it stands.
        if (thread === undefined || thread.look === looks) return;
        if (thread.sum === 0) met.push(thread);
        thread.look = looks;
        thread.sum += weight;
      });
    }
    const heavy = met
      .filter(({ sum }) => sum >= LEAST_WEIGHT - light)
      .sort((a, b) => b.sum - a.sum || b.stories - a.stories)
      .slice(0, THREADS_WEIGHED);
    for (const thread of met) thread.sum = 0;
    return heavy;
  }

  return {
    find(story) {
      const all = weightOf(story.keys);
      let best: ThreadPlace | undefined;
      let bestWeight = 0;
      for (const thread of candidates(story)) {
        const shared = coreOf(story, thread);
        const weight = weightOf(shared);
        if (weight <= bestWeight || !isEnough(shared, weight / all)) continue;
        best = { opener: thread.opener, shared: shared.map(toShared) };
        bestWeight = weight;
      }
      return best;
    },
    add(story, opener = story.id) {
      if (story.keys.length === 0) return;
      const thread = threads.get(opener) ?? newThread(opener);
      threads.set(opener, thread);
      thread.stories += 1;
      const slots = story.keys.map(({ slot }) => slot);
      for (const slot of slots) thread.counts.set(slot, (thread.counts.get(slot) ?? 0) + 1);
      for (const slot of slots) index.add(slot, next);
      stories.set(next, { clock: story.clock, slots, thread });
      next += 1;
    },
    forgetBefore(clock) {
      for (let story = stories.get(oldest); story !== undefined && story.clock < clock; ) {
        stories.delete(oldest);
        const { thread, slots } = story;
        thread.stories -= 1;
        for (const slot of slots) lessen(thread.counts, slot);
        if (thread.stories === 0) threads.delete(thread.opener);
        oldest += 1;
        story = stories.get(oldest);
      }
      index.forgetBelow(oldest);
    },
  };
}

function newThread(opener: string): Thread {
  return { opener, stories: 0, counts: new Map(), sum: 0, look: 0 };
}

/** Keys of a story that stand for a thread. */
function coreOf({ keys }: OpenedStory, thread: Thread): readonly WeighedKey[] {
  const least = thread.stories * CORE_SHARE;
  return keys.filter(({ slot }) => (thread.counts.get(slot) ?? 0) >= Math.max(1, least));
}

function isEnough(shared: readonly WeighedKey[], covered: number): boolean {
  return (
    shared.length >= LEAST_SHARED &&
    shared.some(({ isName }) => isName) &&
    weightOf(shared) >= LEAST_WEIGHT &&
    covered >= LEAST_COVERED
  );
}

function weightOf(keys: readonly WeighedKey[]): number {
  let sum = 0;
  for (const { weight } of keys) sum += weight;
  return sum;
}

function lessen(counts: Map<TermSlot, number>, slot: TermSlot): void {
  const count = (counts.get(slot) ?? 0) - 1;
  if (count > 0) counts.set(slot, count);
  else counts.delete(slot);
}

function toShared({ term, isName, word, weight }: WeighedKey): SharedKey {
  return { term, word, isName, weight: Math.round(weight * 100) / 100 };
}
