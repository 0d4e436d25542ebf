import type { Entity, EntityType, Mention } from '../model/entity.js';
import { cut, type Span } from '../model/span.js';
import type { Gazetteer } from '../sources/gazetteer.js';
import { isAideTitle, isChief } from './aide_titles.js';
import { findNamesIn } from './article_names.js';
import type { Document } from './document.js';
import { type EntityIndex, entityIndexOf, holdsOn } from './entity_lookup.js';
import { type OfficeBearer, RoleResolver } from './entity_roles.js';
import { isActor } from './mention_readings.js';
import { findRoles, type RolePhrase } from './mention_roles.js';
import type { MentionRule } from './mention_rules.js';
import { findTitles, type Titles } from './mention_titles.js';
import { findUnnamed } from './mention_unnamed.js';
import type { NameFound } from './names_known.js';
import { ROLE_WORDS } from './role_words.js';
import { type SentenceWords, spanOf } from './sentence_words.js';
import { withoutGuesses } from './shared_surnames.js';

/** Whom a document speaks of. */
export interface Mentions {
  readonly entities: readonly Entity[];
  /** By their place in the text, none overlapping another. */
  readonly mentions: readonly Mention[];
  /** Mentions that lie wholly inside a span of the text. */
  within(span: Span): readonly Mention[];
  entityOf(mention: Mention): Entity | undefined;
}

interface ReadSentence {
  readonly words: SentenceWords;
  readonly names: readonly NameFound[];
  readonly roles: readonly RolePhrase[];
  readonly titles: Titles;
}

/** Finds the people, organisations and places that a document names or means by their office. */
export function findMentions(document: Document, gazetteer: Gazetteer): Mentions {
  const index = entityIndexOf(gazetteer);
  const resolver = new RoleResolver(index, document);
  const read = readSentences(document, index);
  const sentences = withoutGuesses(read, index, (id) =>
    read.some((each) => isMeantByOffice(each, resolver, id)),
  );
  for (const { names, titles } of sentences) resolver.learn(names, titles);
  const made = new Map<string, Entity>();
  for (const { words, names } of sentences) {
    for (const name of names)
      if (!index.byId.has(name.id)) addUnknown(made, name, cut(document.text, spanOf(words, name)));
  }
  const mentions = sentences.flatMap((sentence) => [
    ...mentionsOf(sentence, resolver),
    ...unnamedMentions(sentence, index),
    ...peopleMentions(sentence, index),
  ]);
  return indexMentions(mentions, new Map([...made, ...resolver.entities()]), index);
}

/** Whether a title without a name means somebody: «سخنگوی وزارت خارجه» on a day when he was it. */
function isMeantByOffice(
  { words, roles, titles }: ReadSentence,
  resolver: RoleResolver,
  id: string,
): boolean {
  return roles.some((role) => !titles.has(role) && resolver.resolve(role, words) === id);
}

/** Whom no gazetteer knows is called as where the article first names it. */
function addUnknown(made: Map<string, Entity>, { id, type, side }: NameFound, name: string): void {
  if (made.has(id)) return;
  made.set(id, { id, type, name, known: false, ...(side !== undefined && { side }) });
}

/** First all full names of the article are learnt, then what they settle: surnames, titles. */
function readSentences(document: Document, index: EntityIndex): readonly ReadSentence[] {
  const spokenOf: SpokenOf = {};
  const published = document.published?.slice(0, 10);
  return findNamesIn(document, index).map(({ words, names }) => {
    const roles = findRoles(words, names, index).map((role) => pointed(role, names, { spokenOf, index }));
    for (const name of names) noteSpokenOf(spokenOf, name, index);
    const own = roles.filter((role) => !isOfChief(role, { words, names }, { index, published }));
    return { words, names, roles: own, titles: findTitles(words, names, own) };
  });
}

/** «معاون اردوغان», «نماینده ویژه ترامپ»: whose man somebody is, no title of the name behind it. */
function isOfChief(
  role: RolePhrase,
  { words, names }: Pick<ReadSentence, 'words' | 'names'>,
  { index, published }: { readonly index: EntityIndex; readonly published: string | undefined },
): boolean {
  const chief = names.find((name) => name.from === role.to && name.type === 'person');
  if (chief === undefined || words.gaps[role.to] !== 'none') return false;
  const held = (index.officesOf.get(chief.id) ?? []).filter(
    (each) => published === undefined || holdsOn(each, published),
  );
  return isAideTitle(words.keys.slice(role.from, role.to)) && isChief(held.map(({ key }) => key));
}

/** The country and the organisation spoken of last: what «این کشور» and «این سازمان» mean. */
interface SpokenOf {
  country?: string;
  organisation?: string;
}

function noteSpokenOf(spokenOf: SpokenOf, { id, type }: NameFound, index: EntityIndex): void {
  if (type === 'organisation') spokenOf.organisation = id;
  if (index.byId.get(id)?.kind === 'country') spokenOf.country = id;
}

/** A title of «این کشور» is one of the country named last before it. */
function pointed(
  role: RolePhrase,
  names: readonly NameFound[],
  { spokenOf, index }: { readonly spokenOf: SpokenOf; readonly index: EntityIndex },
): RolePhrase {
  if (role.of.kind !== 'this') return role;
  const before = { ...spokenOf };
  for (const name of names) if (name.to <= role.from) noteSpokenOf(before, name, index);
  const id = before[role.of.noun];
  return id === undefined ? role : { ...role, of: { kind: 'entity', id } };
}

function mentionsOf(sentence: ReadSentence, resolver: RoleResolver): Mention[] {
  const { words, names, roles, titles } = sentence;
  const titleOf = new Map([...titles].reverse().map(([role, name]) => [name, role]));
  const alone = roles.filter(
    (role) => !titles.has(role) && !ROLE_WORDS.noHolder.has(words.keys[role.from - 1] ?? ''),
  );
  const meant = alone.flatMap((role) => {
    const entity = resolver.resolve(role, words, bearerBefore(sentence, role, titleOf));
    return entity === undefined ? [] : [{ role, entity }];
  });
  const named = names
    .filter((name) => !meant.some(({ role }) => role.from <= name.from && name.to <= role.to))
    .map((name) => nameMention(words, name, titleOf.get(name)));
  const byOffice = meant.map(({ role, entity }): Mention => {
    const span = spanOf(words, role);
    return { entity, via: 'role', role: span, span, rule: 'role/office-of' satisfies MentionRule };
  });
  return [...named, ...byOffice];
}

/** Who stands before a title: the nearest person or other title on its right hand that no preposition governs. */
function bearerBefore(
  { words, names, roles }: ReadSentence,
  { from }: RolePhrase,
  titleOf: ReadonlyMap<NameFound, RolePhrase>,
): OfficeBearer | undefined {
  const people = names.filter((each) => each.type === 'person' && each.to <= from);
  const isFree = (name: NameFound): boolean =>
    !ROLE_WORDS.governing.has(words.keys[startOf(name, titleOf) - 1] ?? '');
  const name = people.findLast(isFree) ?? people.at(-1);
  const role = roles.findLast((each) => each.to <= from && each.office !== 'counterpart');
  if (role !== undefined && role.to > (name?.to ?? -1)) return { office: role.office };
  if (name === undefined) return undefined;
  const title = titleOf.get(name);
  return {
    person: name.id,
    ...(title !== undefined && title.office !== 'counterpart' && { office: title.office }),
  };
}

function startOf(name: NameFound, titleOf: ReadonlyMap<NameFound, RolePhrase>): number {
  return Math.min(name.from, titleOf.get(name)?.from ?? name.from);
}

/** «آمریکایی‌ها», «روس‌ها»: a people stands for its state. */
function peopleMentions({ words }: ReadSentence, index: EntityIndex): Mention[] {
  return words.keys.flatMap((key, at): Mention[] => {
    const entity = key.endsWith('ها') ? index.adjectives.byLetters.get(key.slice(0, -2)) : undefined;
    if (entity === undefined) return [];
    return [
      {
        entity,
        via: 'org',
        span: spanOf(words, { from: at, to: at + 1 }),
        rule: 'org/people-of-country' satisfies MentionRule,
      },
    ];
  });
}

function unnamedMentions({ words }: ReadSentence, index: EntityIndex): Mention[] {
  return findUnnamed(words, index).map(({ from, to, side }) => ({
    via: 'unnamed',
    span: spanOf(words, { from, to }),
    rule: 'unnamed/source' satisfies MentionRule,
    ...(side !== undefined && { side }),
  }));
}

function nameMention(words: SentenceWords, name: NameFound, title: RolePhrase | undefined): Mention {
  const via = viaOf(name.type, () => isActor(words, name));
  const base = { entity: name.id, via, span: spanOf(words, name), rule: name.rule };
  return title === undefined ? base : { ...base, role: spanOf(words, title) };
}

function viaOf(type: EntityType, acts: () => boolean): Mention['via'] {
  if (type === 'person') return 'name';
  return type === 'organisation' || acts() ? 'org' : 'name';
}

function indexMentions(
  found: readonly Mention[],
  made: ReadonlyMap<string, Entity>,
  index: EntityIndex,
): Mentions {
  const mentions = withoutOverlap(found);
  const entities = new Map<string, Entity>();
  for (const { entity: id } of mentions) {
    if (id === undefined || entities.has(id)) continue;
    const entity = made.get(id) ?? knownEntity(id, index);
    if (entity !== undefined) entities.set(id, entity);
  }
  return {
    entities: [...entities.values()],
    mentions,
    within: (span) => mentionsWithin(mentions, span),
    entityOf: ({ entity }) => (entity === undefined ? undefined : entities.get(entity)),
  };
}

function withoutOverlap(found: readonly Mention[]): readonly Mention[] {
  const kept: Mention[] = [];
  for (const mention of [...found].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    const last = kept.at(-1);
    if (last === undefined || last.span.end <= mention.span.start) kept.push(mention);
  }
  return kept;
}

function knownEntity(id: string, index: EntityIndex): Entity | undefined {
  const entry = index.byId.get(id);
  if (entry === undefined) return undefined;
  const side = index.sideOf(entry);
  return { id, type: entry.type, name: entry.name, known: true, ...(side !== undefined && { side }) };
}

/** Binary search for the first, since statements ask for every sentence. */
function mentionsWithin(mentions: readonly Mention[], { start, end }: Span): readonly Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.span.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while ((mentions[to]?.span.end ?? Number.POSITIVE_INFINITY) <= end) to += 1;
  return mentions.slice(low, to);
}
