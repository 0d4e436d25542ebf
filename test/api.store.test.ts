/** The machine interface over the sample press, called as its own OpenAPI document says. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  API_ROOT,
  type DocumentParameter,
  type OpenApiDocument,
  operationsOf,
} from '../src/serve/api/document.js';
import { testExports } from './api_exports.js';
import { testFeeds } from './api_feeds.js';
import { testFollows } from './api_follows.js';
import { makeRequests } from './api_fuzz.js';
import { testGate } from './api_gate.js';
import { testHub } from './api_hub.js';
import { testKeysDesk } from './api_keys_desk.js';
import { testMoments } from './api_moments.js';
import { testPages } from './api_pages.js';
import { type ApiPress, openApiPress } from './api_press.js';
import { validatorOf } from './api_schemas.js';
import { pathValues, QUERY_VALUES } from './api_values.js';
import { testWebhooks } from './api_webhooks.js';

const press: ApiPress = await openApiPress({ after });
let document: OpenApiDocument;

before(async () => {
  document = (await (await press.app.request('/openapi.json')).json()) as OpenApiDocument;
});

/** An answer; its body is `any`, since the tests look at what the document says of it. */
async function get(path: string, headers: Record<string, string> = {}, init: RequestInit = {}) {
  const response = await press.app.request(`${API_ROOT}${path}`, {
    ...init,
    headers: { Authorization: `Bearer ${press.key}`, ...headers },
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body:
      response.headers.get('content-type')?.includes('json') && text !== '' && !isRows(response)
        ? JSON.parse(text)
        : undefined,
  };
}

function isRows(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('application/x-ndjson') === true;
}

function fill(path: string, values: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

/** Adds what is required, and what is asked for beside it. */
async function addressOf(path: string, extra: Readonly<Record<string, string>> = {}): Promise<string> {
  const parameters = document.paths[path]?.get?.parameters ?? [];
  const required = parameters.filter(({ in: place, required: is }) => place === 'query' && is);
  const wanted = Object.fromEntries(required.map(({ name }) => [name, 'گفت\u200cوگو']));
  const query = new URLSearchParams({ ...wanted, ...extra });
  return `${fill(path, await pathValues(press, path))}?${query}`;
}

function operations(): readonly string[] {
  return operationsOf(document)
    .filter(
      ({ method, operation }) =>
        method === 'get' &&
        'application/json' in ((operation.responses[200] as { content: object }).content ?? {}),
    )
    .map(({ path }) => path);
}

test('every operation of the document answers as its schema says', async () => {
  assert.ok(operations().length >= 30, String(operations().length));
  for (const path of operations()) {
    const validate = validatorOf(document, path);
    const address = await addressOf(path);
    const { status, body, text } = await get(address);
    assert.equal(status, 200, `${address} ${text}`);
    const isRight: boolean = validate(body);
    assert.ok(isRight, `${address} ${JSON.stringify(validate.errors?.slice(0, 3))}`);
    if (Array.isArray(body.items))
      assert.ok(body.items.length > 0 || path === '/issues', `${address} is empty`);
  }
});

test('every operation takes every parameter that the document names', async () => {
  for (const path of operations()) {
    const validate = validatorOf(document, path);
    for (const { name, in: place, schema } of document.paths[path]?.get?.parameters ?? []) {
      const value = QUERY_VALUES[name] ?? (schema.enum as string[] | undefined)?.[0];
      if (place !== 'query' || value === undefined) continue;
      const address = await addressOf(path, { [name]: value });
      const { status, body, text } = await get(address);
      assert.equal(status, 200, `${address} ${text}`);
      assert.ok(validate(body), `${address} ${JSON.stringify(validate.errors?.slice(0, 3))}`);
    }
  }
});

/** What no parameter of a kind takes. */
function badValues({ name, schema }: DocumentParameter): readonly string[] {
  if (name === 'cursor') return ['nonsense', Buffer.from('["stories",null]').toString('base64url')];
  if (name === 'asOf' || name === 'from' || name === 'to') return ['yesterday', '1404/13/40', '2025-02-30'];
  if (schema.enum !== undefined) return ['no-such-word'];
  if (schema.type === 'integer') return ['0', '-1', '1.5', 'ten', '99999999999999999999'];
  return [`long ${'x'.repeat(400)}`, 'a\u0001b'];
}

test('bad input of every parameter is answered with 400 and the name of the parameter', async () => {
  let tried = 0;
  for (const path of operations()) {
    for (const parameter of document.paths[path]?.get?.parameters ?? []) {
      for (const value of badValues(parameter)) {
        const { name } = parameter;
        const address =
          parameter.in === 'path'
            ? fill(path, { ...(await pathValues(press, path)), [name]: value })
            : await addressOf(path, { [name]: value });
        const { status, body, headers } = await get(address);
        assert.equal(status, 400, `${address} ${JSON.stringify(body).slice(0, 400)}`);
        assert.equal(headers.get('content-type'), 'application/problem+json');
        assert.equal(body.errors?.[0].field, name, `${address} ${JSON.stringify(body)}`);
        assert.equal(body.errors[0].in, parameter.in);
        tried++;
      }
    }
    const { status, body } = await get(await addressOf(path, { asof: '2025-01-01' }));
    assert.deepEqual([status, body.errors[0].field], [400, 'asof'], path);
  }
  assert.ok(tried > 200, String(tried));
});

test('a parameter that is missing or given twice is named', async () => {
  assert.deepEqual((await get('/search')).body.errors, [{ field: 'q', in: 'query', message: 'is required' }]);
  const twice = await get('/stories?limit=1&limit=2');
  assert.deepEqual([twice.status, twice.body.errors[0].field], [400, 'limit']);
});

test('pages of every list join without a gap or a repetition', async () => {
  const lists = operations().filter((path) =>
    document.paths[path]?.get?.parameters.some(({ name }) => name === 'cursor'),
  );
  assert.ok(lists.length > 10);
  for (const path of lists.filter((each) => each !== '/search')) {
    const { body: whole, text } = await get(await addressOf(path, { limit: '7' }));
    assert.ok(whole.items, `${path} ${text.slice(0, 300)}`);
    if (whole.items.length < 3) continue;
    const first = (await get(await addressOf(path, { limit: '2' }))).body;
    assert.equal(typeof first.next, 'string', path);
    const second = (await get(await addressOf(path, { limit: '2', cursor: first.next }))).body;
    const joined = [...first.items, ...second.items];
    const isWhole = path.endsWith('/mentions')
      ? whole.items.slice(0, joined.length)
      : whole.items.slice(0, 4);
    assert.deepEqual(joined, isWhole, path);
  }
});

test('a list walked to its end has everything once', async () => {
  const ids: number[] = [];
  let address = '/articles?limit=50';
  for (let page = 0; page < 100; page++) {
    const { body } = await get(address);
    ids.push(...body.items.map(({ id }: { id: number }) => id));
    if (body.next === null) break;
    address = `/articles?limit=50&cursor=${body.next}`;
  }
  const row = await press.store.row<{ count: number }>('select count(*) from article');
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(ids.length, row?.count);
});

test('every evidence is cut out of the version that it names', async () => {
  const found: { article: number; version: number; start: number; end: number; words: string }[] = [];
  const collect = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(collect);
    else if (typeof part === 'object' && part !== null) {
      if ('words' in part && 'version' in part) found.push(part as (typeof found)[number]);
      else Object.values(part).forEach(collect);
    }
  };
  for (const path of operations()) collect((await get(await addressOf(path))).body);
  assert.ok(found.length > 100, String(found.length));
  for (const { article, version, start, end, words } of found) {
    const row = await press.store.row<{ text: string }>(
      'select text from article_version where article_id = $1 and number = $2',
      [article, version],
    );
    assert.equal(row?.text.slice(start, end), words);
  }
});

test('asOf is answered with 400 where it has no meaning, and the document says so', async () => {
  const without = operations().filter(
    (path) => !document.paths[path]?.get?.parameters.some(({ name }) => name === 'asOf'),
  );
  assert.ok(without.includes('/families') && without.includes('/sources'));
  for (const path of without) {
    const { status, body } = await get(await addressOf(path, { asOf: '2100-01-01' }));
    assert.deepEqual([status, body.errors?.[0].field], [400, 'asOf'], path);
    assert.match(document.paths[path]?.get?.description ?? '', /asOf/, path);
  }
});

test('an answer has a strong tag, and none is sent to who has it', async () => {
  for (const packing of ['', 'gzip', 'br']) {
    const first = await press.app.request(`${API_ROOT}/stories`, { headers: { 'Accept-Encoding': packing } });
    const tag = first.headers.get('etag') ?? '';
    assert.match(tag, /^"[\w-]+"$/);
    const headers = { 'Accept-Encoding': packing, 'If-None-Match': `"other", W/${tag}` };
    const again = await press.app.request(`${API_ROOT}/stories`, { headers });
    assert.deepEqual([again.status, await again.text(), again.headers.get('etag')], [304, '', tag]);
  }
});

/** SANAD_TEST_FUZZ asks for more requests, SANAD_TEST_SEED for others. */
const FUZZED = Number(process.env.SANAD_TEST_FUZZ ?? 1000);
const SEED = Number(process.env.SANAD_TEST_SEED ?? 20251215);

test('no request, however careless or hostile, is answered with a fault of ours', async () => {
  const { store } = press;
  const known = await store.rows<{ v: string }>(
    `(select id::text as v from article limit 20) union all (select id from entity limit 30)
     union all (select id from statement limit 20) union all (select id from contact limit 20)
     union all (select id::text from story limit 10) union all (select id from outlet limit 10)`,
  );
  const words = [
    ...known.map(({ v }) => v),
    'politics',
    '2026-11-15T10:00:00.000Z',
    '0.5',
    '-Infinity',
    '1e400',
  ];
  const statuses = new Map<number, number>();
  for (const { method, address, body } of makeRequests(document, words, { seed: SEED, count: FUZZED })) {
    const { status, text } = await get(address, {}, { method, ...(body !== undefined && { body }) });
    assert.ok(status < 500, `seed ${SEED}: ${method} ${address} ${body ?? ''} ${status} ${text}`);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  assert.ok((statuses.get(200) ?? 0) > FUZZED / 20, JSON.stringify([...statuses]));
  assert.ok((statuses.get(400) ?? 0) > FUZZED / 20, JSON.stringify([...statuses]));
});

/** A page or file of the site. */
testGate(press);
testPages(press);
testExports(press);
testMoments(press);
testFeeds(press);
testHub(press);
testKeysDesk(press);
testWebhooks(press);
testFollows(press);
