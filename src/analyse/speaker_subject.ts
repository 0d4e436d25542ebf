import { isGivenName } from './names_features.js';
import type { Predicate } from './predicate_find.js';
import { textBefore } from './predicate_texts.js';
import { findSubject, readSubject } from './speaker_phrase.js';
import { type Segment, subjectSegments } from './speaker_region.js';
import { isTime } from './speaker_times.js';
import type { SpeakerPhrase, SpeakerView } from './speaker_view.js';
import { ADVERBS, DEMONSTRATIVES, PREPOSITIONS } from './speaker_words.js';
import { isFiniteAt, type WordBlock } from './statement_words.js';
import { SUBJECT_WORDS } from './subject_words.js';

/** Where the subject of a predicate may stand. */
export interface SubjectRange {
  readonly from: number;
  readonly to: number;
  /** The content stands before the verb, so that a mere name may be a part of it. */
  readonly isObject: boolean;
}

/** Who speaks by a predicate, as far as its own sentence says. */
export function subjectOf(
  speakers: SpeakerView,
  predicate: Predicate,
  range: SubjectRange,
): SpeakerPhrase | undefined {
  const text = predicate.inText ?? (predicate.passive ? textIn(speakers.view, range.to) : undefined);
  const agent = predicate.passive ? agentOf(speakers, range) : undefined;
  if (text !== undefined && agent === undefined) return textSubject(speakers, text, range.to);
  if (predicate.passive) return agent;
  const segments = subjectSegments(speakers.view, range);
  const cited =
    (/^(?:claim|announce)$/.test(predicate.act) ? undefined : citedSource(speakers, segments)) ??
    ownerBefore(speakers, range);
  const found = cited ?? agreeing(speakers, predicate, segments) ?? findSubject(speakers, segments);
  const isSure =
    found !== undefined && (found.isWeak !== true || !range.isObject || standsApart(speakers, found));
  return isSure ? found : (earlierSubject(speakers, range, segments) ?? (range.isObject ? undefined : found));
}

/** «شکستی برای سهندی، وزیر خارجه، بود که گفته …»: behind a verb «که» takes up the last person before it. */
function ownerBefore({ view, mentions }: SpeakerView, { from, to }: SubjectRange): SpeakerPhrase | undefined {
  if (view.keys[to - 1] !== 'که' || !isFiniteAt(view, to - 2)) return undefined;
  for (let at = to - 2; at >= from; at -= 1) {
    const found = mentions.get(at);
    if (found === undefined || found.to > to || (found.type !== 'person' && found.mention.via !== 'role'))
      continue;
    const name = { from: found.from, to: found.to };
    const via = found.mention.via === 'role' ? 'role' : 'name';
    return { ...name, via, name, mention: found.mention, pointing: false };
  }
  return undefined;
}

/** «سهندی طرح را داد، اما قانون‌گذاران آن را رد کردند»: many do what the plural tells, not the one named before them. */
function agreeing(
  speakers: SpeakerView,
  { plural }: Predicate,
  segments: readonly Segment[],
): SpeakerPhrase | undefined {
  const nearest = plural ? findSubject(speakers, segments.slice(0, 1)) : undefined;
  const key = speakers.view.keys[nearest?.from ?? -1] ?? '';
  if (nearest?.isWeak !== true || !/...(?:ان|ها|های)$/.test(key)) return undefined;
  const { isWeak: _isWeak, ...sure } = nearest;
  return { ...sure, via: 'unnamed' };
}

/** «در این گزارش»; «این خبر ساعتی پیش اعلام شد» speaks of a text, not in it. */
export function textIn(view: WordBlock, to: number): number | undefined {
  const text = textBefore(view, to);
  if (text === undefined || !DEMONSTRATIVES.has(view.keys[text - 1] ?? '')) return text;
  return SUBJECT_WORDS.beforeTexts.has(view.keys[text - 2]) ? text : undefined;
}

/** A mere name before an object counts where something else than the rest of a noun phrase follows it. */
export function standsApart({ view }: SpeakerView, { to }: SpeakerPhrase): boolean {
  const key = view.keys[to] ?? '';
  return (
    PREPOSITIONS.has(key) || ADVERBS.has(key) || isTime(view, to) || /[،,]/.test(view.words[to]?.gap ?? '')
  );
}

/** «روسیه نیرو اعزام کرد و از آغاز عملیات خبر داد»: the subject of the clause before «و». */
function earlierSubject(
  speakers: SpeakerView,
  range: SubjectRange,
  segments: readonly Segment[],
): SpeakerPhrase | undefined {
  const { view } = speakers;
  let start = segments.at(-1)?.from ?? range.to;
  if (!isJoint(view, start)) return undefined;
  for (let step = 0; step < 4 && start > range.from; step += 1) {
    const before = subjectSegments(view, { from: range.from, to: start - 1 });
    const found = findSubject(speakers, before);
    if (found !== undefined && (found.isWeak !== true || standsApart(speakers, found))) return found;
    const doer = found && withoutObject(speakers.view, found);
    if (doer !== undefined) return doer;
    start = Math.min(start - 1, before.at(-1)?.from ?? range.from);
  }
  return undefined;
}

/** «صراف پیری کرکره را پایین کشید و پرسید»: the word before «را» is what he pulls, not his name. */
function withoutObject({ keys }: WordBlock, { from, name, via }: SpeakerPhrase): SpeakerPhrase | undefined {
  const ra = keys.indexOf('را', name.from);
  if (ra < 0 || ra > name.to || ra - 1 - name.from < 2) return undefined;
  return { from, to: ra - 1, via, name: { from: name.from, to: ra - 1 }, pointing: false, isWeak: true };
}

function isJoint(view: WordBlock, at: number): boolean {
  return (
    /^(?:و|اما|ولی|و(?:افزود|گفت|نوشت|اظهار|بیان|تاکید|تصریح|اضافه|ادامه|خاطرنشان|اعلام|عنوان).*)$/.test(
      view.keys[at] ?? '',
    ) || /،/.test(view.words[at]?.gap ?? '')
  );
}

/**
 * «این خبرگزاری به نقل از یک فرد مطلع نوشت», «از قول یک دیپلمات»: who is quoted speaks, not the medium; but «به نقل از یک فرد
 * مطلع ادعا کرد» is the medium's own claim.
 */
function citedSource(speakers: SpeakerView, segments: readonly Segment[]): SpeakerPhrase | undefined {
  for (const { from, to } of segments) {
    const quoting = quotingAt(speakers.view, { from: from + 1, to });
    if (quoting === undefined) continue;
    const found = readSubject(speakers, { from: quoting.next, to });
    const isLast = found !== undefined && to - found.to <= 1;
    if (isLast && readSubject(speakers, { from, to: quoting.at })?.via === 'org') return found;
  }
  return undefined;
}

/** Where «به نقل از» or «از قول» stands, and the word behind it. */
export function quotingAt(
  { keys }: WordBlock,
  { from, to }: Segment,
): { readonly at: number; readonly next: number } | undefined {
  for (let at = from; at < to - 2; at += 1) {
    if (keys[at] === 'به' && keys[at + 1] === 'نقل' && keys[at + 2] === 'از') return { at, next: at + 3 };
    if (keys[at] === 'از' && SUBJECT_WORDS.mouths.has(keys[at + 1])) return { at, next: at + 2 };
  }
  return undefined;
}

/** «در بیانیهٔ وزارت خارجه آمده است»: the text speaks. */
function textSubject(speakers: SpeakerView, from: number, to: number): SpeakerPhrase {
  const { keys } = speakers.view;
  const pointing = DEMONSTRATIVES.has(keys[from - 1] ?? '');
  const start = pointing ? from - 1 : from;
  let end = from + 1;
  while (
    end < to &&
    !PREPOSITIONS.has(keys[end] ?? '') &&
    keys[end] !== 'که' &&
    !/[،,]/.test(speakers.view.words[end]?.gap ?? '')
  )
    end += 1;
  const name = { from: start, to: end };
  const owner = pointing ? undefined : findSubject(speakers, [{ from: from + 1, to: end }]);
  const isOwner = owner?.isWeak !== true || isGivenName(keys[owner.name.from] ?? '');
  if (owner !== undefined && isOwner) return { ...owner, from: start };
  return { ...name, via: 'org', name, pointing };
}

/** «از سوی وزارت نیرو اعلام شد». */
function agentOf(
  speakers: SpeakerView,
  { from, to }: { readonly from: number; readonly to: number },
): SpeakerPhrase | undefined {
  const { keys } = speakers.view;
  for (let at = from; at < to; at += 1) {
    const by = keys[at] === 'توسط' ? at + 1 : SUBJECT_WORDS.agents.has(keys[at]) ? at + 1 : undefined;
    if (by !== undefined && by < to) return readSubject(speakers, { from: by, to });
  }
  return undefined;
}
