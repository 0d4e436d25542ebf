import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from '../src/extract/feed.js';
import type { FeedDocument, FeedItem } from '../src/extract/feed_document.js';
import { textOf, textOfHtml } from '../src/extract/feed_text.js';
import { readTarGz } from './read_tar.js';
import type { EvalScore, EvalTask } from './task.js';

// The cases of feedparser, as far as they are about fields that we keep. Counted are single checks "this path
// has this value". Markup is compared by its letters, because cleaning markup is the site's matter; a check
// with no letters left in it is not counted. Left out: well-formedness flags, names of encodings and versions,
// podcast, media and geo modules, rights, contributors, images, the feed's own people and descriptions,
// languages and bases of single texts (all of them fields that we do not keep), and CDF, a format of 1997.

interface Case {
  readonly file: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly assertions: readonly Check[];
}

interface Check {
  readonly op: string;
  readonly path: readonly (string | number)[];
  readonly value?: unknown;
}

export const task: EvalTask = { name: 'feeds', run: scoreFeedCases };

async function scoreFeedCases(dataFolder: string): Promise<readonly EvalScore[]> {
  const files = readTarGz(readFileSync(join(dataFolder, 'data', 'feeds', 'feedparser-cases.tar.gz')));
  const lines = Buffer.from(files.get('expectations.jsonl') ?? '')
    .toString('utf8')
    .trim()
    .split('\n');
  let held = 0;
  let counted = 0;
  let all = 0;
  const missed: string[] = [];
  for (const line of lines) {
    const { file, headers, assertions } = JSON.parse(line) as Case;
    all += assertions.length;
    const checks = LEFT_OUT.test(file) ? [] : assertions.flatMap(readCheck);
    const bytes = files.get(`tests/${file}`);
    if (checks.length === 0 || bytes === undefined) continue;
    const { value } = parseFeed(bytes, headerOf(headers, 'content-type'), addressOf(file, headers));
    counted += checks.length;
    const right = checks.filter((holds) => value !== undefined && holds(value)).length;
    held += right;
    if (right < checks.length) missed.push(file);
  }
  const note = `${held} of ${counted} checks (${all - counted} about other things); missed ${missed.slice(0, 4).join(', ')}`;
  return [{ name: 'feeds.feedparser', value: held / counted, note }];
}

/** Where the cases were served when their expectations were written. */
function addressOf(file: string, headers: Case['headers']): string {
  const served = `http://127.0.0.1:8097/${file}`;
  return new URL(headerOf(headers, 'content-location') ?? '', served).href;
}

function headerOf(headers: Case['headers'], name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

/** Modules and formats that we do not read. */
const LEFT_OUT = /\/(?:cdf|itunes|media-rss|psc|geo)\//;

type Holds = (feed: FeedDocument) => boolean;

/** Turns one check into ours; nothing when it is about a field that we do not keep. */
function readCheck({ op, path, value }: Check): Holds[] {
  if (op !== 'eq') return [];
  const [top, index, ...rest] = path;
  if (top === 'entries' && typeof index === 'number') {
    const holds = itemCheck(rest, value);
    return holds === undefined ? [] : [(feed) => holds(feed.items[index] ?? EMPTY)];
  }
  if (top !== 'feed' || typeof value !== 'string') return [];
  const expected = textOf({ value });
  if (expected === undefined) return [];
  if (index === 'title' && rest.length === 0) return [(feed) => feed.title === expected];
  if (index === 'language' && rest.length === 0) return [(feed) => feed.language === value];
  if (index === 'link' && rest.length === 0) return [(feed) => sameAddress(feed.siteUrl, value)];
  return [];
}

const EMPTY: FeedItem = { authors: [], categories: [], links: [] };

type ItemHolds = (item: FeedItem) => boolean;

const DATES: Readonly<Record<string, 'published' | 'updated'>> = {
  published: 'published',
  published_parsed: 'published',
  created_parsed: 'published',
  updated: 'updated',
  updated_parsed: 'updated',
};

function itemCheck(path: readonly (string | number)[], value: unknown): ItemHolds | undefined {
  const name = path.filter((part) => typeof part === 'string').join('.');
  if (DATES[name] !== undefined) return dateCheck(name, value);
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const letters = textOf({ value });
  switch (name) {
    case 'title':
    case 'title_detail.value':
      return letters === undefined
        ? undefined
        : (item) => sameLetters(item.title, letters) || sameLetters(item.title, value);
    case 'description':
    case 'summary':
    case 'summary_detail.value':
    case 'content.value':
      return textCheck(letters, value, name.startsWith('content'));
    case 'link':
      return (item) => sameAddress(item.url, value);
    case 'id':
    case 'guid':
      return (item) => item.guid === value || sameAddress(item.guid, value);
    case 'author':
    case 'author_detail.name':
    case 'authors.name':
      return (item) =>
        item.authors.some((author) => author.includes(value) || value.startsWith(`${author} (`));
    case 'tags.term':
    case 'category':
      return (item) => item.categories.includes(letters ?? '');
    case 'links.href':
      return (item) => item.links.some(({ url }) => sameAddress(url, value));
    default:
      return undefined;
  }
}

/** Their `description` is the summary, or the content where there is no summary; so is the other way round. */
function textCheck(letters: string | undefined, value: string, content: boolean): ItemHolds | undefined {
  if (letters === undefined) return undefined;
  return (item) => {
    const inside = item.contentHtml === undefined ? undefined : textOfHtml(item.contentHtml);
    const [first, second] = content ? [inside, item.summary] : [item.summary, inside];
    const found = first ?? second;
    // A plain text may hold what looks like a tag.
    return sameLetters(found, letters) || sameLetters(found, value);
  };
}

/** Their dates are `[y, m, d, h, min, s, …]` in UTC, or the letters as printed. */
function dateCheck(name: string, value: unknown): ItemHolds | undefined {
  const field = DATES[name];
  if (field === undefined) return undefined;
  const ofItem = (item: FeedItem): FeedItem['published'] => item[field] ?? item.published ?? item.updated;
  if (typeof value === 'string') return (item) => ofItem(item)?.surface === value;
  if (!Array.isArray(value)) return undefined;
  const [year, month, day, hour, minute, second] = value as number[];
  const expected = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  return (item) => Date.parse(ofItem(item)?.iso ?? '') === expected;
}

function sameLetters(found: string | undefined, expected: string): boolean {
  const solid = (text: string): string => text.replace(/\s+/g, '');
  return found !== undefined && solid(found) === solid(expected);
}

function sameAddress(found: string | undefined, expected: string): boolean {
  if (found === expected) return true;
  return found !== undefined && URL.canParse(expected) && found === new URL(expected).href;
}
