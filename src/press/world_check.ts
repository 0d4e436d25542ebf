/**
 * Checks of the sample press that its schema cannot make: that every reference leads somewhere, that times are in
 * order and evidence stands in the text. Each returns one English line per fault; no line, no fault.
 */
import type { PressArticle, PressWorld } from './world.js';
import { articleText, articleVersions, blockText } from './world_text.js';

const MINUTES_PER_DAY = 24 * 60;

/** A copy called verbatim holds at least this share of the words of what it copies. Published rule of the press. */
export const VERBATIM_SHARE = 0.95;

/** Faults of the articles themselves: outlets, times, edits, codes, related links, spelling of master texts. */
export function findWorldFaults(world: PressWorld): readonly string[] {
  return [
    ...repeated(world.articles.map((article) => article.id)).map((id) => `article id "${id}" is used twice`),
    ...repeatedCodes(world),
    ...world.articles.flatMap((article) => [
      ...placeFaults(world, article),
      ...timeFaults(world, article),
      ...spellingFaults(article),
    ]),
  ];
}

/** Words of a text, for shares and counts; half-spaces stay inside a word. */
export function pressWords(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}\u200c]+/gu) ?? [];
}

/** Share (0..1) of the words of `original`'s body that stand in `copy`'s body as well, each counted as often as it occurs. */
export function sharedBodyWords(copy: PressArticle, original: PressArticle): number {
  const left = new Map<string, number>();
  for (const word of bodyWords(copy)) left.set(word, (left.get(word) ?? 0) + 1);
  const wanted = bodyWords(original);
  let found = 0;
  for (const word of wanted) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    found += 1;
  }
  return wanted.length === 0 ? 1 : found / wanted.length;
}

function bodyWords(article: PressArticle): readonly string[] {
  return pressWords(article.body.map(blockText).join('\n'));
}

function repeatedCodes(world: PressWorld): readonly string[] {
  const codes = world.articles.flatMap((article) => article.newsCode ?? []);
  return repeated(codes).map((code) => `news code "${code}" is used twice`);
}

function placeFaults(world: PressWorld, article: PressArticle): readonly string[] {
  const ids = new Set(world.articles.map((one) => one.id));
  const outlets = new Set(world.outlets.map((outlet) => outlet.id));
  const houses = new Set(world.setting.houses.map((house) => house.outlet));
  const faults: string[] = [];
  if (!outlets.has(article.outlet)) faults.push(`${article.id}: no outlet "${article.outlet}"`);
  if (!houses.has(article.outlet)) faults.push(`${article.id}: outlet "${article.outlet}" has no house`);
  for (const other of [...article.related, ...(article.linksTo === undefined ? [] : [article.linksTo])]) {
    if (!ids.has(other)) faults.push(`${article.id}: no article "${other}" to link to`);
  }
  if (article.forwardedFrom !== undefined && !outlets.has(article.forwardedFrom)) {
    faults.push(`${article.id}: forwarded from "${article.forwardedFrom}", which is no outlet`);
  }
  return faults;
}

function timeFaults(world: PressWorld, article: PressArticle): readonly string[] {
  const end = world.setting.days * MINUTES_PER_DAY;
  const faults: string[] = [];
  const times = [
    article.published,
    ...article.edits.map((edit) => edit.at),
    ...article.comments.map((one) => one.at),
  ];
  if (times.some((minute) => minute < article.published || minute >= end || article.published < 0)) {
    faults.push(`${article.id}: a time lies before publication or outside the ${world.setting.days} days`);
  }
  const edits = article.edits.map((edit) => edit.at);
  if (edits.some((minute, index) => minute <= (edits[index - 1] ?? article.published))) {
    faults.push(`${article.id}: edits are not in order`);
  }
  return faults;
}

/** Master texts are well spelt: no Arabic ي or ك, no «می شود» or «ها» with a plain space, no day of a month. */
function spellingFaults(article: PressArticle): readonly string[] {
  return articleVersions(article).flatMap((version) => {
    const text = articleText(version);
    return SPELLING_RULES.flatMap(([rule, pattern]) => {
      const hit = text.match(pattern);
      return hit === null ? [] : [`${article.id}: ${rule}: "${hit[0]}"`];
    });
  });
}

const SPELLING_RULES: readonly (readonly [string, RegExp])[] = [
  ['Arabic letter', /[يكة]/u],
  ['space where a half-space belongs', /(?<![\p{L}\u200c])(?:ن?می) (?=\p{L})/u],
  ['space before a plural ending', /\p{L} (?:ها|های|هایی|ترین)(?![\p{L}\u200c])/u],
  ['space before a comma or full stop', / [،.؛:!؟]/u],
  ['two spaces', / {2}/u],
  ['Latin or Arabic-Indic digit', /(?<![A-Za-z-])[0-9٠-٩]/u],
  ['day of a month, which would bind the clock', dayOfMonth()],
  ['half-space at the edge of a word', /\u200c(?![\p{L}\p{N}])|(?<!\p{L})\u200c/u],
  ['token of the author left in', /[{}]|\bd\d+ \d\d:\d\d/u],
];

function dayOfMonth(): RegExp {
  const months =
    'فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند|ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر';
  return new RegExp(`[۰-۹]{1,2} (?:${months})(?![\\p{L}\\u200c])`, 'u');
}

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
