import type { CopyDegree, CopyLink } from '../model/story.js';
import { directionOf, saysSource } from './copy_direction.js';
import { countShared, longestRun } from './hashing.js';
import type { Member } from './member.js';
import type { PostingIndex } from './posting_index.js';
import type { Profile } from './profile.js';

/** What the finder tells of a new report. */
export interface FoundCopies {
  readonly link?: CopyLink;
  /** The member that `link` names. */
  readonly source?: Member;
  /** A member with which the report shares only words that are neither's. */
  readonly commonSource?: Member;
  /** Report number → shingles in common, frames left out. */
  readonly shared: ReadonlyMap<number, number>;
  /** Shingles of the report that are frames of its host or stock phrases of all. */
  readonly frameCount: number;
}

export interface CopyQuery {
  readonly index: PostingIndex;
  readonly members: ReadonlyMap<number, Member>;
}

/** Newest reports looked at for one shingle. A wire item of forty copies fits; what is commoner is a phrase. */
const POSTINGS_PER_SHINGLE = 64;
/** Stories of one host in which a shingle makes it a frame of the host: «به گزارش راهبرد معاصر …». */
const FRAME_STORIES = 3;
/** Stories of any hosts in which it is a stock phrase: «امر به معروف و نهی از منکر». */
const STOCK_STORIES = 6;

/** Finds the report that this one has its text in common with, and who took from whom. */
export function findCopies(report: Member, { index, members }: CopyQuery): FoundCopies {
  const tally = tallyShingles(report, { index, members });
  const judged = [...tally.shared]
    .filter(([, count]) => count >= 2)
    .flatMap(([number]) => {
      const other = members.get(number);
      return other ? [judge(report, other, tally)] : [];
    });
  const copies = judged.filter(({ verdict }) => verdict === 'copy');
  const { frameCount, shared } = tally;
  const best = chooseSource(report, copies);
  if (best === undefined) {
    const common = judged.filter(({ verdict }) => verdict === 'common').sort(byContainment)[0];
    return { frameCount, shared, ...(common && { commonSource: common.other }) };
  }
  const { direction, by } = directionOf(report, best.other);
  const link: CopyLink = {
    other: best.other.report.id,
    degree: degreeOf(report, best),
    containment: best.containment,
    direction,
    ...(by && { directionBy: by }),
  };
  return { link, source: best.other, frameCount, shared };
}

interface Tally {
  /** Report number → shingles in common, frames left out. */
  readonly shared: ReadonlyMap<number, number>;
  readonly frames: ReadonlySet<number>;
  readonly frameCount: number;
}

function tallyShingles(report: Member, { index, members }: CopyQuery): Tally {
  const shared = new Map<number, number>();
  const frames = new Set<number>();
  const holders: number[] = [];
  for (const shingle of report.profile.shingles) {
    holders.length = 0;
    index.visit(shingle, POSTINGS_PER_SHINGLE, (number) => holders.push(number));
    if (holders.length === 0) continue;
    if (isFrame(report, holders, members)) frames.add(shingle);
    else for (const number of holders) shared.set(number, (shared.get(number) ?? 0) + 1);
  }
  return { shared, frames, frameCount: frames.size };
}

function isFrame(report: Member, holders: readonly number[], members: ReadonlyMap<number, Member>): boolean {
  if (holders.length < FRAME_STORIES) return false;
  const own = new Set<string>();
  const all = new Set<string>();
  for (const number of holders) {
    const member = members.get(number);
    if (member === undefined) continue;
    all.add(member.story);
    if (member.outlet.id === report.outlet.id) own.add(member.story);
    if (own.size >= FRAME_STORIES || all.size >= STOCK_STORIES) return true;
  }
  return false;
}

interface Judged {
  readonly other: Member;
  readonly containment: number;
  /** Shared shingles over all of both: how nearly they are the same text. */
  readonly resemblance: number;
  readonly verdict: 'copy' | 'common' | 'none';
}

/** From here on half of the smaller text stands in the other: nobody writes that by chance. */
const COPY = 0.5;
/** Below this a shared background paragraph or a list is the likelier cause. */
const PARTIAL_COPY = 0.36;
/** A partial copy keeps the order of words too. */
const PARTIAL_WORDING = 0.62;
/** Fewer shared shingles are the name of an event, unless the longer text is short too. */
const LEAST_SHARED = 8;
const LEAST_SHARE = 0.05;
/** A sentence of fourteen words, the same in both: nobody says it twice. */
const QUOTATION_SHINGLES = 10;
/** A partial copy shares more than one phrase. */
const PARTIAL_SHARED = 5;
/** On another day a phrase of ten words is the name of an event: «آغاز مراسم تشییع پیکر …». */
const PHRASE_SHARED = 8;
const PHRASE_GAP_MS = 12 * 3_600_000;
/** Who names the other as its source and prints its words has them from there, however much it rewrote. */
const CREDITED_COPY = 0.12;
const CREDITED_SHARED = 5;
/** From here on the smaller text stands whole in the other. */
const WHOLE = 0.8;
/** Two clauses, word for word. */
const SPEECH_RUN = 14;
/** Fewer terms are the speaker's name and office. */
const HEAD_TERMS = 7;
/** What must be left in common when quotations are taken out. */
const OWN_COPY = 0.35;
/** With fewer own shingles a report is nothing but the quotation; as few in common are its announcement. */
const FEW_OWN = 6;

function judge(report: Member, other: Member, tally: Tally): Judged {
  const shared = tally.shared.get(other.number) ?? 0;
  const size = report.profile.shingles.length - tally.frameCount;
  const otherSize = other.profile.shingles.length - other.frameCount;
  const smaller = Math.max(1, Math.min(size, otherSize));
  const containment = Math.min(1, shared / smaller);
  const resemblance = shared / Math.max(1, size + otherSize - shared);
  return { other, containment, resemblance, verdict: verdictOf(report, other, { containment, tally }) };
}

function verdictOf(
  report: Member,
  other: Member,
  { containment, tally }: { readonly containment: number; readonly tally: Tally },
): Judged['verdict'] {
  if (isTemplate(report, other, containment)) return 'none';
  const shared = tally.shared.get(other.number) ?? 0;
  if (saysSource(report, other) && containment >= CREDITED_COPY && shared >= CREDITED_SHARED) return 'copy';
  if (containment < PARTIAL_COPY) return sharesQuotation(report, other, shared) ? 'common' : 'none';
  const larger = Math.max(report.profile.shingles.length, other.profile.shingles.length);
  if (shared < LEAST_SHARED && shared < LEAST_SHARE * larger) return 'none';
  if (sharesQuotationsOnly(report, other, tally.frames)) return 'common';
  if (giveSpeech(report, other)) return speechVerdict(report, other, containment);
  return wordsVerdict(report, other, { containment, shared });
}

function giveSpeech(report: Member, other: Member): boolean {
  if (report.lead === 'none' || other.lead === 'none') return false;
  return report.lead === 'speaker' || other.lead === 'speaker';
}

function wordsVerdict(
  report: Member,
  other: Member,
  { containment, shared }: { readonly containment: number; readonly shared: number },
): 'copy' | 'none' {
  const wording = wordingOf(report, other);
  if (shared < leastShared(report, other) && Math.max(containment, wording) < WHOLE) return 'none';
  return containment >= COPY || wording >= PARTIAL_WORDING ? 'copy' : 'none';
}

/**
 * Two posts that give one speaker's words behind a colon: each desk may have taken them down or translated them
 * itself. A copy is what prints the same headline, all of the shorter, or a run of words that nobody finds twice.
 */
function speechVerdict(report: Member, other: Member, containment: number): 'copy' | 'common' {
  if (containment >= WHOLE || sameHead(report, other)) return 'copy';
  if (containment < COPY) return 'common';
  if (wordingOf(report, other) >= WHOLE) return 'copy';
  if (report.lead !== other.lead) return 'copy';
  return longestRun(report.profile.words, other.profile.words) >= SPEECH_RUN ? 'copy' : 'common';
}

function leastShared(report: Member, other: Member): number {
  return Math.abs(report.clock - other.clock) < PHRASE_GAP_MS ? PARTIAL_SHARED : PHRASE_SHARED;
}

function sameHead(report: Member, other: Member): boolean {
  const a = report.profile.head;
  const b = other.profile.head;
  return Math.min(a.length, b.length) >= HEAD_TERMS && countShared(a, b) === Math.max(a.length, b.length);
}

/** Whether hardly anything is left in common when quotations and documents are taken out of both. */
function sharesQuotationsOnly(report: Member, other: Member, frames: ReadonlySet<number>): boolean {
  const own = report.profile.ownShingles;
  const others = other.profile.ownShingles;
  const quoted = report.profile.shingles.length + other.profile.shingles.length - own.length - others.length;
  const smaller = Math.min(own.length, others.length);
  if (quoted === 0 || smaller < FEW_OWN) return false;
  const shared = countShared(own, others, frames);
  return shared < FEW_OWN || shared / smaller < OWN_COPY;
}

/** Whether two reports of their own print one quotation. */
function sharesQuotation(report: Member, other: Member, shared: number): boolean {
  if (shared < QUOTATION_SHINGLES) return false;
  const own = countShared(report.profile.ownShingles, other.profile.ownShingles);
  return shared - own >= QUOTATION_SHINGLES;
}

function wordingOf(report: Member, other: Member): number {
  const a = report.profile.pairs;
  const b = other.profile.pairs;
  return countShared(a, b) / Math.max(1, Math.min(a.length, b.length));
}

/** An issue of a daily form follows the one before by most of a day. */
const TEMPLATE_GAP_MS = 14 * 3_600_000;
const NUMBERS_OF_TEMPLATE = 2;
/** Headlines of one form: all their words but the day's are the same. */
const TEMPLATE_HEAD = 0.6;
/** Numbers that stay from day to day: a price that did not move. */
const NUMBERS_KEPT = 0.7;

/**
 * The same form filled in again, for another town («پهپادی در آسمان بوشهر …») or on another day: «نرخ دلار امروز». Either the wording is alike and the numbers are
 * others, or one host prints nearly the same headline over a text that is not the same.
 */
export function isTemplate(report: Member, other: Member, alike: number): boolean {
  if (alike >= 0.98) return false;
  if (isElsewhere(report.profile, other.profile)) return true;
  if (Math.abs(report.clock - other.clock) < TEMPLATE_GAP_MS) return false;
  const a = report.profile.numbers;
  const b = other.profile.numbers;
  const least = Math.min(a.length, b.length);
  const kept = countShared(a, b) / Math.max(1, least);
  if (least >= NUMBERS_OF_TEMPLATE && kept <= 0.5) return true;
  if (report.outlet.id !== other.outlet.id || least === 0 || kept > NUMBERS_KEPT) return false;
  const heads = countShared(report.profile.head, other.profile.head);
  return heads >= TEMPLATE_HEAD * Math.max(report.profile.head.length, other.profile.head.length);
}

/** Whether both headlines name towns, and neither report names a town of the other's headline. */
function isElsewhere(a: Profile, b: Profile): boolean {
  if (a.headTowns.length === 0 || b.headTowns.length === 0) return false;
  return countShared(a.headTowns, b.scenes) === 0 && countShared(b.headTowns, a.scenes) === 0;
}

function byContainment(a: Judged, b: Judged): number {
  return b.containment - a.containment || a.other.number - b.other.number;
}

/** Resemblances that differ by less are the same text for whoever asks where it came from. */
const SAME_TEXT = 0.12;

/** A source that the report credits; else, of the likest texts, the one that arrived first. */
function chooseSource(report: Member, copies: readonly Judged[]): Judged | undefined {
  const credited = copies.filter(({ other }) => directionOf(report, other).by === 'credit');
  const pool = credited.length > 0 ? credited : copies;
  const best = Math.max(0, ...pool.map(({ resemblance }) => resemblance));
  return pool
    .filter(({ resemblance }) => resemblance >= best - SAME_TEXT)
    .sort((a, b) => a.other.number - b.other.number)[0];
}

/** From here on only signs, spelling and a word or two differ. */
const VERBATIM = 0.9;
/** A copy that keeps at most this share of the words is an excerpt. */
const EXCERPT_SHARE = 0.7;
const EXCERPT_CONTAINMENT = 0.7;
const EDITED = 0.4;

function degreeOf(report: Member, { other, containment, resemblance }: Judged): CopyDegree {
  if (resemblance >= VERBATIM) return 'verbatim';
  const share = report.profile.wordCount / Math.max(1, other.profile.wordCount);
  if (share <= EXCERPT_SHARE && containment >= EXCERPT_CONTAINMENT) return 'excerpt';
  return containment >= EDITED ? 'edited' : 'rewritten';
}
