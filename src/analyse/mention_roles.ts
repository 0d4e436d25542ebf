import type { EntityIndex } from './entity_lookup.js';
import type { NameFound } from './names_known.js';
import { ROLE_WORDS } from './role_words.js';
import { longestAt, type SentenceWords } from './sentence_words.js';

/** Whether an office is held now, before or soon: «رئیس‌جمهور سابق», «رئیس‌جمهور منتخب». */
export type Tenure = 'now' | 'before' | 'elect';

/** What completes an office: a country or organisation by id, the reader's own, or the one just spoken of. */
export type OfficeOf =
  | { readonly kind: 'entity'; readonly id: string }
  | { readonly kind: 'home' }
  | { readonly kind: 'this'; readonly noun: 'country' | 'organisation' }
  | { readonly kind: 'none' };

/** A title in words `from` up to `to` (exclusive): «وزیر خارجه روسیه», «همتای چینی خود». */
export interface RolePhrase {
  readonly from: number;
  readonly to: number;
  readonly office: string;
  readonly tenure: Tenure;
  readonly of: OfficeOf;
  /** Further word range of a list that shares the office: «روسای جمهور آمریکا و روسیه». */
  readonly listed: boolean;
}

const TENURES: ReadonlyMap<string, Tenure> = new Map([
  ['منتخب', 'elect'],
  ['سابق', 'before'],
  ['پیشین', 'before'],
  ['اسبق', 'before'],
  ['فقید', 'before'],
  ['مخلوع', 'before'],
  ['برکنارشده', 'before'],
  ['وقت', 'before'],
]);

/** Titles of a sentence, left to right, none inside another. `names` are the names found in it. */
export function findRoles(
  words: SentenceWords,
  names: readonly NameFound[],
  index: EntityIndex,
): readonly RolePhrase[] {
  const byStart = new Map(names.map((name) => [name.from, name]));
  const roles: RolePhrase[] = [];
  for (let at = 0; at < words.keys.length; at += 1) {
    const found = rolesAt(words, at, { byStart, index });
    roles.push(...found);
    const last = found.at(-1);
    if (last !== undefined) at = last.to - 1;
  }
  return roles;
}

interface RoleTables {
  readonly byStart: ReadonlyMap<number, NameFound>;
  readonly index: EntityIndex;
}

function rolesAt(words: SentenceWords, from: number, tables: RoleTables): readonly RolePhrase[] {
  const head = longestAt(words, from, tables.index.offices);
  if (head === undefined) return [];
  const modified = modifiersAt(words, head.to);
  const first = complementAt(words, modified.to, tables);
  const to = tenureAfter(words, first.to);
  const tenure = to > first.to ? 'before' : modified.tenure;
  const { office, plural } = head.value;
  const role: RolePhrase = { from, to, office, tenure, of: first.of, listed: false };
  if (!plural && office !== 'counterpart') return [role];
  const roles = [role, ...listedRoles(words, role, tables)];
  return plural && roles.length === 1 && first.of.kind === 'none' ? [] : withOwn(words, roles);
}

function modifiersAt(words: SentenceWords, from: number): { readonly to: number; readonly tenure: Tenure } {
  let tenure: Tenure = 'now';
  let to = from;
  for (; isJoined(words, to); to += 1) {
    const key = words.keys[to] ?? '';
    const found = TENURES.get(key);
    if (found !== undefined) tenure = found;
    else if (!ROLE_WORDS.modifiers.has(key)) break;
  }
  return { to, tenure };
}

/** The other holders of a shared office: «… و روسیه». */
function listedRoles(words: SentenceWords, role: RolePhrase, tables: RoleTables): RolePhrase[] {
  const roles: RolePhrase[] = [];
  let end = role.to;
  for (;;) {
    const more = listedAfter(words, end, tables);
    if (more === undefined) return roles;
    roles.push({ ...role, ...more, listed: true });
    end = more.to;
  }
}

/** «رئیس‌جمهور آمریکا سابق», «نخست‌وزیر عراق پیشین» are rare, «رئیس جمهور آمریکای وقت» too. */
function tenureAfter(words: SentenceWords, to: number): number {
  return isJoined(words, to) && TENURES.get(words.keys[to] ?? '') === 'before' ? to + 1 : to;
}

/** «همتای چینی خود»: the pronoun belongs to the title. */
function withOwn(words: SentenceWords, roles: RolePhrase[]): readonly RolePhrase[] {
  const last = roles.at(-1);
  if (last === undefined || !isJoined(words, last.to) || !ROLE_WORDS.own.has(words.keys[last.to] ?? ''))
    return roles;
  roles[roles.length - 1] = { ...last, to: last.to + 1 };
  return roles;
}

/** «… و روسیه», «…، فرانسه»: the next holder of a shared office. */
function listedAfter(
  words: SentenceWords,
  to: number,
  tables: RoleTables,
): Pick<RolePhrase, 'from' | 'to' | 'of'> | undefined {
  const isAnd = isJoined(words, to) && words.keys[to] === 'و';
  const from = isAnd ? to + 1 : to;
  if (!isAnd && words.gaps[to] !== 'comma') return undefined;
  const next = complementAt(words, from, tables, !isAnd);
  return next.of.kind === 'none' || next.to <= from ? undefined : { from, to: next.to, of: next.of };
}

function complementAt(
  words: SentenceWords,
  at: number,
  { byStart, index }: RoleTables,
  afterComma = false,
): { readonly to: number; readonly of: OfficeOf } {
  const none = { to: at, of: { kind: 'none' } as const };
  if (at >= words.keys.length || (!afterComma && !isJoined(words, at))) return none;
  const name = byStart.get(at);
  const adjective = longestAt(words, at, index.adjectives);
  if (name !== undefined && name.type !== 'person' && (adjective?.to ?? 0) <= name.to)
    return { to: name.to, of: { kind: 'entity', id: name.id } };
  const country = countryAt(words, at, index);
  if (country !== undefined && country.to >= (adjective?.to ?? 0))
    return { to: country.to, of: { kind: 'entity', id: country.id } };
  if (adjective !== undefined) return { to: adjective.to, of: { kind: 'entity', id: adjective.value } };
  return pointedAt(words, at) ?? none;
}

/** «کشورمان», «کشور ما», «این کشور». */
function pointedAt(
  words: SentenceWords,
  at: number,
): { readonly to: number; readonly of: OfficeOf } | undefined {
  const key = words.keys[at] ?? '';
  const next = words.keys[at + 1] ?? '';
  if (ROLE_WORDS.home.has(key)) return { to: at + 1, of: { kind: 'home' } };
  if (key === 'کشور' && next === 'ما') return { to: at + 2, of: { kind: 'home' } };
  if (!ROLE_WORDS.demonstratives.has(key)) return undefined;
  if (ROLE_WORDS.countries.has(next)) return { to: at + 2, of: { kind: 'this', noun: 'country' } };
  return ROLE_WORDS.organisations.has(next)
    ? { to: at + 2, of: { kind: 'this', noun: 'organisation' } }
    : undefined;
}

/** A country inside a longer name: «سخنگوی [وزارت خارجه آمریکا]» is an office of the country. */
function countryAt(
  words: SentenceWords,
  at: number,
  index: EntityIndex,
): { readonly to: number; readonly id: string } | undefined {
  const match = longestAt(words, at, index.names);
  const entry = match?.value.find((each) => each.entry.kind === 'country')?.entry;
  return match === undefined || entry === undefined ? undefined : { to: match.to, id: entry.id };
}

function isJoined(words: SentenceWords, at: number): boolean {
  return at < words.keys.length && words.gaps[at] === 'none';
}
