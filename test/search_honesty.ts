/** What a search gives and what the API asserts: nothing but what publishers printed or the store holds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hono } from 'hono';
import { SEARCH_SCOPES } from '../src/model/search_scope.js';
import { OPERATIONS } from '../src/serve/api/operations.js';
import type { Database } from '../src/store/database.js';
import { searchWords } from '../src/store/search_words.js';

type Site = Pick<Hono, 'request'>;

/** `openSite` opens a site of its own, with a count of requests of its own, once the press has been read. */
export function testHonesty(store: Database, openSite: () => Site): void {
  const get = async (site: Site, path: string) => {
    const response = await site.request(path);
    assert.equal(response.status, 200, path);
    // biome-ignore lint/suspicious/noExplicitAny: shapes are checked against the document elsewhere.
    return (await response.json()) as any;
  };

  test('no report is found by a word that stands only around its text', async () => {
    const rows = await store.rows<{ id: number; around: string; lexemes: readonly string[] }>(
      `select a.id, tsvector_to_array(e.words) as lexemes,
         (select string_agg(substring(v.text from (b->'evidence'->'span'->>'start')::int + 1
            for (b->'evidence'->'span'->>'end')::int - (b->'evidence'->'span'->>'start')::int), E'\\n')
          from jsonb_array_elements(v.extracted->'boilerplate') b where b->>'kind' in
            ('ticker', 'related', 'most_viewed', 'latest', 'navigation', 'footer', 'advert', 'share')) as around
       from article a join article_version v on v.article_id = a.id and v.number = a.current_version
         join search_entry e on e.kind = 'article' and e.ref_id = a.id
       where jsonb_array_length(v.extracted->'boilerplate') > 0`,
    );
    let lonely = 0;
    for (const { id, around, lexemes } of rows) {
      const indexed = new Set(lexemes);
      const own = await ownWords(store, id);
      for (const word of searchWords(around ?? '').flat()) {
        if (own.has(word)) continue;
        lonely += 1;
        assert.ok(!indexed.has(word), `article ${id} is found by «${word}»`);
      }
    }
    assert.ok(lonely > 1000, `${lonely} words stand around texts alone`);
  });

  test('a slip in a word that nobody writes is answered with the word that was meant', async () => {
    // The words of the index are counted at the first search.
    const site = openSite();
    await get(site, '/api/v1/search?q=x');
    const words = await store.rows<{ word: string }>(
      `select word from search_word where length(word) between 6 and 9 and word ~ '^[آ-ی]+$' order by entries desc limit 15`,
    );
    let meant = 0;
    for (const { word } of words) {
      // The fourth letter is left out.
      const slip = word.slice(0, 3) + word.slice(4);
      const known = await store.row('select from search_word where word = $1', [slip]);
      const answer = await get(site, `/api/v1/search?q=${encodeURIComponent(slip)}`);
      if (known !== undefined || answer.count > 0) continue;
      assert.equal(typeof answer.suggestion, 'string', slip);
      assert.ok(
        (await get(site, `/api/v1/search?q=${encodeURIComponent(answer.suggestion)}`)).count > 0,
        answer.suggestion,
      );
      const page = await (await site.request(`/search?q=${encodeURIComponent(slip)}`)).text();
      assert.match(page, /منظورتان/);
      meant += 1;
    }
    assert.ok(meant > 3, `${meant} slips were tried`);
  });

  test('hits are marked in the letters that their publishers printed, whatever letters were typed', async () => {
    const site = openSite();
    const printed = lettersOf(await allPrinted(store));
    for (const q of ['گفت\u200cوگو', 'گفتگو', 'گفت و گو', 'كشور', 'می\u200cشود', 'ميشود'])
      for (const scope of ['reports', 'statements', 'contacts']) {
        const { items } = await get(site, `/api/v1/search?q=${encodeURIComponent(q)}&scope=${scope}`);
        for (const { title, snippet, page } of items) {
          const passage = snippet.map(({ text }: Piece) => text).join('');
          assert.ok(isPrinted(passage, printed), `${page} «${passage}»`);
          const marks = [...title, ...snippet].filter(({ marked }: Piece) => marked);
          assert.ok(marks.length > 0 || scope !== 'statements', `${page} marks nothing for «${q}»`);
        }
      }
  });

  test('the API asserts in Persian nothing but what was printed, or a name that the store holds', async () => {
    const printed = lettersOf([...(await allPrinted(store)), ...(await allNames(store)), UNNAMED_PARTY]);
    const site = openSite();
    let asserted = 0;
    for (const address of listAddresses())
      for (const [key, text] of leavesOf(await get(site, address))) {
        if (!/[\u0621-\u06cc]/.test(text) || OWN_WORDS.has(key)) continue;
        asserted += 1;
        assert.ok(isPrinted(text, printed), `${address} ${key} says «${text}»`);
      }
    assert.ok(asserted > 1000, `${asserted} texts`);
  });
}

interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Ours and not the publishers': addresses and ids. */
const OWN_WORDS = new Set(['page', 'url', 'next', 'id', 'entity']);

/** Every list that anybody may read, and a search in each scope. */
function listAddresses(): readonly string[] {
  const lists = OPERATIONS.filter(
    ({ path, method, scope }) => method === 'get' && scope === 'read' && !/\{|^\/search$/.test(path),
  );
  const q = encodeURIComponent('گفت');
  return [
    ...lists.map(({ path, parameters }) => `/api/v1${path}${'limit' in parameters ? '?limit=100' : ''}`),
    ...SEARCH_SCOPES.map((scope) => `/api/v1/search?q=${q}&scope=${scope}`),
  ];
}

/** Strings of an answer with the names of their fields. */
function* leavesOf(part: unknown, key = ''): Generator<readonly [key: string, text: string]> {
  if (typeof part === 'string') yield [key, part];
  else if (Array.isArray(part)) for (const each of part) yield* leavesOf(each, key);
  else if (typeof part === 'object' && part !== null)
    for (const [name, each] of Object.entries(part)) yield* leavesOf(each, name);
}

/** Letters as they compare: half-spaces, quotes and the two alphabets' letters do not count. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[ىي]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[ۀة]/g, 'ه');
}

/** A passage runs over the seams between lede and body, or between sentences that tell of one contact. */
const MOST_PARTS = 8;

/** Our words for a party whom a report leaves out. */
const UNNAMED_PARTY = 'طرفی که نام برده نشده';

function lettersOf(texts: readonly string[]): string {
  return [...new Set(texts)].map(bare).join('\n');
}

function isPrinted(passage: string, all: string): boolean {
  let rest = bare(passage);
  for (let part = 0; part < MOST_PARTS && rest !== ''; part++) {
    let [least, most] = [0, rest.length];
    while (least < most) {
      const middle = Math.ceil((least + most) / 2);
      if (all.includes(rest.slice(0, middle))) least = middle;
      else most = middle - 1;
    }
    if (least < Math.min(4, rest.length)) return false;
    rest = rest.slice(least);
  }
  return rest === '';
}

async function allPrinted(store: Database): Promise<readonly string[]> {
  const rows = await store.rows<{ text: string }>('select text from article_version');
  return rows.map(({ text }) => text);
}

async function allNames(store: Database): Promise<readonly string[]> {
  const rows = await store.rows<{ name: string }>(
    `select unnest(array[name, given_name]) as name from entity union select unnest(name || aliases) from outlet
     union select name from topic union select unnest(array[title, text]) from topic_item union select name from contact_actor
     union select family from outlet union select name from statement_speaker`,
  );
  return rows.map(({ name }) => name ?? '');
}

/** Words by which a report may be found: of its own text, names, tags, authors and credits. */
async function ownWords(store: Database, articleId: number): Promise<ReadonlySet<string>> {
  const row = await store.row<{ text: string }>(
    `select concat_ws(E'\\n', v.title, v.kicker, v.lede, v.body, a.outlet_name, o.name, v.extracted->>'credits',
       v.extracted->>'authors', v.extracted->>'tags', v.extracted->>'outlet') as text
     from article a join article_version v on v.article_id = a.id and v.number = a.current_version
       left join outlet o on o.id = a.outlet_id where a.id = $1`,
    [articleId],
  );
  return new Set(searchWords(row?.text ?? '').flat());
}
