/** Exports of the site: every row can be found again in the texts, and an export that was cut goes on where it was. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApiPress } from './api_press.js';

interface Row {
  readonly record: string;
  readonly cursor: string;
  readonly article: number;
  readonly version: number;
  readonly start: number | null;
  readonly end: number | null;
  readonly words: string;
  readonly sources?: readonly Row[];
  readonly reports?: readonly Row[];
  readonly events?: readonly Row[];
}

interface StatementRow {
  readonly start: number;
  readonly words: string;
  readonly content: string;
  readonly content_start: number;
  readonly content_end: number;
}

export function testExports(press: ApiPress): void {
  const lists = async (): Promise<readonly string[]> => {
    const { id, story } = (await press.store.row<{ id: number; story: number }>(
      'select (select id from dossier limit 1) as id, (select id from story order by report_count desc limit 1) as story',
    )) ?? { id: 0, story: 0 };
    return ['/stories', '/statements', '/contacts', '/dossiers', `/dossier/${id}`, `/story/${story}`];
  };
  const take = async (path: string): Promise<string> => {
    const response = await press.app.request(path);
    assert.equal(response.status, 200, path);
    return response.text();
  };

  test('every row of an export has words that its article version has at its span', async () => {
    for (const path of await lists()) {
      const lines = (await take(`${path}/export.jsonl`)).trimEnd().split('\n');
      const rows = lines.map((line) => JSON.parse(line) as Row);
      assert.equal(new Set(rows.map(({ cursor }) => cursor)).size, rows.length, path);
      const events = JSON.parse(await take(`${path}/export.plover.json`)) as Row[];
      assert.ok(events.length > 0, path);
      const nested = events.flatMap((event) => [event, ...(event.events ?? [])]);
      const sources = nested.flatMap(({ sources = [], reports = [] }) => [...sources, ...reports]);
      assert.ok(sources.length > 0 || path === '/statements', path);
      for (const { article, version, start, end, words } of [...rows, ...sources].slice(0, 400)) {
        if (start === null || end === null) continue;
        const found = await press.store.row<{ text: string }>(
          'select text from article_version where article_id = $1 and number = $2',
          [article, version],
        );
        assert.equal(found?.text.slice(start, end), words, `${path} ${article}`);
      }
    }
  });

  test('the words of a statement in an export hold its content, where its content says', async () => {
    const lines = (await take('/statements/export.jsonl')).trimEnd().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as StatementRow);
    assert.ok(rows.length > 0);
    for (const { start, words, content, content_start: from, content_end: to } of rows)
      assert.equal(words.slice(from - start, to - start), content, words);
  });

  test('an export that is cut anywhere goes on behind the last row that came, in every format', async () => {
    for (const path of await lists())
      for (const format of ['csv', 'jsonl', 'plover.json'] as const) {
        const address = `${path}/export.${format}`;
        const whole = rowsOf(await take(address), format);
        assert.ok(whole.length > 0, address);
        for (const at of cutsOf(whole.length)) {
          const begun = rowsOf(await takeRows(press, address, at), format);
          assert.equal(begun.length, at, address);
          const cursor = encodeURIComponent(begun.at(-1)?.cursor ?? '');
          const rest = rowsOf(await take(`${address}?after=${cursor}`), format);
          assert.deepEqual([...begun, ...rest], whole, `${address} ${cursor}`);
        }
      }
  });

  test('a cursor that leads nowhere is refused', async () => {
    const bad = ['x', 'story:12-abcd', 'statement:999999-abcdef', 'contact:1', 'story:999999999'];
    for (const after of bad) {
      const { status } = await press.app.request(`/stories/export.jsonl?after=${after}`);
      assert.equal(status, 400, after);
    }
    const of = JSON.parse((await take('/statements/export.jsonl')).split('\n')[0] ?? '') as Row;
    assert.equal((await press.app.request(`/contacts/export.csv?after=${of.cursor}`)).status, 400);
  });

  test('stories as known at a moment leave out what came later', async () => {
    const middle = await press.store.row<{ at: string }>(
      'select seen_at as at from article_version order by seen_at offset (select count(*) / 2 from article_version) limit 1',
    );
    const at = middle?.at ?? '';
    const rows = (await take(`/stories/export.jsonl?asOf=${at}`)).trimEnd().split('\n');
    const all = (await take('/stories/export.jsonl')).trimEnd().split('\n');
    assert.ok(rows.length > 10 && rows.length < all.length);
    for (const row of rows) assert.ok((JSON.parse(row) as { known_at: string }).known_at <= at);
  });

  test('the API gives the same rows, and names what it cannot take', async () => {
    for (const noun of ['stories', 'statements', 'contacts', 'dossiers']) {
      assert.equal(await take(`/api/v1/exports/${noun}`), await take(`/${noun}/export.jsonl`));
      assert.equal(await take(`/api/v1/exports/${noun}?format=csv`), await take(`/${noun}/export.csv`));
    }
    const fault = async (path: string) => {
      const response = await press.app.request(`/api/v1/exports/${path}`);
      const { errors } = (await response.json()) as { errors: readonly { field: string }[] };
      return [response.status, errors[0]?.field];
    };
    assert.deepEqual(await fault('stories?after=x'), [400, 'after']);
    assert.deepEqual(await fault('stories?after=statement:999999-abcdef'), [400, 'after']);
    assert.deepEqual(await fault('gossip'), [400, 'noun']);
    assert.deepEqual(await fault('stories?format=xml'), [400, 'format']);
    assert.deepEqual(await fault('stories?limit=3'), [400, 'limit']);
    const politics = (await take('/api/v1/exports/stories?section=politics')).trimEnd().split('\n');
    for (const row of politics) assert.equal((JSON.parse(row) as { section: string }).section, 'politics');
  });
}

/** Reads so many rows of an answer and breaks the connection. */
async function takeRows({ app }: ApiPress, path: string, count: number): Promise<string> {
  const { body } = await app.request(path);
  assert.ok(body);
  let text = '';
  let rows = 0;
  for await (const piece of body) {
    const letters = new TextDecoder().decode(piece);
    text += letters;
    // Marks, heads and brackets come as pieces of their own.
    if (/^,?\n?\{|\r\n$/.test(letters) && !/^(\r\n)?(record|dossier),/.test(letters)) rows += 1;
    if (rows === count) break;
  }
  return text;
}

/** First and last rows, and others in between: the more rows, the fewer of them. */
function cutsOf(count: number): readonly number[] {
  const step = Math.max(1, Math.floor(count / 7));
  const between = Array.from({ length: Math.floor(count / step) }, (_, at) => 1 + at * step);
  return [...new Set([1, ...between, count])];
}

type Cut = Readonly<Record<string, unknown>> & { readonly cursor: string };

/** The rows of an export, whole or cut behind one. */
function rowsOf(text: string, format: 'csv' | 'jsonl' | 'plover.json'): readonly Cut[] {
  if (format === 'csv') return rowsOfTable(text);
  const lines = text.split('\n').filter((line) => line.startsWith('{'));
  return lines.map((line) => JSON.parse(line.replace(/,$/, '')) as Cut);
}

/** Rows of RFC 4180 with heads, the byte order mark taken off; an empty line comes before a new head. */
function rowsOfTable(text: string): readonly Cut[] {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  const rows: Cut[] = [];
  let head: readonly string[] | undefined;
  let row: string[] = [];
  for (const [whole, quoted, plain = '', end] of text.matchAll(field)) {
    if (whole === '' && row.length === 0) break;
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    if (row.length === 1 && row[0] === '') head = undefined;
    else if (head === undefined) head = row;
    else rows.push(Object.fromEntries(head.map((name, at) => [name, row[at]])) as Cut);
    row = [];
  }
  return rows;
}
