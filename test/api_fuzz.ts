/** Addresses of the machine interface as careless and hostile programs write them; the same for the same seed. */
import {
  type DocumentOperation,
  type DocumentParameter,
  type OpenApiDocument,
  operationsOf,
} from '../src/serve/api/document.js';

/** Letters and numbers that have broken programs before. */
const NASTY = [
  '',
  '0',
  '-1',
  '1e309',
  '999999999999999',
  '9223372036854775808',
  'NaN',
  'null',
  '\u0000',
  '%00',
  '%',
  '\ud800',
  "' or 1=1 --",
  '../../etc/passwd',
  '{id}',
  '[]',
  '\u200c',
  '۱۲۳',
  '0000-00-00',
  '9999-12-31',
  '1404/12/30',
  '2025-12-15T25:00:00Z',
  '-000001-01-01T00:00:00Z',
  'x'.repeat(3000),
  'سپیدبار -«گفت و گو» رسانه:نوران از:۱۴۰۴',
  '"',
  '«',
  '()&|!:*<->',
];

export interface FuzzedRequest {
  readonly method: string;
  readonly address: string;
  /** What is sent with it. */
  readonly body: string | undefined;
}

/** Adds values that are right, so that many requests pass the checks and reach the store. */
export function makeRequests(
  document: OpenApiDocument,
  known: readonly string[],
  { seed, count }: { readonly seed: number; readonly count: number },
): readonly FuzzedRequest[] {
  const random = randomOf(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const writeValue = ({ schema, name }: DocumentParameter): string => {
    const dice = random();
    if (dice < 0.2) return pick(NASTY);
    if (dice < 0.3) return String.fromCodePoint(Math.floor(random() * 0x2fff), Math.floor(random() * 0xffff));
    if (name === 'cursor')
      return Buffer.from(JSON.stringify([pick(LISTS), pick(known), pick(NUMBERS)])).toString('base64url');
    if (Array.isArray(schema.enum)) return String(pick(schema.enum));
    if (['asOf', 'from', 'to'].includes(name)) return pick(DATES);
    return schema.type === 'integer' ? String(pick(NUMBERS)) : pick(known);
  };
  const operations = operationsOf(document).filter(({ path }) => path !== '/stream');
  const writeField = (name: string): unknown => {
    if (name === 'address') return pick(ADDRESSES);
    const page = random() < 0.7 ? pick(PAGES) : `/entity/${pick(known)}`;
    return pick<unknown>([
      page,
      [page],
      [pick(NUMBERS)],
      [page, pick(PAGES)],
      pick(NASTY),
      null,
      {},
      [[]],
      7,
    ]);
  };
  const writeBody = ({ requestBody }: DocumentOperation): string | undefined => {
    if (requestBody === undefined) return undefined;
    if (random() < 0.1) return pick([...NASTY, '[1]', '"x"', '{"__proto__":1}']);
    const names = Object.keys((requestBody.content['application/json'].schema.properties ?? {}) as object);
    return JSON.stringify(Object.fromEntries(names.map((name) => [name, writeField(name)])));
  };
  return Array.from({ length: count }, () => {
    const { path, method, operation } = pick(operations);
    const values = new Map(operation.parameters.map((parameter) => [parameter.name, writeValue(parameter)]));
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encode(values.get(name) ?? ''));
    const query = operation.parameters
      .filter(({ in: place, required }) => place === 'query' && (required || random() < 0.4))
      .map(({ name }) => `${name}=${encode(values.get(name) ?? '')}`);
    const address = `${filled}?${query.join('&')}`;
    return { method: method.toUpperCase(), address, body: writeBody(operation) };
  });
}

const LISTS = [
  'articles',
  'newest',
  'important',
  'statements',
  'contacts',
  'topics',
  'items',
  'entities',
  'search',
];
const NUMBERS = [0, 1, 2, 3, 17, 100, 1_000_000, 999_999_999_999_999];
const ADDRESSES = [
  'https://hooks.example/',
  'http://127.0.0.1/',
  'http://[::1]:80/',
  'http://169.254.169.254/latest/',
  'https://x:y@hooks.example/',
  'file:///etc/passwd',
  'https://hooks.example/%',
  'https://xn--/',
  '',
];
const PAGES = [
  '/search?q=سد',
  '/search?q=رسانه:نوران از:۱۴۰۴',
  '/search',
  '/topic/1',
  '/dossier/1',
  '/dossier/999999999999999',
  '/story/1',
  '/thread/1',
  '/dyad/country.us/country.ru',
  '/entity/%00',
  '/outlet/%E0%A4%A',
  '//evil.example/story/1',
];
const DATES = [
  '2025-12-15',
  '1404/09/24',
  '۱۴۰۴/۰۹/۲۴ ۱۴:۰۵',
  '2026-11-15T10:00:00Z',
  '1900-01-01',
  '2199-12-29',
];

/** As browsers send it; a lone half of a letter cannot be encoded and is sent as it stands. */
function encode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ED%A0%80';
  }
}

/** mulberry32: numbers from 0 to 1 that a seed repeats. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
