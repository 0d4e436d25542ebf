import type { Entity, Mention, MentionVia } from '../model/entity.js';
import type { Span } from '../model/span.js';
import { type Line, spanOfWords, type WordRange, wordsOf } from './contact_line.js';
import { verbAt } from './contact_verbs.js';
import { DEMONSTRATIVE, isStop, STATE_HEAD, TITLE_HEAD } from './contact_words.js';

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

export interface PartyList extends WordRange {
  readonly parties: readonly Party[];
}

/** What is known of names beyond one article. */
export interface Known {
  entityOf(id: string | undefined): Entity | undefined;
  /** Country id of an adjective: «روس», «آمریکایی‌ها». */
  countryOf(adjective: string): string | undefined;
  /** Offices of a person at the time of the article: `foreign-minister@country.ru`. */
  officesOf(id: string | undefined): readonly string[];
  /** Who holds the office with these letters in a country at that time. */
  holderOfWords(office: string, country: string): Entity | undefined;
  /** The two people of the article who hold an office: «دو رئیس‌جمهور»; empty when they are not two. */
  pairOf(office: string): readonly Entity[];
  /** Who holds an office at that time, if one person does. */
  holderOf(office: string): Entity | undefined;
}

interface Item extends WordRange {
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

/** How many plain words may stand inside a list of parties: «رئیس سرویس اطلاعات خارجی …». */
const LONGEST_GAP = 7;

interface ListState {
  readonly parties: Party[];
  /** Word where the current segment (since the last comma or «و») begins. */
  segment: number;
  /** The segment begins with a plain word and holds no name yet. */
  head: string | undefined;
  isFresh: boolean;
  gap: number;
  end: number;
  /** An office in the plural that the countries behind it share. */
  shared: { readonly from: number; readonly to: number } | undefined;
}

/**
 * The parties that stand from a word on: «سرگئی لاوروف، وزیر خارجهٔ روسیه، و هاکان فیدان», «رؤسای جمهور روسیه و
 * ترکیه», «مقام‌های ارشد روسیه». Ends at a preposition, a verb or another noun.
 */
export function readParties(at: PartyLine, from: number, limit: number): PartyList {
  const { line } = at;
  const state: ListState = {
    parties: [],
    segment: from,
    head: undefined,
    isFresh: true,
    gap: 0,
    end: from,
    shared: undefined,
  };
  for (let index = from; index < limit; ) {
    const word = line.words[index];
    if (word === undefined || (index > from && /[:؛.؟!]/.test(word.before))) break;
    const behind = index > from && /[([]/.test(word.before) ? afterBracket(line, index) : index;
    if (behind > index) {
      index = behind;
      continue;
    }
    if (index > from && /[،,–—]|\s-\s/.test(word.before)) startSegment(state, index);
    if (word.key === 'و' && index > from) {
      startSegment(state, index + 1);
      index += 1;
      continue;
    }
    const group = state.isFresh && state.head === undefined ? groupAt(line, index) : undefined;
    if (group !== undefined) {
      state.parties.push(group);
      state.end = group.to;
      state.isFresh = false;
      index = group.to;
      continue;
    }
    const found = at.items.filter((item) => item.from === index);
    if (found.length > 0) {
      if (!takeItems(at, state, found)) break;
      index = Math.max(...found.map((item) => item.to));
      continue;
    }
    if (!takeWord(at, state, index)) break;
    index += 1;
  }
  return withHead(at, { parties: state.parties, from, to: state.end }, limit);
}

/** «هیئتی از سوئد به ریاست مارگوت والستروم»: who heads a delegation stands for it. */
function withHead(at: PartyLine, list: PartyList, limit: number): PartyList {
  const [to = '', office = ''] = at.line.keys.slice(list.to, list.to + 2);
  const last = list.parties.at(-1);
  if (to !== 'به' || !/^(?:ریاست|سرپرستی|رهبری)$/u.test(office) || last === undefined) return list;
  const { parties, to: end } = readParties(at, list.to + 2, limit);
  const [head] = parties;
  return head === undefined ? list : { parties: [...list.parties.slice(0, -1), head], from: list.from, to: end };
}

/** The word behind a bracket that opens before a word: «[رئیس ستاد ارتش آمریکا]» is a remark on the name. */
function afterBracket(line: Line, from: number): number {
  for (let index = from + 1; index < Math.min(line.words.length, from + LONGEST_REMARK); index += 1) {
    if (/[)\]]/.test(line.words[index]?.before ?? '')) return index;
  }
  return from;
}

/** Words that a remark in brackets may have. */
const LONGEST_REMARK = 12;

function startSegment(state: ListState, at: number): void {
  state.segment = at;
  state.head = undefined;
  state.isFresh = true;
  state.gap = 0;
}

/** A plain word: goes on inside a name's segment; begins one only as a title; nothing else belongs to a list. */
function takeWord({ line }: PartyLine, state: ListState, index: number): boolean {
  const key = line.keys[index] ?? '';
  const isOrigin = key === 'از' && /^(?:هیات|هییت|هیاتی|هییتی)$/u.test(state.head ?? '');
  if (isOrigin) return true;
  if (isStop(key) || verbAt(line.keys, index) !== undefined) return false;
  state.gap += 1;
  if (state.gap > LONGEST_GAP) return false;
  if (state.isFresh && state.head === undefined) {
    if (DEMONSTRATIVE.test(key)) return true;
    if (!TITLE_HEAD.test(key) && !STATE_HEAD.test(key)) return false;
    state.head = key;
  }
  return true;
}

/** «دو طرف», «دو کشور», «طرفین»: whoever was spoken of last. */
function groupAt(line: Line, index: number): Party | undefined {
  const [first = '', second = ''] = line.keys.slice(index, index + 2);
  const isPair =
    /^(?:دو|هردو)$/.test(first) &&
    /^(?:طرف|کشور|رییسجمهور|رییسجمهوری|وزیر|مقام|دولت|رهبر|فرمانده|وزارتخانه|دیپلمات|نخستوزیر|همسایه|هیات|هییت)$/.test(
      second,
    );
  const one = /^(?:طرفین|دوطرف|روسایجمهور|دوکشور|سران)$/.test(first) && !/^(?:کشور|گروه|سه|قوا|عشایر)/.test(second);
  if (!isPair && !one) return undefined;
  const range = { from: index, to: index + (isPair ? 2 : 1) };
  const span = spanOfWords(line, range);
  return { ...range, span, name: line.text.slice(span.start, span.end), via: 'implicit', type: 'group' };
}

/** A mention: a new party, another name of the last one, or what a title before it belongs to. */
function takeItems(at: PartyLine, state: ListState, found: readonly Item[]): boolean {
  const [first] = found;
  if (first === undefined) return false;
  const parties = found.map((item) => partyOf(at, item));
  const [party] = parties;
  const last = state.parties.at(-1);
  if (party === undefined || party.entity?.startsWith('outlet.')) return false;
  if (first.adjective && state.head === undefined && state.isFresh) return false;
  const sign = at.line.words[party.from]?.before ?? '';
  if (state.isFresh && last?.type === 'state' && party.type === 'person' && /[،,]/.test(sign)) return false;
  state.end = Math.max(...found.map((item) => item.to));
  state.gap = 0;
  if (found.length > 1) {
    state.parties.push(...parties.map((each) => ({ ...each, plural: true })));
  } else if (state.head !== undefined) {
    takeTitled(at, state, party);
  } else if (state.isFresh && isArmyOf(at, last, party)) {
    state.parties.push(armyOf(at, last, party));
  } else if (state.isFresh) {
    if (!isApposition(party, last, sign)) pushShared(at, state, party);
  } else if (last !== undefined && party.type === 'person' && last.type !== 'person') {
    state.parties[state.parties.length - 1] = party;
  } else if (last !== undefined && isNameOf(party, last)) {
    state.parties[state.parties.length - 1] = { ...party, from: last.from };
  }
  state.isFresh = false;
  state.head = undefined;
  return true;
}

/** «ارتش‌های آمریکا **و روسیه**»: the institution in the plural is the second country's too. */
function isArmyOf({ line }: PartyLine, last: Party | undefined, party: Party): last is Party {
  if (last?.type !== 'organisation' || party.type !== 'state') return false;
  return /^(?:ارتش|نیرو|وزارتخانه|پارلمان|دستگاه)های$/u.test(line.keys[last.from] ?? '');
}

function armyOf({ line }: PartyLine, last: Party, party: Party): Party {
  const word = line.text.slice(line.words[last.from]?.start, line.words[last.from]?.end).replace(/[\s\u200c]?های$/u, '');
  return { ...withoutEntity(party), name: `${word} ${party.name}`, type: 'organisation', via: 'org' };
}

/** «وزیر خارجهٔ چین» without a mention of its own; «مشاور ترامپ»; «دولت آمریکا»; «وزرای خارجهٔ ایران و ترکیه». */
function takeTitled(at: PartyLine, state: ListState, party: Party): void {
  const { line } = at;
  const head = state.head ?? '';
  const last = state.parties.at(-1);
  const sign = line.words[state.segment]?.before ?? '';
  if (STATE_HEAD.test(head)) {
    state.parties.push({ ...party, from: state.segment });
    return;
  }
  if (last !== undefined && last.type === 'person' && /[،,»]/.test(sign)) return;
  const isOwnTitle = party.type === 'person' && !AIDE.test(line.keys[party.from - 1] ?? '');
  if (isOwnTitle) {
    state.parties.push({ ...party, from: state.segment });
    return;
  }
  const range = { from: state.segment, to: party.to };
  const titled = titledParty(at, range, party);
  state.parties.push(titled);
  if (PLURAL_TITLE.test(head)) state.shared = { from: state.segment, to: party.from };
}

/** Titles that are somebody's: «مشاور ترامپ» is not Trump. */
const AIDE =
  /^(?:مشاور|معاون|دستیار|فرستاده|نماینده|سخنگوی|وکیل|داماد|همسر|پسر|دختر|برادر|مشاوران|نمایندگان)$/u;
const PLURAL_TITLE =
  /^(?:روسا|روسای|روسایجمهور|وزرا|وزرای|وزیران|سفرا|سفرای|سفیران|رهبران|سران|مقامات|مقامهای|فرماندهان|نمایندگان|ارتشهای|هیاتهای|هییتهای|کارشناسان|دبیران|دیپلماتهای|نخستوزیران|شهرداران|معاونان|طرفهای|دولتهای|مسیولان|کشورهای)$/u;

/** Officials without names stand for their state: «مقام‌های ارشد روسیه», «هیئت‌های کارشناسی دو کشور». */
const COLLECTIVE =
  /^(?:مقامات|مقامهای|مسیولان|کارشناسان|هیاتهای|هییتهای|هیات|هییت|هیاتی|هییتی|نمایندگان|دیپلماتهای|رهبران|سران|روسا|روسای|وزرا|وزرای|وزیران|سفرا|دولتمردان|دستگاه)$/u;

function titledParty(at: PartyLine, range: WordRange, owner: Party): Party {
  const { line } = at;
  const span = spanOfWords(line, range);
  const head = line.keys[range.from] ?? '';
  const holder = holderOf(at, range, owner);
  if (holder !== undefined) return { ...range, span, role: span, via: 'role', ...holder, type: 'person', plural: true };
  if (COLLECTIVE.test(head) && owner.type !== 'person') return { ...owner, ...range, span, role: span, plural: true };
  return {
    ...range,
    span,
    name: line.text.slice(span.start, span.end).replace(/^[«"]|[»"]$/g, ''),
    ...(owner.side !== undefined && { side: owner.side }),
    via: 'role',
    type: /^(?:ارتش|هیات|هییت|نیرو)/u.test(line.keys[range.from] ?? '') ? 'organisation' : 'person',
    ...(PLURAL_TITLE.test(line.keys[range.from] ?? '') && { plural: true }),
  };
}

/** Who holds the office of a title in the owner's country: «رؤسای سرویس‌های اطلاعاتی نیلوان و مرداویا» are two people. */
function holderOf(
  { line, known }: PartyLine,
  title: WordRange,
  owner: Party,
): { name: string; entity: string; side?: string } | undefined {
  if (owner.side === undefined) return undefined;
  const words = line.keys.slice(title.from, Math.min(title.to, owner.from > title.from ? owner.from : title.to));
  const [head = '', ...rest] = words;
  const one = [SINGULAR.get(head) ?? head, ...rest.map((word) => word.replace(/(?:ها|های)$/u, ''))].join('');
  const entity = [one, one.replace(/ی$/u, '')]
    .map((office) => known.holderOfWords(office, owner.side ?? ''))
    .find((each) => each !== undefined);
  if (entity === undefined) return undefined;
  return { name: entity.name, entity: entity.id, ...(entity.side !== undefined && { side: entity.side }) };
}

const SINGULAR: ReadonlyMap<string, string> = new Map([
  ['روسای', 'رییس'],
  ['روسا', 'رییس'],
  ['وزرای', 'وزیر'],
  ['وزیران', 'وزیر'],
  ['سفرای', 'سفیر'],
  ['دبیران', 'دبیر'],
  ['فرماندهان', 'فرمانده'],
  ['رهبران', 'رهبر'],
  ['نخستوزیران', 'نخستوزیر'],
]);

/** «روسای جمهور روسیه **و ترکیه**»: the office before the first country is the second one's too. */
function pushShared(at: PartyLine, state: ListState, party: Party): void {
  const { line } = at;
  if (state.shared === undefined || party.type !== 'state') {
    state.parties.push(party);
    return;
  }
  const title = spanOfWords(line, state.shared);
  const holder = holderOf(at, state.shared, { ...party, from: state.shared.to });
  if (holder !== undefined) {
    state.parties.push({ ...party, role: title, via: 'role', ...holder, type: 'person', plural: true });
    return;
  }
  if (COLLECTIVE.test(line.keys[state.shared.from] ?? '')) {
    state.parties.push({ ...party, role: title, plural: true });
    return;
  }
  const name = `${line.text.slice(title.start, title.end)} ${party.span === undefined ? party.name : line.text.slice(party.span.start, party.span.end)}`;
  state.parties.push({ ...withoutEntity(party), name, via: 'role', type: 'person', plural: true });
}

function withoutEntity({ entity: _, ...party }: Party): Party {
  return party;
}

/** A title or the same person again behind a comma, a bracket or closing quotes. */
function isApposition(party: Party, last: Party | undefined, sign: string): boolean {
  if (last === undefined || !/[،,(»–-]/.test(sign)) return false;
  if (party.entity !== undefined && party.entity === last.entity) return true;
  return party.via === 'role' && party.entity === undefined && last.type === 'person' && last.via === 'name';
}

/** The name behind a title: «رئیس‌جمهور روسیه ولادیمیر پوتین». */
function isNameOf(party: Party, last: Party): boolean {
  return (
    party.type === 'person' &&
    last.via === 'role' &&
    party.via === 'name' &&
    (last.entity === undefined || last.entity === party.entity)
  );
}

/** A mention as a party: a capital or a seat of government stands for its country. */
function partyOf({ line, known }: PartyLine, item: Item): Party {
  const { mention, from, to } = item;
  const entity = known.entityOf(mention.entity);
  const words = line.text.slice(mention.span.start, mention.span.end);
  const state =
    entity?.type === 'place' && entity.side !== undefined ? known.entityOf(entity.side) : undefined;
  const shown = state ?? entity;
  return {
    from,
    to,
    name: shown?.name ?? words,
    ...(shown !== undefined && { entity: shown.id }),
    ...(entity?.side !== undefined && { side: entity.side }),
    via: mention.via,
    span: mention.span,
    ...(mention.role && { role: mention.role }),
    type: typeOf(entity, mention.via),
  };
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
