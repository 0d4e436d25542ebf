import { tokenise } from '../persian/keys.js';
import type { Gazetteer } from '../sources/gazetteer.js';
import { hashOf } from './hashing.js';
import type { ReportWord } from './report_words.js';

/** Finds where things happen: hashes of the places that a text sets its news in. */
export type FindScenes = (words: readonly ReportWord[]) => number[];

/** Words behind which a country or capital is a scene («انفجار در کویت»), not an actor («کویت محکوم کرد»). */
const BEFORE_SCENES = new Set(
  'در شهر شهرک شهرستان استان آسمان حوالی فرودگاه بندر جزیره پایگاه منطقه جنوب شمال شرق غرب مرکز اطراف'.split(
    ' ',
  ),
);

/** Makes the finder from a gazetteer: towns count wherever they stand, countries and capitals as scenes only. */
export function sceneFinder(gazetteer: Gazetteer | undefined): FindScenes {
  const places = new Map<string, { readonly id: number; readonly acts: boolean }>();
  for (const { id, type, kind, name, variants } of gazetteer?.entries ?? []) {
    if (type !== 'place') continue;
    const acts = kind === 'capital' || kind === 'country';
    for (const each of [name, ...variants]) {
      const key = tokenise(each)
        .map((token) => token.key)
        .join(' ');
      if (!places.has(key)) places.set(key, { id: hashOf(id), acts });
    }
  }
  return (words) => {
    const scenes: number[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const one = words[at]?.key ?? '';
      const place = places.get(`${one} ${words[at + 1]?.key}`) ?? places.get(one);
      if (place && (!place.acts || BEFORE_SCENES.has(words[at - 1]?.key ?? ''))) scenes.push(place.id);
    }
    return scenes;
  };
}
