/** Whose name stands in a noun phrase, and what is only his title. */
import { PHRASE_WORDS } from './phrase_words.js';
import type { Segment } from './speaker_region.js';
import type { BlockMention, SpeakerPhrase, SpeakerView } from './speaker_view.js';
import { BODIES, HONORIFICS, TITLES } from './speaker_words.js';
import type { WordBlock } from './statement_words.js';

/** A phrase with somebody's name in it, or in marks, and what is only a title beside it. */
export function byName(speakers: SpeakerView, range: Segment, pointing: boolean): SpeakerPhrase | undefined {
  if (pointing) return undefined;
  const mentions = mentionsIn(speakers, range);
  const person = mentions.find(isPerson);
  if (person !== undefined && isHeadName(speakers, person, range))
    return together(speakers.view, mentions, { person, range }) ?? named(speakers.view, person, range);
  const quoted = quotedName(speakers, range);
  if (quoted !== undefined) {
    const role =
      quoted.from > range.from ? { from: range.from, to: quoted.from } : { from: quoted.to, to: range.to };
    const name = { from: behindHonorifics(speakers.view, quoted), to: quoted.to };
    return { ...range, via: 'name', name, ...(role.to > role.from && { role }), pointing: false };
  }
  const first = mentions[0];
  if (first === undefined || first.from !== range.from) return undefined;
  const others = listed(speakers.view, mentions, range);
  if (others.length > 0)
    return { ...ofMention(first, { from: first.from, to: first.to }, pointing), to: range.to, others };
  return first.to === range.to ? ofMention(first, range, pointing) : undefined;
}

/** «عراقچی و همتای ترک او گفتند»: two who say one thing. */
function together(
  view: WordBlock,
  mentions: readonly BlockMention[],
  { person, range }: { readonly person: BlockMention; readonly range: Segment },
): SpeakerPhrase | undefined {
  if (person !== mentions[0] || !view.keys.slice(person.to, range.to).includes('و')) return undefined;
  const others = listed(view, mentions, range).filter(
    (each) => isPerson(each) || each.mention.via === 'role',
  );
  if (others.length === 0) return undefined;
  return { ...named(view, person, { from: range.from, to: person.to }), to: range.to, others };
}

/** The other mentions of a list, when nothing but commas, «و» and «نیز» stands between: «رویترز و آکسیوس». */
function listed(view: WordBlock, mentions: readonly BlockMention[], range: Segment): readonly BlockMention[] {
  let at = mentions[0]?.to ?? range.to;
  for (const { from, to } of mentions.slice(1)) {
    const between = view.keys.slice(at, from);
    if (
      between.some((key) => key !== 'و') ||
      (between.length === 0 && !/[،,]/.test(view.words[from]?.gap ?? ''))
    )
      return [];
    at = to;
  }
  return at === range.to ? mentions.slice(1) : [];
}

function isPerson({ mention, type }: BlockMention): boolean {
  return mention.via === 'name' && (type === undefined || type === 'person');
}

/** The mentions that lie wholly in a range of words. */
export function mentionsIn({ mentions }: SpeakerView, { from, to }: Segment): BlockMention[] {
  const found: BlockMention[] = [];
  for (let at = from; at < to; at += 1) {
    const mention = mentions.get(at);
    if (mention !== undefined && mention.to <= to) found.push(mention);
  }
  return found;
}

/** A name that is the phrase's own: at its start, behind its title, in marks; not «مشاور ظریف». */
function isHeadName({ view }: SpeakerView, person: BlockMention, range: Segment): boolean {
  const isRelated = PHRASE_WORDS.related.has(view.keys[range.from]);
  if (person.from === range.from || (person.mention.role !== undefined && !isRelated)) return true;
  if (hasTitleBefore(person) || behindHonorifics(view, range) >= person.from) return true;
  if (view.words[person.from]?.quote !== -1 || HONORIFICS.has(view.keys[person.from - 1] ?? '')) return true;
  if (/[،,]/.test(view.words[person.from]?.gap ?? '')) return !isItemOf(view, person);
  return (
    person.to === range.to &&
    person.from - range.from >= 2 &&
    TITLES.has(view.keys[range.from] ?? '') &&
    person.to - person.from >= 2
  );
}

/** «رئیس هیئت جودو، جوجیتسو و کوراش»: one word between a comma and «و» is an item of a list before it is a name. */
function isItemOf({ keys }: WordBlock, { from, to, mention }: BlockMention): boolean {
  const isUnknown = mention.entity === undefined || mention.entity.startsWith('person.');
  return isUnknown && to - from === 1 && keys[to] === 'و';
}

/** «وزیر خارجه ظریف», not «مشاور ظریف وزیر خارجه». */
function hasTitleBefore({ mention: { role, span } }: BlockMention): boolean {
  return role !== undefined && role.start < span.start;
}

/** Index of the first word behind «حجت‌الاسلام و المسلمین سید»; a rank is no office. */
export function behindHonorifics({ keys }: WordBlock, { from, to }: Segment): number {
  let at = from;
  while (
    at < to - 1 &&
    (HONORIFICS.has(keys[at] ?? '') ||
      (at > from && /^(?:و|سید)$/.test(keys[at] ?? '')) ||
      keys[at] === 'سید')
  )
    at += 1;
  return at;
}

function named(view: WordBlock, person: BlockMention, range: Segment): SpeakerPhrase {
  const isBefore = person.from > range.from && behindHonorifics(view, range) < person.from;
  const role = isBefore ? { from: range.from, to: person.from } : { from: person.to, to: range.to };
  if (!isBefore && !isTitleAt(view, person.to))
    return { ...bareName(person, range), mention: person.mention };
  return {
    ...range,
    via: 'name',
    name: { from: person.from, to: person.to },
    ...(role.to > role.from && { role }),
    mention: person.mention,
    pointing: false,
  };
}

/** «قاسمی هر شانزده واحد …»: what follows a name without a comma and is no title is not his. */
function isTitleAt({ keys, words }: WordBlock, at: number): boolean {
  const key = keys[at] ?? '';
  return (
    /[^\s\u200c]/.test(words[at]?.gap ?? '') || TITLES.has(key) || BODIES.has(key) || HONORIFICS.has(key)
  );
}

function bareName({ from, to }: Segment, range: Segment): SpeakerPhrase {
  return { from: range.from, to, via: 'name', name: { from, to }, pointing: false };
}

/** A phrase that a mention begins, spoken by whomever it means. */
export function ofMention(found: BlockMention, range: Segment, pointing: boolean): SpeakerPhrase {
  const { mention, from, to } = found;
  const via =
    mention.via === 'implicit' ? 'role' : mention.via === 'name' && !isPerson(found) ? 'org' : mention.via;
  return {
    ...range,
    via,
    name: { from, to: Math.max(to, via === 'name' ? to : range.to) },
    mention,
    pointing,
  };
}

/** ««ژان ایو لودریان» وزیر خارجه»: a short quotation in the phrase. */
function quotedName({ view }: SpeakerView, range: Segment): Segment | undefined {
  for (const { first, next } of view.quotations) {
    if (first < range.from || next > range.to || next - first > 5) continue;
    const before = view.keys[first - 1] ?? '';
    if (first > range.from && (BODIES.has(before) || PHRASE_WORDS.namedThings.has(before))) continue;
    return BODIES.has(view.keys[range.from] ?? '') ? undefined : { from: first, to: next };
  }
  return undefined;
}
