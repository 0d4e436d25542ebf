import { tokenise } from '../persian/keys.js';
import type { Gazetteer } from '../sources/gazetteer.js';
import { hashOf } from './hashing.js';
import type { ReportWord } from './report_words.js';

/** Where a text sets its news: hashes of towns, and of what is larger or no place to live in. */
interface Scenes {
  readonly towns: readonly number[];
  readonly regions: readonly number[];
}

export type FindScenes = (words: readonly ReportWord[]) => Scenes;

/** Words behind which a country or capital is a scene («انفجار در کویت»), not an actor («کویت محکوم کرد»). */
const BEFORE_SCENES = new Set(
  'در شهر شهرک شهرستان استان آسمان حوالی فرودگاه بندر جزیره پایگاه منطقه جنوب شمال شرق غرب مرکز اطراف'.split(
    ' ',
  ),
);
/** Words behind which the name of a town follows, known or not: «شهرک کفر تبنیت». */
const BEFORE_TOWNS = new Set('شهر شهرک شهرستان روستای آسمان جزیره بندر'.split(' '));
/** What stands there and is no name. */
const NO_TOWN = new Set(
  'ها های و در از به که را این آن های مرزی بزرگ کوچک مقدس تاریخی جنوبی شمالی شرقی غربی اصلی مختلف محل خود'.split(
    ' ',
  ),
);

/** Makes the finder from a gazetteer: towns count wherever they stand, countries and capitals as scenes only. */
export function sceneFinder(gazetteer: Gazetteer | undefined): FindScenes {
  const places = new Map<string, KnownPlace>();
  /** First words of places of several: most words begin none. */
  const openings = new Set<string>();
  for (const { id, type, kind, name, variants } of gazetteer?.entries ?? []) {
    if (type !== 'place') continue;
    const place = {
      id: hashOf(id),
      acts: kind === 'capital' || kind === 'country',
      isTown: kind === 'city' || kind === 'capital',
    };
    for (const each of [name, ...variants]) {
      const key = tokenise(each)
        .map((token) => token.key)
        .join(' ');
      if (!places.has(key)) places.set(key, place);
      if (key.includes(' ')) openings.add(key.slice(0, key.indexOf(' ')));
    }
  }
  const placeAt = (key: string, next: string | undefined): KnownPlace | undefined =>
    (openings.has(key) ? places.get(`${key} ${next}`) : undefined) ?? places.get(key);
  return (words) => {
    const towns: number[] = [];
    const regions: number[] = [];
    words.forEach(({ key }, at) => {
      const before = words[at - 1]?.key ?? '';
      const place = placeAt(key, words[at + 1]?.key);
      if (place === undefined && isTownName(key, before)) towns.push(hashOf(key));
      if (place !== undefined && isScene(place, before)) (place.isTown ? towns : regions).push(place.id);
    });
    return { towns, regions };
  };
}

function isTownName(key: string, before: string): boolean {
  return BEFORE_TOWNS.has(before) && key.length > 2 && !NO_TOWN.has(key);
}

function isScene({ acts }: KnownPlace, before: string): boolean {
  return !acts || BEFORE_SCENES.has(before);
}

interface KnownPlace {
  readonly id: number;
  /** Whether it stands for a government too. */
  readonly acts: boolean;
  readonly isTown: boolean;
}
