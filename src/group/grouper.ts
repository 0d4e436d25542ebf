/**
 * Groups reports as they arrive: copies first, then stories, each decided once, without looking ahead.
 *
 *     words → profile (sets of hashes) → copies → story → origin
 */
import type { Placement, Reason, Report, ThreadPlace } from '../model/story.js';
import type { Gazetteer } from '../sources/gazetteer.js';
import type { Registry } from '../sources/registry.js';
import { isAdvert } from './advert.js';
import { officesOf } from './copy_direction.js';
import { type FoundCopies, findCopies } from './copy_finder.js';
import { isDigest } from './digest.js';
import { createFrameLines } from './frame_lines.js';
import type { Member } from './member.js';
import { createNumberSums } from './number_sums.js';
import { createOriginBook } from './origin_book.js';
import { type OutletIdentity, outletIdentifier } from './outlet_identity.js';
import { sceneFinder } from './places.js';
import { createPostingIndex } from './posting_index.js';
import { LONGEST_POST_WORDS, makeProfile } from './profile.js';
import { type ReportWord, readWords } from './report_words.js';
import { findStory } from './story_finder.js';
import { createTermWeights } from './term_weights.js';
import { createThreadBook, type OpenedStory, type WeighedKey } from './thread_finder.js';
import { type ThreadKey, threadKeyFinder } from './thread_keys.js';

export interface GrouperOptions {
  /** Names, families and kinds of outlets. */
  readonly registry?: Registry;
  /** Names of places, which keep the same event in two towns apart. */
  readonly gazetteer?: Gazetteer;
  /** How long a report can be joined; two weeks unless given. */
  readonly windowDays?: number;
}

export interface Grouper {
  /**
   * Places a report. With `story` it is placed there whatever the texts say: a decision known from before, or one
   * of an operator's; the story that it opens is in `thread` then, or in none.
   */
  add(report: Report, known?: { readonly story?: string; readonly thread?: string }): Placement;
}

const WINDOW_DAYS = 14;
/** Reports of a story whose words stand for it. */
const REPORTS_REMEMBERED = 10;
const DAY_MS = 86_400_000;

/** Opens an empty grouper. Its answers depend on what was added before and on nothing else. */
export function createGrouper(options: GrouperOptions = {}): Grouper {
  const windowMs = (options.windowDays ?? WINDOW_DAYS) * DAY_MS;
  const identify = outletIdentifier(options.registry);
  const isOutlet = (name: string) => identify(name).isKnown;
  const weights = createTermWeights();
  const findScenes = sceneFinder(options.gazetteer);
  const findThreadKeys = threadKeyFinder(options.gazetteer);
  const threads = createThreadBook();
  const frames = createFrameLines();
  const shingles = createPostingIndex();
  const terms = createPostingIndex();
  const sums = createNumberSums();
  const members = new Map<number, Member>();
  const stories = new Map<string, Member[]>();
  const openings = new Map<string, number>();
  const origins = createOriginBook();
  let next = 0;
  let oldest = 0;
  let clock = 0;

  function readMember(report: Report, words: readonly ReportWord[], outlet: OutletIdentity): Member {
    const time = publishedMs(report.published);
    const number = next;
    next += 1;
    clock = Math.max(clock, time ?? 0);
    const forwarded = report.forwardedFrom === undefined ? undefined : identify(report.forwardedFrom).id;
    return {
      number,
      report: { id: report.id, chain: report.chain, ...(forwarded && { forwardedFrom: forwarded }) },
      outlet,
      family: report.family ?? outlet.family,
      offices: officesOf(report.chain, identify),
      ...(time !== undefined && { time }),
      clock: time ?? clock,
      profile: makeProfile(words, weights, findScenes),
      frameCount: 0,
      lead: leadOf(words),
      standsAlone: isDigest(report) || isAdvert(report),
      story: '',
      origin: '',
    };
  }

  function forgetOld(): void {
    for (let member = members.get(oldest); member !== undefined; member = members.get(oldest)) {
      if (member.clock >= clock - windowMs) break;
      members.delete(oldest);
      if (stories.get(member.story)?.at(-1) === member) {
        stories.delete(member.story);
        openings.delete(member.story);
      }
      oldest += 1;
    }
    shingles.forgetBelow(oldest);
    terms.forgetBelow(oldest);
    origins.forgetBefore(clock - windowMs);
    threads.forgetBefore(clock - windowMs);
  }

  /** A story goes on with a thread from its first report on, or never. */
  function placeInThread(
    { report, clock: at }: Member,
    keys: readonly WeighedKey[],
    known: { readonly story?: string; readonly thread?: string },
  ): ThreadPlace | undefined {
    const story: OpenedStory = { id: report.id, clock: at, keys };
    if (known.story !== undefined) {
      threads.add(story, known.thread);
      return undefined;
    }
    const place = threads.find(story);
    threads.add(story, place?.opener);
    return place;
  }

  function remember(member: Member): void {
    members.set(member.number, member);
    const told = stories.get(member.story);
    if (told === undefined) {
      stories.set(member.story, [member]);
      openings.set(member.story, member.clock);
    } else {
      told.push(member);
      if (told.length > REPORTS_REMEMBERED) told.shift();
    }
    for (const shingle of member.profile.shingles) shingles.add(shingle, member.number);
    for (const slot of member.profile.terms) terms.add(slot, member.number);
    weights.count(member.profile.terms);
  }

  function weighKeys(report: Report, words: readonly ReportWord[], keys: readonly ThreadKey[]): WeighedKey[] {
    return keys.map(({ slot, term, isName, name, start, end }) => ({
      slot,
      term,
      isName,
      weight: rarityOf(words.slice(start, end), slot),
      word: name ?? printed(report, words, { start, end }),
    }));
  }

  /** A name is as common as its words are where it has hardly been met by itself. */
  function rarityOf(words: readonly ReportWord[], slot: number): number {
    const ofWords = words.map(({ stem }) => weights.weightOf(weights.slotOf(stem)));
    return Math.min(weights.weightOf(slot), Math.max(...ofWords));
  }

  return {
    add(report, known = {}) {
      const outlet = identify(report.outlet);
      const words = frames.strip(outlet.id, readWords(report, isOutlet));
      const draft = readMember(report, words, outlet);
      forgetOld();
      const copies = findCopies(draft, { index: shingles, members });
      const member: Member = { ...draft, frameCount: copies.frameCount };
      const { story, reasons } = known.story
        ? { story: known.story, reasons: [{ feature: 'known', value: known.story }] }
        : chooseStory(member, copies);
      member.story = story;
      member.origin = origins.place(member, copies);
      const keys = findThreadKeys(words, weights);
      const opensStory = story === report.id && !member.standsAlone;
      const thread = opensStory ? placeInThread(member, weighKeys(report, words, keys), known) : undefined;
      remember(member);
      weights.countMore(keys.flatMap(({ isName, slot }) => (isName ? [slot] : [])));
      return {
        id: report.id,
        story,
        ...(thread && { thread }),
        ...(copies.link && { copyOf: copies.link }),
        ...(copies.commonSource && { commonSource: copies.commonSource.report.id }),
        origin: member.origin,
        reasons,
      };
    },
  };

  function chooseStory(
    member: Member,
    copies: FoundCopies,
  ): { readonly story: string; readonly reasons: readonly Reason[] } {
    if (copies.source && copies.link) {
      const { containment, other, degree } = copies.link;
      return {
        story: copies.source.story,
        reasons: [
          { feature: 'copy', value: other },
          { feature: 'degree', value: degree },
          { feature: 'containment', value: Math.round(containment * 1000) / 1000 },
        ],
      };
    }
    const found = findStory(member, {
      index: terms,
      members,
      stories,
      openings,
      weights,
      sums,
      oldest,
      sharedShingles: copies.shared,
    });
    if (found === undefined) return { story: member.report.id, reasons: [{ feature: 'first', value: 1 }] };
    return { story: found.story, reasons: found.reasons };
  }
}

/** Milliseconds of a stated hour. Midnight sharp is a date without one, as feeds print it. */
function publishedMs(published: string | undefined): number | undefined {
  if (published === undefined) return undefined;
  const ms = Date.parse(published);
  return Number.isNaN(ms) ? undefined : ms;
}

function leadOf(words: readonly ReportWord[]): Member['lead'] {
  if (words.length >= LONGEST_POST_WORDS) return 'none';
  const lead = words.find(({ role }) => role !== 'text')?.role;
  return lead === 'speaker' || lead === 'medium' ? lead : 'none';
}

/** The letters of a run of words as the report prints them. */
function printed(
  { title, text }: Report,
  words: readonly ReportWord[],
  { start, end }: { readonly start: number; readonly end: number },
): string {
  const first = words[start];
  const last = words[end - 1];
  if (first === undefined || last === undefined) return '';
  return (first.inTitle ? (title ?? '') : text).slice(first.start, last.end);
}
