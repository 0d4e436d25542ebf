import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { weekdayOf } from '../src/persian/date_words.js';
import { findDates } from '../src/persian/dates.js';
import { toAsciiDigits } from '../src/persian/digits.js';
import { keyOf } from '../src/persian/keys.js';
import { numberWordValue } from '../src/persian/number_words.js';
import type { EvalScore, EvalTask } from './task.js';

interface ParserCase {
  readonly test: string;
  readonly args: readonly unknown[];
}

type Range = readonly [start: number, end: number];

const ENGLISH_WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** A found span counts when it shares at least this much of its union with a gold span. */
const LEAST_OVERLAP = 0.5;

/** Jalali dates and words by value, and time spans in Persian sentences. */
export const task: EvalTask = {
  name: 'persian.dates',
  run(dataFolder) {
    const cases = readJson<readonly ParserCase[]>(dataFolder, 'dateparser-jalali.json');
    const spans = readJson<readonly { test_input: string; expected: string }[]>(
      dataFolder,
      'parstdex-spans.json',
    );
    const of = (test: string): readonly ParserCase[] => cases.filter((each) => each.test === test);
    return Promise.resolve([
      share('persian.dates.jalali', of('test_get_date'), isDateRight),
      share('persian.dates.number_words', of('test_replace_day_literal_with_numerals'), isNumberRight),
      share('persian.dates.weekdays', of('test_replace_weekdays'), isWeekdayRight),
      share(
        'persian.dates.digits',
        of('test_replace_digits'),
        ({ args: [from, to] }) => toAsciiDigits(String(from)) === to,
      ),
      ...spanScores(
        spans.map((each) => ({ text: each.test_input, gold: JSON.parse(each.expected) as Range[] })),
      ),
    ]);
  },
};

function readJson<Value>(dataFolder: string, name: string): Value {
  return JSON.parse(readFileSync(join(dataFolder, 'data', 'dates', name), 'utf8')) as Value;
}

function share(
  name: string,
  cases: readonly ParserCase[],
  isRight: (each: ParserCase) => boolean,
): EvalScore {
  const wrong = cases.filter((each) => !isRight(each));
  const note = `${cases.length - wrong.length} of ${cases.length}`;
  const shown = wrong.slice(0, 3).map((each) => String(each.args[0]));
  return {
    name,
    value: 1 - wrong.length / cases.length,
    note: wrong.length === 0 ? note : `${note}; wrong: ${shown.join(' | ')}`,
  };
}

function isDateRight({ args }: ParserCase): boolean {
  const [year, month, day, hour = 0, minute = 0, second = 0] = (args[1] as { datetime: number[] }).datetime;
  const [found] = findDates(String(args[0]));
  const date = [year, month, day].map((value) => String(value).padStart(2, '0')).join('-');
  const clock = [hour, minute, second].map((value) => String(value).padStart(2, '0')).join(':');
  const hasClock = hour + minute + second > 0;
  return found?.iso?.slice(0, 10) === date && (!hasClock || found.iso.slice(11, 19) === clock);
}

/** «بیست ثانیه» → 22 in the source is a slip for «بیست و دو» and cannot be right by value. */
function isNumberRight({ args: [words, value] }: ParserCase): boolean {
  return numberWordValue(keyOf(String(words)).replaceAll(' ', ''))?.value === Number(value);
}

function isWeekdayRight({ args: [text, name] }: ParserCase): boolean {
  const key = keyOf(String(text)).split(' ').at(-1) ?? '';
  return ENGLISH_WEEKDAYS[weekdayOf(key) ?? -1] === name;
}

function spanScores(cases: readonly { text: string; gold: readonly Range[] }[]): EvalScore[] {
  let matched = 0;
  let exact = 0;
  let found = 0;
  let gold = 0;
  let sharedUnits = 0;
  let foundUnits = 0;
  let goldUnits = 0;
  for (const each of cases) {
    const spans = findDates(each.text).map((mention): Range => [mention.start, mention.end]);
    matched += countMatches(spans, each.gold);
    exact += spans.filter(([start, end]) =>
      each.gold.some((range) => range[0] === start && range[1] === end),
    ).length;
    found += spans.length;
    gold += each.gold.length;
    const marks = unitsOf(spans);
    const goldMarks = unitsOf(each.gold);
    foundUnits += marks.size;
    goldUnits += goldMarks.size;
    sharedUnits += [...marks].filter((at) => goldMarks.has(at)).length;
  }
  return [
    {
      name: 'persian.dates.span_f1',
      value: (2 * matched) / (found + gold),
      note: `overlap of half or more; precision ${(matched / found).toFixed(3)}, recall ${(matched / gold).toFixed(3)}`,
    },
    { name: 'persian.dates.span_letters_f1', value: (2 * sharedUnits) / (foundUnits + goldUnits) },
    { name: 'persian.dates.span_exact_f1', value: (2 * exact) / (found + gold) },
  ];
}

function unitsOf(ranges: readonly Range[]): Set<number> {
  const units = new Set<number>();
  for (const [start, end] of ranges) for (let at = start; at < end; at += 1) units.add(at);
  return units;
}

/** Greedy one-to-one matches. */
function countMatches(found: readonly Range[], gold: readonly Range[]): number {
  const free = new Set(gold);
  let matches = 0;
  for (const range of found) {
    const partner = [...free].find((each) => overlap(range, each) >= LEAST_OVERLAP);
    if (partner === undefined) continue;
    free.delete(partner);
    matches += 1;
  }
  return matches;
}

function overlap(a: Range, b: Range): number {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return shared <= 0 ? 0 : shared / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]));
}
