import type { Entity } from '../model/entity.js';
import { keyOf } from '../persian/keys.js';
import { isChief } from './aide_titles.js';
import type { Known } from './contact_party.js';
import type { ContactReading } from './contacts.js';
import type { Document } from './document.js';
import { entityIndexOf, holdsOn } from './entity_lookup.js';

/** Looks names up that the article itself need not print: the country of a capital, the counterpart of a minister. */
export function knownNames({ gazetteer, mentions, document }: ContactReading): Known {
  const index = entityIndexOf(gazetteer);
  const own = new Map(mentions.entities.map((entity) => [entity.id, entity]));
  const day = document.published?.slice(0, 10);
  const entityOf = (id: string | undefined): Entity | undefined => {
    if (id === undefined) return undefined;
    const named = own.get(id);
    if (named !== undefined) return named;
    const entry = index.byId.get(id);
    if (entry === undefined) return undefined;
    const side = index.sideOf(entry);
    return { id, type: entry.type, name: entry.name, known: true, ...(side !== undefined && { side }) };
  };
  const officesOf = (id: string | undefined): readonly string[] => {
    if (id === undefined) return [];
    if (id.startsWith('role.')) return [id.slice('role.'.length).replace('.', '@')];
    const held = index.officesOf.get(id) ?? [];
    return held.filter((each) => day === undefined || holdsOn(each, day)).map((each) => each.key);
  };
  const holderOf = (office: string): Entity | undefined => {
    const holders = (index.holders.get(office) ?? []).filter(
      (each) => day !== undefined && holdsOn(each, day),
    );
    const ids = new Set(holders.map(({ entry }) => entry.id));
    return ids.size === 1 ? entityOf([...ids][0]) : undefined;
  };
  const chiefOf = (id: string): string | undefined =>
    index.officesOf
      .get(id)
      ?.find(({ key }) => isChief([key]))
      ?.key.replace(/^.*@/u, '');
  return {
    entityOf,
    countryOf: (adjective) => {
      const { byLetters } = index.adjectives;
      return byLetters.get(adjective) ?? byLetters.get(adjective.replace(/^ا/u, 'آ'));
    },
    officesOf,
    holderOf,
    holderOfWords: (words, country) => {
      const office = index.offices.byLetters.get(words)?.office;
      return office === undefined ? undefined : holderOf(`${office}@${country}`);
    },
    isOfSport: once(() => isOfSport(document)),
    stateNamed: (name) => {
      const named = index.names.byLetters.get(keyOf(name).replaceAll(' ', '')) ?? [];
      return entityOf(named.find(({ entry }) => entry.id.startsWith('country.'))?.entry.id);
    },
    governmentOf: (name) => {
      const [, team, chief] = ACTING.exec(keyOf(name)) ?? [];
      const named = index.names.byLetters.get((team ?? chief ?? '').replaceAll(' ', '')) ?? [];
      const sides = named.flatMap(
        ({ entry }) => (team === undefined ? chiefOf(entry.id) : index.sideOf(entry)) ?? [],
      );
      return entityOf(sides[0]);
    },
    mainStates: () =>
      mainSides(mentions.entities.map(({ side }) => side)).flatMap((side) => entityOf(side) ?? []),
    dyad: () => dyadOf(actingSides(mentions.entities)).flatMap((side) => entityOf(side) ?? []),
    soleState: () => entityOf(soleSide(actingSides(mentions.entities))),
    pairOf: (word) => {
      const office = OFFICES.find(([pattern]) => pattern.test(word))?.[1];
      if (office === undefined) return [];
      const people = mentions.entities.filter(
        ({ id, type }) => type === 'person' && officesOf(id).some((each) => office.test(each)),
      );
      if (people.length === 2) return people;
      const sides = mainSides(mentions.entities.map(({ side }) => side));
      const holders = sides.flatMap((side) => holderOf(`president@${side}`) ?? []);
      return office.test('president@') && holders.length === 2 ? holders : [];
    },
  };
}

function once<Value>(find: () => Value): () => Value {
  let found: { readonly value: Value } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}

/** Articles with this many words of sport are about it. */
const LEAST_OF_SPORT = 4;
const OF_SPORT =
  /^(?:لیگ|تیم|سرمربی|گل|داور|ورزشگاه|فوتبال|فوتسال|والیبال|بسکتبال|کشتی|فینال|مسابقات|مسابقه|قهرمانی|هندبال|حریف|بازیکن|بازیکنان|مربی|مدال|اردو|اردوی|رقابتها|رقابتهای|وزنهبرداری|شطرنج|پارالمپیک|المپیک|تورنمنت)$/u;

function isOfSport({ blocks }: Document): boolean {
  const keys = blocks.flatMap(({ sentences }) =>
    sentences.flatMap(({ tokens }) => tokens.map(({ key }) => key)),
  );
  return new Set(keys.filter((key) => OF_SPORT.test(key))).size >= LEAST_OF_SPORT;
}

/** «تیم مذاکره‌کننده ایران» acts for a state that it names, «دولت روحانی» for that of its chief. */
const ACTING =
  /^(?:(?:(?:تیم|هیات|هییت) مذاکره ?کننده\S*(?: ارشد)?|(?:کمیته|کمیسیون|کارگروه) مشترک) (.+)|(?:دولت|کابینه|حکومت)(?: آقای)? (.+))$/u;

/** The two sides that most of the names of an article belong to. */
function mainSides(sides: readonly (string | undefined)[]): readonly string[] {
  return countSides(sides)
    .slice(0, 2)
    .map(([side]) => side);
}

/** The sides of all names but those of towns and outlets: a town is where they meet, an outlet who tells of it. */
function actingSides(entities: readonly Entity[]): readonly (string | undefined)[] {
  const acting = entities.filter(
    ({ id, type, side }) => (type !== 'place' || id === side) && !id.startsWith('outlet.'),
  );
  return acting.map(({ side }) => side);
}

/** The one side that is named, three times as often at least as any other. */
function soleSide(sides: readonly (string | undefined)[]): string | undefined {
  const [first, second] = countSides(sides);
  return second === undefined || second[1] * 3 <= (first?.[1] ?? 0) ? first?.[0] : undefined;
}

/** Two sides that are named at least twice as often as any third. */
function dyadOf(sides: readonly (string | undefined)[]): readonly string[] {
  const [first, second, third] = countSides(sides);
  if (first === undefined || second === undefined) return [];
  return third === undefined || third[1] * 2 <= second[1] ? [first[0], second[0]] : [];
}

function countSides(sides: readonly (string | undefined)[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const side of sides) if (side !== undefined) counts.set(side, (counts.get(side) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

/** What offices the nouns of a group mean. */
const OFFICES: readonly (readonly [word: RegExp, office: RegExp])[] = [
  [/^(?:رییسجمهور|روسایجمهور|سران|رهبر)/u, /^(?:president|supreme-leader|king|emir|sultan)@/u],
  [/^نخستوزیر/u, /^prime-minister@/u],
  [/^وزیر/u, /minister@/u],
  [/^دبیر/u, /secretary/u],
];
