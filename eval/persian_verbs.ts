import { keyOf } from '../src/persian/keys.js';
import { REPORTING_PREDICATES } from '../src/persian/reporting_predicates.js';
import { findPredicates } from '../src/persian/verb_phrases.js';
import type { EvalTask } from './task.js';

const ZWNJ = '\u200c';

/** Past and present of the verbs that reporting predicates end in, as grammar has them. */
const VERBS: readonly (readonly [past: string, present: string])[] = [
  ['گفت', 'گوی'],
  ['افزود', 'افزای'],
  ['نوشت', 'نویس'],
  ['فرمود', 'فرمای'],
  ['کرد', 'کن'],
  ['داد', 'ده'],
  ['داشت', 'دار'],
  ['شد', 'شو'],
  ['ساخت', 'ساز'],
  ['نمود', 'نمای'],
  ['گذاشت', 'گذار'],
  ['زد', 'زن'],
  ['خواند', 'خوان'],
  ['دانست', 'دان'],
  ['نامید', 'نام'],
  ['خواست', 'خواه'],
  ['خورد', 'خور'],
  ['کشید', 'کش'],
  ['ورزید', 'ورز'],
  ['پرسید', 'پرس'],
  ['ستود', 'ستای'],
  ['تاخت', 'تاز'],
  ['رفت', 'رو'],
];

/** Whether every third-person indicative form of every reporting predicate is found, however it is printed. */
export const task: EvalTask = {
  name: 'persian.verbs',
  run() {
    let forms = 0;
    const missed: string[] = [];
    for (const { phrase } of REPORTING_PREDICATES) {
      const words = phrase.split(' ');
      const [past, present] = VERBS.find(([each]) => each === words.at(-1)) ?? [];
      const printed =
        past === undefined || present === undefined ? [phrase] : conjugate(words, past, present);
      for (const text of printed.flatMap(spellings)) {
        forms += 1;
        const keys = keyOf(text).split(' ');
        if (!findPredicates(keys, 0).some((found) => found.next === keys.length)) missed.push(text);
      }
    }
    const note = `${forms - missed.length} of ${forms} printed forms; missed: ${missed.slice(0, 4).join(' | ')}`;
    return Promise.resolve([
      { name: 'persian.verbs.reporting_forms', value: 1 - missed.length / forms, note },
    ]);
  },
};

/** Indicative, third person, both numbers; «_» is where half-space, blank or nothing may stand. */
function conjugate(words: readonly string[], past: string, present: string): string[] {
  const before = words.slice(0, -1).join(' ');
  const negatedPast = past.startsWith('ا') ? `نی${past.slice(1)}` : `ن${past}`;
  const forms = ['', 'ند'].flatMap((ending) => [
    past + ending,
    negatedPast + ending,
    `می_${past}${ending}`,
    `نمی_${past}${ending}`,
    `می_${present}${ending === '' ? 'د' : 'ند'}`,
    `نمی_${present}${ending === '' ? 'د' : 'ند'}`,
    `${past}ه${ending === '' ? ' است' : '_اند'}`,
    `${negatedPast}ه${ending === '' ? ' است' : '_اند'}`,
    `${past}ه بود${ending}`,
    `خواه${ending === '' ? 'د' : 'ند'} ${past}`,
    `نخواه${ending === '' ? 'د' : 'ند'} ${past}`,
  ]);
  return forms.map((form) => `${before} ${form}`.trim());
}

function spellings(form: string): string[] {
  if (!form.includes('_')) return [form.replaceAll(ZWNJ, ''), form];
  return [form.replaceAll('_', ZWNJ), form.replaceAll('_', ' '), form.replaceAll('_', '')];
}
