/** Where the object of a predicate begins: behind the subject that stands before it. */

import { skipAdverbials } from './object_adverbials.js';
import { isObjectHead } from './object_heads.js';
import { OBJECT_WORDS } from './object_words.js';
import { skipLeading } from './speaker_leading.js';
import { readSubject } from './speaker_phrase.js';
import { type Segment, subjectSegments } from './speaker_region.js';
import { isTime } from './speaker_times.js';
import type { SpeakerPhrase, SpeakerView } from './speaker_view.js';
import { ADVERBS, BODIES, PREPOSITIONS, TITLES } from './speaker_words.js';
import type { WordBlock } from './statement_words.js';

/** Where the object begins: behind the subject and its adverbials. */
export function objectStart(speakers: SpeakerView, range: Segment): number | undefined {
  const { view } = speakers;
  if (isPronounObject(speakers, range)) return range.to - 1;
  const [segment] = subjectSegments(view, range);
  if (segment === undefined) return undefined;
  const subject = readSubject(speakers, segment);
  const isSwallowed =
    subject !== undefined && view.keys.slice(subject.to, subject.to + MOST_TO_AGENT).includes('توسط');
  let at =
    subject === undefined
      ? skipLeading(speakers, segment)
      : isSwallowed
        ? leadingEnd(speakers, segment)
        : subjectEnd(speakers, subject, range.to);
  at = behindComma(view, skipAdverbials(speakers, at, range.to), range.to);
  return at < range.to ? at : segment.from;
}

/** «…، آن را تهدید خواند», «همسر سهندی او را … توصیف می‌کند»: the pronoun before «را» is all of the object. */
function isPronounObject({ view, mentions }: SpeakerView, { from, to }: Segment): boolean {
  const at = to - 1;
  if (at <= from || !/^(?:او|وی|آن|این|آنها|آنان|ایشان)$/.test(view.keys[at] ?? '')) return false;
  if (/[،,]/.test(view.words[at]?.gap ?? '')) return true;
  return [1, 2, 3].some((back) => {
    const before = mentions.get(at - back);
    return before?.to === at && before.type === 'person';
  });
}

/** Words of the object between what was read as the subject and «توسط». */
const MOST_TO_AGENT = 3;

/** «وزارت نیرو تصرف «تپه» توسط ارتش را تکذیب کرد»: who acts by «توسط» acts in the object; the leading name denies it. */
function leadingEnd(speakers: SpeakerView, segment: Segment): number {
  const start = skipLeading(speakers, segment);
  return speakers.mentions.get(start)?.to ?? Math.min(start + 2, segment.to - 1);
}

/**
 * «ستاد ارتش آرانیا، دفتر سخنگو، این گزارش‌ها را رد کرد»: a noun that is denied stands behind the comma, and nothing before
 * it is one.
 */
function behindComma(view: WordBlock, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    if (at > from && isDenied(view, at)) return at;
    if (isObjectHead(view, at)) return from;
  }
  return from;
}

/** «، این گزارش‌ها»: speech that is denied, right behind a comma. */
function isDenied(view: WordBlock, at: number): boolean {
  const key = view.keys[at] ?? '';
  const noun = /^(?:این|آن)$/.test(key) ? (view.keys[at + 1] ?? '') : key;
  return /[،,]/.test(view.words[at]?.gap ?? '') && OBJECT_WORDS.denied.has(noun);
}

/** A subject that swallowed its object gives it back where a head of objects stands in it. */
function subjectEnd({ view, mentions }: SpeakerView, subject: SpeakerPhrase, to: number): number {
  const head = objectInside({ view, mentions }, subject, to);
  if (head !== undefined) return head;
  const isFree = subject.to < to;
  // «… و این حضور را …»: what points is the object itself, no subject stands before it.
  if (!isFree && subject.pointing && subject.via !== 'pronoun') return subject.from;
  if (isNoTitle(view, subject)) return subject.name.to;
  if (subject.isWeak === true) return isFree && beginsAnew(view, subject.to) ? subject.to : subject.from;
  const title = subject.role;
  if (title !== undefined && title.from === subject.name.to && title.to === subject.to && !isFree)
    return behindTitle({ view, mentions }, title);
  const mention = mentions.get(subject.from);
  if (mention !== undefined && mention.to < subject.to && subject.role === undefined) return mention.to;
  if (isFree || subject.via === 'pronoun') return subject.to;
  return bodyEnd(mentions, subject.from, to) ?? Math.min(subject.from + 2, to - 1);
}

/** «مدرس اقتصاد دانشگاه آزاد شاخص‌ها را …»: the body of an office belongs to it. */
function bodyEnd(mentions: SpeakerView['mentions'], from: number, to: number): number | undefined {
  for (let at = from + 1; at <= from + 3; at += 1) {
    const end = mentions.get(at)?.to;
    if (end !== undefined && end < to) return end;
  }
  return undefined;
}

/** «روزنامه‌نگاران موریایی رئیس‌جمهور کاجستان را …»: the office at its end is the object, not a part of the unnamed. */
function objectInside(
  { view, mentions }: Pick<SpeakerView, 'view' | 'mentions'>,
  { from, to, via }: SpeakerPhrase,
  end: number,
): number | undefined {
  for (let at = from + 1; at < to; at += 1) if (isObjectHead(view, at)) return at;
  if (via !== 'unnamed') return undefined;
  for (let at = from + 2; at < end; at += 1) {
    const found = mentions.get(at);
    if (found?.to === end && (found.type === 'person' || found.mention.via === 'role')) return at;
  }
  return undefined;
}

/** «محسن غرویان رفتارهای گروهی از طلاب را …»: what follows a name without a comma or a title is not his. */
function isNoTitle({ words, keys }: WordBlock, { role, name, via }: SpeakerPhrase): boolean {
  if (via !== 'name' || role === undefined || role.from !== name.to) return false;
  const key = keys[role.from] ?? '';
  return !/[،,ـ–-]/.test(words[role.from]?.gap ?? '') && !TITLES.has(key) && !BODIES.has(key);
}

/** «هنیه، رئیس دفتر سیاسی حماس، …»: behind the last name in the title; without a title, right behind the name. */
function behindTitle({ view, mentions }: Pick<SpeakerView, 'view' | 'mentions'>, title: Segment): number {
  if (!/[،,]/.test(view.words[title.from]?.gap ?? '') && !TITLES.has(view.keys[title.from] ?? ''))
    return title.from;
  for (let at = title.to - 1; at > title.from; at -= 1) {
    const end = mentions.get(at)?.to;
    if (end !== undefined && end < title.to && view.keys[end] !== 'و') return end;
  }
  return Math.min(title.from + 2, title.to - 1);
}

/** Whether something other than the rest of a name begins at a word. */
function beginsAnew(view: WordBlock, at: number): boolean {
  const key = view.keys[at] ?? '';
  return (
    PREPOSITIONS.has(key) ||
    isObjectHead(view, at) ||
    ADVERBS.has(key) ||
    isTime(view, at) ||
    /[،,]/.test(view.words[at]?.gap ?? '')
  );
}
