import type { Entity, Mention, MentionVia } from '../model/entity.js';
import type { Span } from '../model/span.js';
import { type Line, type WordRange, wordsOf } from './contact_line.js';
import { MEDIUM } from './contact_words.js';

/** Somebody who may be a party of a contact, as the words around a trigger name him. */
export interface Party extends WordRange {
  readonly name: string;
  readonly entity?: string;
  /** Entity id of the country on whose side the party stands. */
  readonly side?: string;
  readonly via: MentionVia;
  /** Absent when nobody names him: the speaker of «با فیدان دیدار کردم». */
  readonly span?: Span;
  readonly role?: Span;
  /** `state` for countries and their seats, `group` for «دو طرف», which names nobody by itself. */
  readonly type: 'person' | 'organisation' | 'state' | 'group';
  /** Words before the name or instead of it tell an office that many hold: «وزرای خارجهٔ …». */
  readonly plural?: boolean;
}

/** What is known of names beyond one article. */
export interface Known {
  entityOf(id: string | undefined): Entity | undefined;
  /** Country id of the key of an adjective: «روس», «آمریکایی». */
  countryOf(adjective: string): string | undefined;
  /** Offices of a person at the time of the article: `foreign-minister@country.ru`. */
  officesOf(id: string | undefined): readonly string[];
  /** Who holds the office with these letters in a country at that time. */
  holderOfWords(office: string, country: string): Entity | undefined;
  /** The two people of the article who hold an office: «دو رئیس‌جمهور»; empty when they are not two. */
  pairOf(office: string): readonly Entity[];
  /** The two states of whose people and places the article says most. */
  mainStates(): readonly Entity[];
  /** The two states that an article is about; empty when it is about more or fewer. */
  dyad(): readonly Entity[];
  /** Whether the article is about sport, where states play. */
  isOfSport(): boolean;
  /** The only state that an article is about; nothing when it is about more. */
  soleState(): Entity | undefined;
  /** The state that bears exactly this name. */
  stateNamed(name: string): Entity | undefined;
  /** The state for which «دولت روحانی» or «تیم مذاکره‌کننده ایران» acts. */
  governmentOf(name: string): Entity | undefined;
  /** Who holds an office at that time, if one person does. */
  holderOf(office: string): Entity | undefined;
}

export interface Item extends WordRange {
  readonly mention: Mention;
  /** Only an adjective of a country: it completes a title and is nobody by itself unless in the plural. */
  readonly adjective?: boolean;
}

/** A line with the mentions that may be parties, the widest where several overlap. */
export interface PartyLine {
  readonly line: Line;
  readonly items: readonly Item[];
  readonly known: Known;
}

/** Prepares a line for the search of parties. */
export function readPartyLine(line: Line, known: Known): PartyLine {
  const items: Item[] = [];
  for (const mention of line.mentions) {
    if (mention.via === 'unnamed') continue;
    const { from, to } = wordsOf(line, unionOf(mention.span, mention.role));
    const outer = items.findIndex((each) => each.from <= from && each.to >= to);
    const sameSpan = items.filter((each) => each.from === from && each.to === to);
    if (outer >= 0 && sameSpan.length === 0) continue;
    items.push({ from, to, mention });
  }
  const widest = items.filter(
    (item) =>
      !items.some(
        (other) =>
          other !== item && other.from <= item.from && other.to >= item.to && size(other) > size(item),
      ),
  );
  const free = line.words.flatMap((word, at): Item[] => {
    if (widest.some((item) => item.from <= at && at < item.to)) return [];
    const country = known.countryOf(word.key.replace(/(?:ها|های|هایی|ی)$/u, '')) ?? known.countryOf(word.key);
    if (country === undefined) return [];
    const span = { start: word.start, end: word.end };
    const mention = { entity: country, via: 'org' as const, span, rule: 'contact/country-adjective' };
    return [{ from: at, to: at + 1, mention, adjective: !/ها(?:ی|یی)?$/u.test(word.key) }];
  });
  return { line, items: [...widest, ...free].sort((a, b) => a.from - b.from), known };
}

function size(range: WordRange): number {
  return range.to - range.from;
}

function unionOf(span: Span, role: Span | undefined): Span {
  if (role === undefined) return span;
  return { start: Math.min(span.start, role.start), end: Math.max(span.end, role.end) };
}

/** A mention as a party: a capital or a seat of government stands for its country. */
export function partyOf({ line, known }: PartyLine, item: Item): Party {
  const { mention, from, to } = item;
  const entity = known.entityOf(mention.entity);
  const words = line.text.slice(mention.span.start, mention.span.end);
  const state =
    entity?.type === 'place' && entity.side !== undefined ? known.entityOf(entity.side) : undefined;
  const shown = actingState(line, item, known) ?? state ?? entity;
  return {
    from,
    to,
    name: shown?.name ?? words,
    ...(shown !== undefined && { entity: shown.id }),
    ...((shown?.side ?? entity?.side) !== undefined && { side: shown?.side ?? entity?.side }),
    via: mention.via,
    span: mention.span,
    ...(mention.role && { role: mention.role }),
    type: typeOf(shown, mention.via),
  };
}

/** The state behind «دولت روحانی», or behind «جمهوری اسلامی» where no newspaper is meant. */
function actingState(line: Line, { mention, from }: Item, known: Known): Entity | undefined {
  const entity = known.entityOf(mention.entity);
  if (entity?.type !== 'organisation') return undefined;
  const isOutlet = entity.id.startsWith('outlet.');
  if (isOutlet && !MEDIUM.test(line.keys[from - 1] ?? '')) return known.stateNamed(entity.name);
  return !isOutlet && entity.side === undefined ? known.governmentOf(entity.name) : undefined;
}

function typeOf(entity: Entity | undefined, via: MentionVia): Party['type'] {
  if (entity === undefined) return via === 'org' ? 'organisation' : 'person';
  if (entity.type === 'place') return 'state';
  return entity.type;
}

/** A person or office as the state behind it. */
export function stateOf(party: Party, known: Known): Party {
  const state = known.entityOf(party.side);
  if (state === undefined) return party;
  const { role: _, ...rest } = party;
  return { ...rest, name: state.name, entity: state.id, type: 'state' };
}
