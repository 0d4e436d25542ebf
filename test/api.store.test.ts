/** The machine interface over the sample press, called as its own OpenAPI document says. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
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

/** One value for each parameter of a path, of things that the press has. */
async function pathValues(path: string): Promise<Readonly<Record<string, string>>> {
  const { store } = press;
  const one = async (sql: string): Promise<string> =>
    String((await store.row<{ v: unknown }>(`${sql} limit 1`))?.v ?? '');
  if (path.startsWith('/stories'))
    return {
      id: await one('select id as v from story where report_count > 1 order by report_count desc, id'),
    };
  if (path.startsWith('/articles')) {
    const id = await one('select article_id as v from copy_link order by jsonb_array_length(spans) desc');
    return { id, version: '1' };
  }
  if (path.startsWith('/entities'))
    return {
      id: await one(
        'select entity_id as v from statement_speaker where entity_id is not null group by 1 order by count(*) desc, 1',
      ),
    };
  if (path.startsWith('/statements'))
    return { id: await one('select target_id as v from statement where target_id is not null') };
  if (path.startsWith('/contacts'))
    return { id: await one(`select id as v from contact order by jsonb_array_length(entry->'voices') desc`) };
  if (path.startsWith('/dyads')) {
    const { items } = (await get('/dyads')).body;
    return { a: items[0].a.id, b: items[0].b.id };
  }
  if (path.startsWith('/outlets'))
    return { id: await one('select outlet_id as v from article where outlet_id is not null') };
  if (path.startsWith('/sources'))
    return { id: await one('select source_id as v from source_state where listed') };
  if (path.startsWith('/threads'))
    return {
      id: await one('select thread_id as v from story group by 1 having count(*) > 1 and thread_id > 0'),
    };
  if (path.startsWith('/topics')) return { id: await one('select topic_id as v from topic_item') };
  if (path.startsWith('/webhooks')) return { id: String(press.webhookId) };
  if (path.startsWith('/fetched-pages')) return { id: await one('select page_id as v from page_result') };
  if (path.startsWith('/dossiers')) return { id: await one('select id as v from dossier') };
  return {};
}

/** A right value for every parameter of a query. */
const QUERY_VALUES: Readonly<Record<string, string>> = {
  asOf: '2100-01-01',
  limit: '3',
  from: '۱۳۹۰/۰۱/۰۱',
  to: '2100-12-30',
  order: 'newest',
  version: '1',
};

function fill(path: string, values: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

/** Adds what is required, and what is asked for beside it. */
async function addressOf(path: string, extra: Readonly<Record<string, string>> = {}): Promise<string> {
  const parameters = document.paths[path]?.get?.parameters ?? [];
  const required = parameters.filter(({ in: place, required: is }) => place === 'query' && is);
  const wanted = Object.fromEntries(required.map(({ name }) => [name, 'گفت\u200cوگو']));
  const query = new URLSearchParams({ ...wanted, ...extra });
  return `${fill(path, await pathValues(path))}?${query}`;
}

/** Schemas as the document gives them, but with no field beside those that it names. */
function validatorOf(path: string): ValidateFunction {
  const known = validators.get(path);
  if (known) return known;
  const { components, paths } = close(document) as OpenApiDocument;
  const response = paths[path]?.get?.responses[200] as
    | { content: Record<string, { schema: object }> }
    | undefined;
  const schema = response?.content['application/json']?.schema;
  assert.ok(schema, `no schema for ${path}`);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile({ ...schema, components });
  validators.set(path, validate);
  return validate;
}

const validators = new Map<string, ValidateFunction>();

function close(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(close);
  if (typeof part !== 'object' || part === null) return part;
  const copy: Record<string, unknown> = Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, close(value)]),
  );
  return copy.type === 'object' && copy.properties !== undefined
    ? { ...copy, additionalProperties: false }
    : copy;
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
    const validate = validatorOf(path);
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
    const validate = validatorOf(path);
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
            ? fill(path, { ...(await pathValues(path)), [name]: value })
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

test('asOf shows nothing that was not known then', async () => {
  const { store } = press;
  const middle = await store.row<{ at: string }>(
    'select known_at as at from statement order by known_at offset (select count(*) / 2 from statement) limit 1',
  );
  const moment = middle?.at ?? '';
  for (const path of ['/statements', '/contacts']) {
    const { items } = (await get(`${path}?limit=100&asOf=${moment}`)).body;
    assert.ok(items.length > 0, path);
    for (const item of items) assert.ok(item.known.iso <= moment, `${path} ${item.id}`);
  }
  const articles = (await get(`/articles?limit=100&asOf=${moment}`)).body.items;
  for (const article of articles) assert.ok(article.firstSeen.iso <= moment && article.seen.iso <= moment);
  const [late] = await store.rows<{ id: number }>('select id from article where first_seen_at > $1 limit 1', [
    moment,
  ]);
  assert.equal((await get(`/articles/${late?.id}?asOf=${moment}`)).status, 404);
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

test('stories as known at a moment are those that had reports then, the newest of then first', async () => {
  const { store } = press;
  const middle = await store.row<{ at: string }>(
    'select first_seen_at as at from article order by 1 offset (select count(*) / 2 from article) limit 1',
  );
  const moment = middle?.at ?? '';
  const items: { id: number; last: { iso: string }; reportCount: number; title: string }[] = [];
  for (let cursor = ''; ; ) {
    const page = (await get(`/stories?limit=20&asOf=${moment}${cursor}`)).body;
    items.push(...page.items);
    if (page.next === null) break;
    cursor = `&cursor=${page.next}`;
  }
  const known = await store.rows<{ id: number }>(
    `select distinct m.story_id as id from story_member m join article a on a.id = m.article_id
     where a.first_seen_at <= $1 order by 1`,
    [moment],
  );
  const ids = items.map(({ id }) => id);
  assert.deepEqual(
    ids.toSorted((a, b) => a - b),
    known.map(({ id }) => id),
  );
  const all = await store.row<{ count: number }>('select count(*) from story where report_count > 0');
  assert.ok(ids.length > 20 && ids.length < (all?.count ?? 0));
  const times = items.map(({ last }) => last.iso);
  assert.deepEqual(times, times.toSorted().toReversed());
  for (const item of items.slice(0, 30)) {
    const { reports, ...story } = (await get(`/stories/${item.id}?asOf=${moment}`)).body;
    assert.deepEqual(item, story);
    assert.ok(reports.length === item.reportCount);
  }
  for (const path of ['/threads', '/dyads', '/dossiers', '/topics']) {
    const [then, now] = await Promise.all([
      get(`${path}?limit=100&asOf=${moment}`),
      get(`${path}?limit=100&asOf=2100-01-01`),
    ]);
    const listed = (await get(`${path}?limit=100`)).body.items;
    assert.deepEqual(now.body.items, listed, path);
    assert.ok(JSON.stringify(then.body.items) !== JSON.stringify(now.body.items), path);
    for (const { last, made, changed, firstSeen } of then.body.items)
      assert.ok((made ?? last ?? changed ?? firstSeen).iso <= moment, path);
  }
  const refused = await get(`/stories?order=important&asOf=${moment}`);
  assert.deepEqual([refused.status, refused.body.errors[0].field], [400, 'order']);
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
