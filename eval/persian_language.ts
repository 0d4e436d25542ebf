import { identifyLanguage } from '../src/persian/language.js';
import { LANGUAGE_CASES } from './persian_language_cases.data.js';
import type { EvalTask } from './task.js';

/** Share of invented short texts whose language is found, in all and by language. */
export const task: EvalTask = {
  name: 'persian.language',
  run() {
    const cases = Object.entries(LANGUAGE_CASES).flatMap(([language, texts]) =>
      texts
        .trim()
        .split('\n')
        .map((text) => ({ language, text, found: identifyLanguage(text) })),
    );
    const right = cases.filter(({ language, found }) => language === found).length;
    const byLanguage = Object.keys(LANGUAGE_CASES).map((language) => {
      const own = cases.filter((each) => each.language === language);
      const good = own.filter((each) => each.found === language).length;
      const confused = [
        ...new Set(own.flatMap(({ found }) => (found === language ? [] : [found ?? 'none']))),
      ];
      const note = `${good} of ${own.length}${confused.length === 0 ? '' : `; else ${confused.join(' ')}`}`;
      return { name: `persian.language.${language}`, value: good / own.length, note };
    });
    const all = {
      name: 'persian.language.all',
      value: right / cases.length,
      note: `${right} of ${cases.length} texts`,
    };
    return Promise.resolve([all, ...byLanguage]);
  },
};
