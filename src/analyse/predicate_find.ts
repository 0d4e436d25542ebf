import type { Act, Stance } from '../model/statement.js';
import { keyOf } from '../persian/keys.js';
import { REPORTING_PREDICATES, type ReportingPredicate } from '../persian/reporting_predicates.js';
import { type FoundPredicate, findPredicates } from '../persian/verb_phrases.js';
import { frameOf, isNeverReporting } from './frame_of.js';
import type { Frame } from './predicate_frames.js';
import { findSpecialPredicate } from './predicate_special.js';
import { PREDICATE_WORDS } from './predicate_words.js';
import { gapAfter, isFiniteAt, verbKind, type WordBlock } from './statement_words.js';

/** A reporting predicate of a block: what it does, and what may be its content. */
export interface Predicate {
  readonly start: number;
  /** Index of the first word behind it. */
  readonly next: number;
  readonly act: Act;
  readonly stance: Stance;
  readonly frame: Frame;
  readonly negated: boolean;
  readonly plural: boolean;
  readonly past: boolean;
  readonly passive: boolean;
  /** Index of the first word behind its verb, where that stands apart: «خواستار … شد». */
  readonly verbNext?: number;
  /** How many words that verb has, where it is more than a form: «خودداری کرد». */
  readonly verbSize?: number;
  /** Index of the word for the text that speaks: «در این بیانیه آمده است». */
  readonly inText?: number;
  /** The other act that the object decides: «رد کرد». */
  readonly otherAct?: Act;
  readonly flags: readonly ('source_error' | 'speaker_uncertain' | 'span_uncertain')[];
}

/** The reporting predicates of a block in order; none overlap. */
export function findBlockPredicates(view: WordBlock): Predicate[] {
  const found: Predicate[] = [];
  for (let at = 0; at < view.words.length; ) {
    const predicate = predicateAt(view, at);
    if (typeof predicate === 'object') found.push(predicate);
    at = typeof predicate === 'object' ? predicate.next : (predicate ?? at + 1);
  }
  return found;
}

/** The predicate that begins at a word, or the index behind words that never report («سخن گفت», «خواهد گفت»). */
function predicateAt(view: WordBlock, at: number): Predicate | number | undefined {
  const word = view.words[at];
  if (word === undefined || word.aside || isInName(view, at)) return undefined;
  const listed = mayBegin(word.key) ? listedAt(view, at) : undefined;
  return listed ?? gluedAt(view, at) ?? findSpecialPredicate(view, at);
}

/** «اظهارکرد», «وافزود»: words that were printed without the blank between them. */
const GLUED =
  /^(و)?(?:(اظهار|بیان|عنوان|تاکید|تصریح|اعلام|اضافه|خاطرنشان|ابراز|مطرح|خبر|ادامه|اذعان|هشدار)((?:کرد|داشت|داد|نمود)(?:ند|ه)?)|(افزود|گفت|نوشت)(ند)?)$/;

function gluedAt(view: WordBlock, at: number): Predicate | undefined {
  const [, and = '', noun = '', verb = '', plain = '', plural = ''] = GLUED.exec(view.keys[at] ?? '') ?? [];
  const parts = noun === '' ? [plain + plural] : [noun, verb];
  if (noun === '' && (and === '' || plain === '')) return undefined;
  const keys = [...parts, ...view.keys.slice(at + 1, at + 4)];
  const found = findPredicates(keys, 0)[0];
  if (found === undefined || found.verb.passive || found.verb.tense === 'future') return undefined;
  return readPredicate(view, { ...found, start: at, next: at + found.next - parts.length + 1 });
}

function listedAt(view: WordBlock, at: number): Predicate | number | undefined {
  for (const candidate of findPredicates(view.keys, at)) {
    if (!isUnbroken(view, candidate)) continue;
    const { entries, verb } = candidate;
    const isPlan = verb.tense === 'future';
    const isNever = isPlan || entries.every(isNeverReporting) || (verb.passive && isNoun(view, candidate));
    if (isNever) return candidate.next;
    const predicate = readPredicate(view, candidate);
    if (predicate !== undefined) return predicate;
  }
  return undefined;
}

/** Words that never begin a predicate are most of a text: remembered, so that each is asked about once. */
const beginners = new Map<string, boolean>();

function mayBegin(key: string): boolean {
  const known = beginners.get(key);
  if (known !== undefined) return known;
  const may = phraseHeads().has(key) || verbKind(key) !== undefined || /ند$/.test(key);
  if (beginners.size > 50_000) beginners.clear();
  beginners.set(key, may);
  return may;
}

let heads: ReadonlySet<string> | undefined;

function phraseHeads(): ReadonlySet<string> {
  heads ??= new Set(REPORTING_PREDICATES.map(({ phrase }) => keyOf(phrase).split(' ')[0] ?? ''));
  return heads;
}

/** A short quotation is a name or a label («گفت و شنود»); no predicate in it reports. */
function isInName(view: WordBlock, at: number): boolean {
  const quotation = view.quotations[view.words[at]?.quote ?? -1];
  return quotation !== undefined && quotation.next - quotation.first < 4;
}

/** Whether no sign and no sentence end stands between its words. */
function isUnbroken(view: WordBlock, candidate: FoundPredicate): boolean {
  for (let at = candidate.start + 1; at < candidate.next; at += 1) {
    if (/[\p{P}\p{S}]/u.test(view.words[at]?.gap ?? '')) return false;
  }
  return view.words[candidate.start]?.sentence === view.words[candidate.next - 1]?.sentence;
}

function readPredicate(view: WordBlock, found: FoundPredicate): Predicate | undefined {
  const entries = found.entries.filter((entry) => isAsserted(entry, found));
  const [entry, other] = entries;
  if (entry === undefined || isNoun(view, found) || isInfinitive(view, found) || isSupposed(view, found))
    return undefined;
  const keys = keyOf(entry.phrase).split(' ');
  const frame = frameOf(entry, keys);
  if (frame === undefined) return undefined;
  const softened = found.verb.negated && (entry.act === 'deny' || entry.act === 'rule_out');
  return {
    start: found.start,
    next: found.next,
    act: softened ? 'not_rule_out' : refusal(entry, found) ? 'reject_proposal' : entry.act,
    stance: softened ? 'not_ruled_out' : refusal(entry, found) ? 'deny' : entry.stance,
    frame,
    negated: found.verb.negated,
    plural: found.verb.plural === true,
    past: found.verb.tense !== 'present' && found.verb.tense !== 'future',
    passive: found.verb.passive || isImpersonal(entry),
    ...(other && other.act !== entry.act && !softened && { otherAct: other.act }),
    flags: [],
  };
}

/**
 * A negated verb reports nothing («اعلام نکرد»), but for denials («رد نکرد»), refusals («موافقت نکرد») and entries
 * that are negated themselves («نپذیرفت»).
 */
function isAsserted(entry: ReportingPredicate, { verb }: FoundPredicate): boolean {
  if (!verb.negated) return true;
  return (
    entry.act === 'deny' || entry.act === 'rule_out' || refusalPhrase(entry) || isNegatedEntry(entry.phrase)
  );
}

function isNegatedEntry(phrase: string): boolean {
  return / ن|^ن[هپ]/.test(phrase);
}

function refusalPhrase(entry: ReportingPredicate): boolean {
  return entry.phrase === 'موافقت کرد';
}

function refusal(entry: ReportingPredicate, { verb }: FoundPredicate): boolean {
  return verb.negated && refusalPhrase(entry);
}

/** «باید گفت», «می‌توان آن را مهم دانست»: what one ought to say, nobody says. */
function isInfinitive(view: WordBlock, { verb, start, next }: FoundPredicate): boolean {
  if (verb.tense !== 'past' || verb.plural === true || verb.negated) return false;
  const { quote } = view.words[start] ?? {};
  let most = 16;
  for (let at = start - 1; at >= 0 && most > 0; at -= 1) {
    // Titles in marks say nothing of the verb: «می‌توان به «الف: ب» و «پ» اشاره کرد».
    if (view.words[at]?.quote !== quote) continue;
    most -= 1;
    if (/[.؛:!؟]/.test(view.words[at + 1]?.gap ?? '')) return false;
    if (/^(?:ن?باید|ن?می(?:توان|شود)|بتوان)$/.test(view.keys[at] ?? '')) return !isAnnounced(view, at, next);
    if (isFiniteAt(view, at)) return false;
  }
  return false;
}

/** «اگر با این شرط موافقت نمی‌کردند», «اگر کسی ادعا کند که …»: supposed, not done. */
function isSupposed(view: WordBlock, { start }: FoundPredicate): boolean {
  for (let at = start - 1; at >= Math.max(0, start - 12); at -= 1) {
    if (/[.؛:!؟]/.test(view.words[at + 1]?.gap ?? '') || isFiniteAt(view, at)) return false;
    if (/^(?:اگر|چنانچه)$/.test(view.keys[at] ?? '')) return true;
  }
  return false;
}

/** «… برگزار می‌شود گفت:», «نباید دلخوش بود افزود:»: a colon opens speech, but for «باید گفت:». */
function isAnnounced(view: WordBlock, modal: number, next: number): boolean {
  const isClause = /شود$/.test(view.keys[modal] ?? '') || isFiniteAt(view, next - 2) || next - modal > 3;
  return isClause && /^[\s»"”)]*[:：]/.test(gapAfter(view, next - 1));
}

/** «گفته بودید», «گفته‌ام»: not the third person. */
const OTHER_PERSONS = /^(?:بود(?:م|ی|یم|ید)|ام|ای|ایم|اید|باشم|باشیم|باشید)$/;

const ADDED = /^(?:اضافه|افزوده)$/;

/** «به فهرست اضافه شد», «افزوده شدن», «ارزش افزوده»: what is added is no speech. */
function isAddition({ keys }: WordBlock, found: FoundPredicate): boolean {
  const { verb, start, next } = found;
  if (!ADDED.test(keys[start] ?? '')) return false;
  return keys[start - 1] === 'ارزش' || verb.passive || isPassive(found) || /^شد/.test(keys[next] ?? '');
}

/**
 * «به گفته», «این گفته», «گفت و شنود», «اعلام شده» before a noun: words that only look like a predicate; a passive
 * needs «که» or «:» to report.
 */
function isNoun(view: WordBlock, found: FoundPredicate): boolean {
  const { verb, start, next } = found;
  if (isAddition(view, found)) return true;
  if (verb.passive || isPassive(found)) return view.keys[start] === 'منتشر' || !isMarked(view, next - 1);
  if (verb.tense === 'participle' && OTHER_PERSONS.test(view.keys[next] ?? '')) return true;
  if (next !== start + 1) return false;
  if (view.keys[start] === 'گفت' && view.keys[next] === 'و')
    return /^ش?ن?(?:گو|شنود|وگو)/.test(view.keys[next + 1] ?? '');
  return verb.tense === 'participle' && PREDICATE_WORDS.beforeNouns.has(view.keys[start - 1]);
}

/** «گمانه‌زنی‌هایی وجود دارد»: nobody speaks. */
function isImpersonal({ phrase }: ReportingPredicate): boolean {
  return phrase.endsWith('وجود دارد');
}

/** «گزارش شد» is the passive of «گزارش کرد». */
function isPassive({ entries, verb }: FoundPredicate): boolean {
  return verb.lemma === 'شد' && entries.some(({ phrase }) => / کرد$/.test(phrase));
}

/** Whether «که», «:» or a quotation stands behind a word. */
export function isMarked(view: WordBlock, at: number): boolean {
  const gap = gapAfter(view, at);
  return /^[\s»"”)]*[:：]/.test(gap) || /[«"“]/.test(gap) || view.keys[at + 1] === 'که';
}
