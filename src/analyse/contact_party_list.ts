import { isAideTitle, isChief } from './aide_titles.js';
import type { Line, WordRange } from './contact_line.js';
import { type Item, type Party, type PartyLine, partyOf } from './contact_party.js';
import { groupAt } from './contact_party_groups.js';
import {
  AIDE,
  armyOf,
  isArmyOf,
  PLURAL_TITLE,
  sharedParty,
  titledParty,
  waitingParty,
} from './contact_party_titles.js';
import { verbAt } from './contact_verbs.js';
import { DEMONSTRATIVE, isStop, MEDIUM, STATE_HEAD, TITLE_HEAD } from './contact_words.js';

export interface PartyList extends WordRange {
  readonly parties: readonly Party[];
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
  /** An «و» has come: what stands behind a comma then is no more of the list. */
  isJoined: boolean;
  /** An office in the plural that the countries behind it share. */
  /** Whom the last party only belongs to: «معاون ترامپ». */
  owner: string | undefined;
  shared: { readonly from: number; readonly to: number } | undefined;
  /** Offices whose country is named behind the last of them: «رئیس‌جمهور و وزیر خارجهٔ ترکیه». */
  readonly waiting: (WordRange & { readonly party?: Party })[];
}

/**
 * The parties that stand from a word on: «سرگئی لاوروف، وزیر خارجهٔ روسیه، و هاکان فیدان», «رؤسای جمهور روسیه و
 * ترکیه», «مقام‌های ارشد روسیه». Ends at a preposition, a verb or another noun.
 */
export function readParties(at: PartyLine, from: number, limit: number): PartyList {
  const state: ListState = {
    parties: [],
    segment: from,
    head: undefined,
    isFresh: true,
    gap: 0,
    end: from,
    isJoined: false,
    owner: undefined,
    shared: undefined,
    waiting: [],
  };
  let index: number | undefined = from;
  while (index !== undefined && index < limit) {
    const next: number | undefined = index > from ? takeSign(at, state, index) : index;
    index = next === index ? takeNext(at, state, index) : next;
  }
  const alone = state.waiting.flatMap(({ party }) => party ?? []);
  return withHead(at, { parties: [...state.parties, ...alone], from, to: state.end }, limit);
}

/** What stands before a word: the end of the list, a remark in brackets to step over, a comma or «و». */
function takeSign({ line }: PartyLine, state: ListState, index: number): number | undefined {
  const word = line.words[index];
  if (word === undefined || /[:؛.؟!]/.test(word.before)) return undefined;
  const behind = /[([]/.test(word.before) ? afterBracket(line, index) : index;
  if (behind > index) return behind;
  if (/[،,–—]|\s-\s|-\s*$/.test(word.before)) {
    setAside(state, index);
    startSegment(state, index);
  }
  // «هیئتی از نخبگان و اندیشمندان ترک»
  if (word.key !== 'و' || DELEGATION.test(state.head ?? '')) return index;
  setAside(state, index);
  startSegment(state, index + 1);
  state.isJoined = true;
  return index + 1;
}

/** Takes a group, a mention or a plain word; nothing when none of them goes on with the list. */
function takeNext(at: PartyLine, state: ListState, index: number): number | undefined {
  const group = state.isFresh && state.head === undefined ? groupAt(at, index) : undefined;
  if (group !== undefined) {
    state.parties.push(group);
    state.end = group.to;
    state.isFresh = false;
    return group.to;
  }
  const found = at.items.filter((item) => item.from === index);
  if (found.length === 0) return takeWord(at, state, index) ? index + 1 : undefined;
  return takeItems(at, state, found) ? Math.max(...found.map((item) => item.to)) : undefined;
}

/** «هیئتی از سوئد به ریاست مارگوت والستروم»: who heads a delegation stands for it. */
function withHead(at: PartyLine, list: PartyList, limit: number): PartyList {
  const [to = '', office = ''] = at.line.keys.slice(list.to, list.to + 2);
  const last = list.parties.at(-1);
  if (to !== 'به' || !/^(?:ریاست|سرپرستی|رهبری)$/u.test(office) || last === undefined) return list;
  const { parties, to: end } = readParties(at, list.to + 2, limit);
  const [head] = parties;
  return head === undefined
    ? list
    : { parties: [...list.parties.slice(0, -1), head], from: list.from, to: end };
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

/** «رئیس‌جمهور» alone, in an article that knows none. */
function isOfNoCountry({ via, side, entity }: Party): boolean {
  return via === 'role' && side === undefined && /^role\.[a-z-]+\.country\./.test(entity ?? '');
}

/** An office without a name waits for the country behind the next one. */
function setAside(state: ListState, to: number): void {
  const isOffice =
    state.head !== undefined && /^(?:رییس|وزیر|نخستوزیر|معاون|رهبر|دبیر|فرمانده|سفیر)/u.test(state.head);
  if (isOffice) state.waiting.push({ from: state.segment, to });
}

function startSegment(state: ListState, at: number): void {
  state.segment = at;
  state.head = undefined;
  state.isFresh = true;
  state.gap = 0;
}

/** A plain word: goes on inside a name's segment; begins one only as a title; nothing else belongs to a list. */
function takeWord({ line }: PartyLine, state: ListState, index: number): boolean {
  const key = line.keys[index] ?? '';
  const isFirst = !line.keys.slice(state.segment, index).includes('از');
  const isOrigin = key === 'از' && isFirst && DELEGATION.test(state.head ?? '');
  if (isOrigin) return true;
  if (isStop(key) || verbAt(line.keys, index) !== undefined) return false;
  state.gap += 1;
  if (state.gap > LONGEST_GAP) return false;
  if (state.isFresh && state.head === undefined) {
    if (DEMONSTRATIVE.test(key)) return true;
    if (!TITLE_HEAD.test(key) && !STATE_HEAD.test(key) && !isTeam(line.keys, index)) return false;
    state.head = key;
  }
  return true;
}

const DELEGATION = /^(?:هیات|هییت|هیاتی|هییتی)$/u;

/** «تیم مذاکره‌کننده»: no other team meets anybody. */
function isTeam(keys: readonly string[], at: number): boolean {
  return /^تیم(?:های)?$/u.test(keys[at] ?? '') && /^مذاکرهکننده/u.test(keys[at + 1] ?? '');
}

/** A mention: a new party, another name of the last one, or what a title before it belongs to. */
function takeItems(at: PartyLine, state: ListState, found: readonly Item[]): boolean {
  const parties = found.map((item) => partyOf(at, item));
  const [party] = parties;
  if (party === undefined || !mayFollow(at, state, party, found[0]?.adjective === true)) return false;
  state.end = Math.max(...found.map((item) => item.to));
  state.gap = 0;
  if (isOfNoCountry(party)) {
    state.waiting.push({ from: party.from, to: party.to, party });
    state.isFresh = false;
    return true;
  }
  const waiting = state.waiting.splice(0);
  state.parties.push(...waiting.flatMap((office) => waitingParty(at, office, party) ?? office.party ?? []));
  if (found.length > 1) state.parties.push(...parties.map((each) => ({ ...each, plural: true })));
  else if (state.head !== undefined) takeTitled(at, state, party);
  else if (state.isFresh) takeFresh(at, state, party);
  else takeMore(state, party);
  state.isFresh = false;
  state.head = undefined;
  return true;
}

/** Outlets are no parties; a bare adjective is nobody, but for «مقام‌های ایرانی و آمریکایی»; behind a place and a comma a new phrase begins. */
function mayFollow({ line }: PartyLine, state: ListState, party: Party, isAdjective: boolean): boolean {
  if (party.entity?.startsWith('outlet.') || MEDIUM.test(line.keys[party.from] ?? '')) return false;
  if (isAdjective && state.head === undefined && state.isFresh) return state.shared !== undefined;
  const isComma = /[،,]/.test(line.words[party.from]?.before ?? '');
  if (!state.isFresh || !isComma || party.type !== 'person') return true;
  const last = state.parties.at(-1);
  // «پیش از دیدار A و B، C گفت»
  const isBehindList = state.isJoined && state.parties.length > 1 && party.via === 'name';
  return last?.type !== 'state' && !(isBehindList && party.entity !== last?.entity);
}

/** First of its segment. */
function takeFresh(at: PartyLine, state: ListState, party: Party): void {
  const last = state.parties.at(-1);
  const sign = at.line.words[party.from]?.before ?? '';
  const told = withOffice(party, last, sign);
  if (last?.type === 'group') return;
  if (!state.isJoined && isNameBehind(party, last, sign))
    state.parties[state.parties.length - 1] = { ...party, from: last.from };
  else if (isArmyOf(at, last, party)) state.parties.push(armyOf(at, last, party));
  else if (told !== undefined) state.parties[state.parties.length - 1] = told;
  else if (isApposition(party, last, sign) || (party.via === 'role' && party.entity === (state.owner ?? '')))
    return;
  else if (state.shared !== undefined && party.type === 'state')
    state.parties.push(sharedParty(at, state.shared, party));
  else state.parties.push(party);
}

/** Behind another mention of its segment: a name behind its title, else what belongs to that mention. */
function takeMore(state: ListState, party: Party): void {
  const last = state.parties.at(-1);
  if (last === undefined) return;
  if (party.type === 'person' && last.type !== 'person') state.parties[state.parties.length - 1] = party;
  else if (isNameOf(party, last)) state.parties[state.parties.length - 1] = { ...party, from: last.from };
  else state.owner = party.entity;
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
  if (last !== undefined && last.type === 'person' && /[،,»]/.test(sign)) {
    const told = withOffice({ ...party, via: 'role' }, last, sign);
    if (told !== undefined) state.parties[state.parties.length - 1] = told;
    return;
  }
  const isOwnTitle = party.type === 'person' && !isOfChief(at, state.segment, party);
  if (isOwnTitle) {
    state.parties.push({ ...party, from: state.segment });
    return;
  }
  const range = { from: state.segment, to: party.to };
  const titled = titledParty(at, range, party);
  state.parties.push(titled);
  if (PLURAL_TITLE.test(head)) state.shared = { from: state.segment, to: party.from };
}

/** «معاون اردوغان», «نماینده ویژه رئیس‌جمهور فرانسه»: somebody else than whom the words name. */
function isOfChief({ line, known }: PartyLine, from: number, party: Party): boolean {
  const isHonoured = /^(?:آقای|خانم|دکتر|پرزیدنت|شخص)$/u.test(line.keys[party.from - 1] ?? '');
  const to = isHonoured ? party.from - 1 : party.from;
  if (AIDE.test(line.keys[to - 1] ?? '')) return true;
  const isTold = party.via === 'role' || isChief(known.officesOf(party.entity));
  return isTold && isAideTitle(line.keys.slice(from, to));
}

/** «معاون اردوغان، فؤاد اوکتای»: the name of whom a title before the comma means. */
function isNameBehind(party: Party, last: Party | undefined, sign: string): last is Party {
  if (last === undefined || last.entity !== undefined || last.plural === true || !/[،,]/.test(sign))
    return false;
  const isOtherSide = party.side !== undefined && last.side !== undefined && party.side !== last.side;
  return (
    last.via === 'role' &&
    last.type === 'person' &&
    party.via === 'name' &&
    !isOtherSide &&
    party.type === 'person'
  );
}

/** «علی الزیدی، نخست‌وزیر عراق»: of a name that nobody knows, the office tells the side. */
function withOffice(party: Party, last: Party | undefined, sign: string): Party | undefined {
  const isUnknown = last?.type === 'person' && last.via === 'name' && last.side === undefined;
  const isOffice = party.via === 'role' && party.side !== undefined && /[،,(»–-]/.test(sign);
  return isUnknown && isOffice ? { ...last, side: party.side } : undefined;
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
