import type { Entity, EntityType, Mention } from '../model/entity.js';
import { cut, type Span } from '../model/span.js';
import type { Gazetteer } from '../sources/gazetteer.js';
import { findNamesIn } from './article_names.js';
import type { Document } from './document.js';
import { type EntityIndex, entityIndexOf } from './entity_lookup.js';
import { type OfficeBearer, RoleResolver } from './entity_roles.js';
import { isActor } from './mention_readings.js';
import { findRoles, type RolePhrase } from './mention_roles.js';
import { findTitles, type Titles } from './mention_titles.js';
import { findUnnamed } from './mention_unnamed.js';
import type { NameFound } from './names_known.js';
import { type SentenceWords, spanOf } from './sentence_words.js';

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
  const sentences = readSentences(document, index);
  for (const { names, titles } of sentences) resolver.learn(names, titles);
  const made = new Map<string, Entity>();
  for (const { words, names } of sentences) {
    for (const name of names)
      if (!index.byId.has(name.id)) addUnknown(made, name, cut(document.text, spanOf(words, name)));
  }
  const mentions = sentences.flatMap((sentence) => [
    ...mentionsOf(sentence, resolver),
    ...unnamedMentions(sentence, index),
  ]);
  return indexMentions(mentions, new Map([...made, ...resolver.entities()]), index);
}

/** Whom no gazetteer knows is called as where the article first names it. */
function addUnknown(made: Map<string, Entity>, { id, type, side }: NameFound, name: string): void {
  if (made.has(id)) return;
  made.set(id, { id, type, name, known: false, ...(side !== undefined && { side }) });
}

/** First all full names of the article are learnt, then what they settle: surnames, titles. */
function readSentences(document: Document, index: EntityIndex): readonly ReadSentence[] {
  return findNamesIn(document, index).map(({ words, names }) => {
    const roles = findRoles(words, names, index);
    return { words, names, roles, titles: findTitles(words, names, roles) };
  });
}

function mentionsOf(sentence: ReadSentence, resolver: RoleResolver): Mention[] {
  const { words, names, roles, titles } = sentence;
  const titleOf = new Map([...titles].map(([role, name]) => [name, role]));
  const alone = roles.filter((role) => !titles.has(role));
  const named = names
    .filter((name) => !alone.some((role) => role.from <= name.from && name.to <= role.to))
    .map((name) => nameMention(words, name, titleOf.get(name)));
  const byOffice = alone.flatMap((role) => {
    const entity = resolver.resolve(role, words, bearerBefore(sentence, role, titleOf));
    const span = spanOf(words, role);
    return entity === undefined
      ? []
      : [{ entity, via: 'role' as const, role: span, span, rule: 'role/office-of' }];
  });
  return [...named, ...byOffice];
}

/** Who stands before a title: the nearest person or other title on its right hand. */
function bearerBefore(
  { names, roles }: ReadSentence,
  { from }: RolePhrase,
  titleOf: ReadonlyMap<NameFound, RolePhrase>,
): OfficeBearer | undefined {
  const name = names.findLast((each) => each.type === 'person' && each.to <= from);
  const role = roles.findLast((each) => each.to <= from && each.office !== 'counterpart');
  if (role !== undefined && role.to > (name?.to ?? -1)) return { office: role.office };
  if (name === undefined) return undefined;
  const title = titleOf.get(name);
  return {
    person: name.id,
    ...(title !== undefined && title.office !== 'counterpart' && { office: title.office }),
  };
}

function unnamedMentions({ words }: ReadSentence, index: EntityIndex): Mention[] {
  return findUnnamed(words, index).map(({ from, to, side }) => ({
    via: 'unnamed',
    span: spanOf(words, { from, to }),
    rule: 'unnamed/source',
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
