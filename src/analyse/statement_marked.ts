import type { Predicate } from './predicate_find.js';
import { findSubject, readSubject } from './speaker_phrase.js';
import { subjectSegments } from './speaker_region.js';
import type { SpeakerPhrase, SpeakerView } from './speaker_view.js';
import type { Draft } from './statement_draft.js';
import type { Marker } from './statement_markers.js';
import { isFiniteAt, sentenceEnd, sentenceStart, type WordBlock } from './statement_words.js';

/** What a marker is drafted with: the statements and predicates of its block. */
export interface MarkerContext {
  readonly speakers: SpeakerView;
  readonly drafts: readonly Draft[];
  readonly predicates: readonly Predicate[];
}

/** The statement that a marker makes, if any. */
export function draftMarker(context: MarkerContext, marker: Marker): Draft[] {
  const { kind } = marker.rule;
  const found =
    kind === 'source'
      ? draftSource(context, marker)
      : kind === 'behind'
        ? draftQuoteBefore(context, marker)
        : draftClause(context, marker);
  return found === undefined ? [] : [found];
}

function base(marker: Marker, isObject: boolean): Omit<Draft, 'from' | 'to'> {
  const { rule, start, next } = marker;
  return {
    verb: { from: start, to: next },
    act: rule.act,
    stance: rule.stance,
    isObject,
    rule: rule.id,
    form: 'indirect',
    runsOn: false,
    inNextBlock: false,
    past: true,
    plural: false,
    passive: false,
    isMarker: true,
    sharesSentence: rule.kind === 'clause' || rule.kind === 'object',
    flags: [],
  };
}

/** «به گفتهٔ X، A»; at the end of a sentence («A، به گفتهٔ X.») the content stands before it. */
function draftSource(context: MarkerContext, marker: Marker): Draft | undefined {
  const { speakers, predicates } = context;
  const { view } = speakers;
  const end = sentenceEnd(view, marker.start);
  // No predicate stands inside the name of a source.
  const stop = predicates.find(({ start }) => start > marker.next)?.start ?? end;
  const subject = sourceOf(speakers, marker, Math.min(end, stop));
  if (subject === undefined) return undefined;
  const after = predicates.filter(({ start }) => start >= subject.to && start < end);
  if (marker.rule.weak === true && (after.length > 0 || isInsideSpeech(context, marker))) return undefined;
  if (view.keys[subject.to] === 'مبنی') return undefined;
  if (isInPassing(speakers, marker, { subject, governing: after[0]?.start })) return undefined;
  const draft = { ...base(marker, false), subject };
  const start = behindRelative(view, subject.to, end);
  const sentence = sentenceStart(view, marker.start);
  if (end - start < 2 || isLast(view, marker, { sentence, start, end })) {
    const name = { from: subject.name.from, to: Math.max(subject.name.to, end) };
    return { ...draft, subject: { ...subject, to: end, name }, from: sentence, to: marker.start };
  }
  const to = sourceContentEnd(
    view,
    { from: subject.to, to: end, isRelative: view.keys[marker.start - 1] === 'که' },
    after,
  );
  return to <= subject.to ? undefined : { ...draft, from: subject.to, to };
}

/** «رنجبر دربارهٔ برنامه‌ای که به گفتهٔ رسانه‌ها بزرگ است، به ما گفت: …»: the sentence is that of its own subject. */
function isInPassing(
  speakers: SpeakerView,
  marker: Marker,
  { subject, governing }: { readonly subject: SpeakerPhrase; readonly governing: number | undefined },
): boolean {
  const { view } = speakers;
  const leads = marker.start - sentenceStart(view, marker.start);
  if (governing === undefined || leads < 3) return false;
  for (let at = subject.to; at < governing; at += 1) if (isFiniteAt(view, at)) return false;
  return findSubject(speakers, [{ from: subject.to, to: governing }]) === undefined;
}

/** «سدها پر است، طبق گزارش شبکه ۷»: a few words behind the marker, and no verb among them. */
function isLast(
  view: WordBlock,
  marker: Marker,
  { sentence, start, end }: { readonly sentence: number; readonly start: number; readonly end: number },
): boolean {
  if (end - start > 3 || !/[،,؛]/.test(view.words[marker.start]?.gap ?? '')) return false;
  for (let at = start; at < end; at += 1) if (isFiniteAt(view, at)) return false;
  for (let at = sentence; at < marker.start; at += 1) if (isFiniteAt(view, at)) return true;
  return false;
}

/** «به گفتهٔ سه نفر که از دیدار خبر داشتند، …»: behind the relative clause of the source. */
function behindRelative(view: WordBlock, from: number, end: number): number {
  if (view.keys[from] !== 'که') return from;
  for (let at = from + 1; at < end; at += 1) if (/،/.test(view.words[at]?.gap ?? '')) return at;
  return from;
}

/** ««…»؛ این ادعای کاخ کرملین است.» */
function draftQuoteBefore({ speakers }: MarkerContext, marker: Marker): Draft | undefined {
  const { view } = speakers;
  const quotation = view.quotations.find(({ first, next }) => next === marker.start && next - first >= 4);
  const end = sentenceEnd(view, marker.start);
  if (quotation === undefined || !/^(?:است|بود)$/.test(view.keys[end - 1] ?? '')) return undefined;
  const subject = readSubject(speakers, { from: marker.next, to: end - 1 });
  if (subject === undefined) return undefined;
  const { first: from, next: to, inner } = quotation;
  return { ...base(marker, false), form: 'direct', from, to, inner, subject };
}

function isInsideSpeech({ drafts }: MarkerContext, marker: Marker): boolean {
  return drafts.some(({ from, to }) => from <= marker.start && marker.start < to);
}

/** The speaker behind the marker: up to the comma, else one noun phrase. */
function sourceOf(speakers: SpeakerView, marker: Marker, end: number): SpeakerPhrase | undefined {
  const { view } = speakers;
  const pointing = view.keys[marker.next - 2] === 'این';
  if (pointing) {
    const name = { from: marker.next - 2, to: marker.next };
    return { ...name, to: marker.next, via: 'org', name, pointing: true };
  }
  const found = readSubject(speakers, { from: marker.next, to: Math.min(end, marker.next + 24) });
  return found !== undefined && found.from <= marker.next + 1
    ? withoutContent(speakers, found, end)
    : undefined;
}

/** «به گفته معاون دانشگاه تهران ارزش این کالا …»: without a comma the source ends with the last name in it. */
function withoutContent({ view, mentions }: SpeakerView, found: SpeakerPhrase, end: number): SpeakerPhrase {
  const isLong = found.to - found.from > 3 && found.to < end && !/[،,]/.test(view.words[found.to]?.gap ?? '');
  if (!isLong || view.keys[found.to] === 'که' || (found.via !== 'role' && found.via !== 'unnamed'))
    return found;
  let to = view.keys[found.from + 1] === 'از' ? Math.min(found.from + 3, found.to) : found.from + 1;
  while (found.via === 'unnamed' && to < found.to && /ی$/.test(view.keys[to] ?? '')) to += 1;
  for (let at = found.from; at < found.to; at += 1) {
    const mention = mentions.get(at);
    if (mention !== undefined && mention.to < found.to) to = Math.max(to, mention.to);
  }
  if (found.via === 'role' && to === found.from + 1) return found;
  return { ...found, to, name: { from: found.name.from, to: Math.min(found.name.to, to) } };
}

function sourceContentEnd(
  view: WordBlock,
  range: { readonly from: number; readonly to: number; readonly isRelative: boolean },
  after: readonly Predicate[],
): number {
  if (!range.isRelative && after.length === 0) return range.to;
  const limit = after[0]?.start ?? range.to;
  for (let at = range.from; at < limit; at += 1) {
    if (isFiniteAt(view, at) && /،/.test(view.words[at + 1]?.gap ?? '')) return at + 1;
  }
  return range.to;
}

/** «با بیان اینکه A، … گفت»: A ends with the last verb before the clause of the governing predicate. */
function draftClause(context: MarkerContext, marker: Marker): Draft | undefined {
  const { speakers, predicates } = context;
  const { view } = speakers;
  const end = sentenceEnd(view, marker.start);
  const isObject = marker.rule.kind === 'object';
  const governing = predicates.find(
    ({ start }) => start >= marker.next && start < end && hasVerbBetween(view, marker.next, start, isObject),
  );
  if (isObject && governing === undefined) return undefined;
  const to = isObject
    ? objectEnd(view, marker.next, governing?.start ?? end)
    : clauseEnd(view, marker.next, governing?.start ?? end);
  if (to <= marker.next) return undefined;
  const subject = findSubject(
    speakers,
    subjectSegments(view, { from: sentenceStart(view, marker.start), to: marker.start }),
  );
  const quotation = view.quotations.find(({ first }) => first === marker.next);
  const isQuoted = quotation !== undefined && quotation.next - quotation.first >= 4;
  if (subject?.via === 'name') speakers.surnames.add(view.keys[subject.name.to - 1] ?? '');
  return {
    ...base(marker, isObject),
    from: marker.next,
    to: isQuoted ? quotation.next : to,
    ...(isQuoted && { form: 'direct' as const, inner: quotation.inner }),
    ...(subject && { subject }),
  };
}

function hasVerbBetween(view: WordBlock, from: number, to: number, isObject: boolean): boolean {
  if (isObject) return true;
  for (let at = from; at < to; at += 1) if (isFiniteAt(view, at)) return true;
  return /،/.test(view.words[to]?.gap ?? '');
}

function clauseEnd(view: WordBlock, from: number, limit: number): number {
  for (let at = limit - 1; at > from; at -= 1) if (isFiniteAt(view, at)) return at + 1;
  return commaBefore(view, from, limit) ?? limit;
}

function objectEnd(view: WordBlock, from: number, limit: number): number {
  return commaBefore(view, from, limit) ?? Math.min(limit, from + 12);
}

function commaBefore(view: WordBlock, from: number, limit: number): number | undefined {
  for (let at = from + 1; at <= limit; at += 1) if (/[،؛]/.test(view.words[at]?.gap ?? '')) return at;
  return undefined;
}
