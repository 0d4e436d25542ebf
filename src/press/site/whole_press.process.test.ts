import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { selectAll } from 'css-select';
import { isTag } from 'domhandler';
import { getAttributeValue, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { type SetClock, stillPressClock } from '../clock.js';
import { loadPressWorld } from '../load_world.js';
import type { PressArticle } from '../world.js';
import { articleAt } from '../world_text.js';
import { houseText } from './house_spelling.js';
import { loadPressSites } from './load_sites.js';
import { type LoopbackAnswer, loopbackRequest } from './loopback_request.js';
import { type Press, startPress } from './start_press.js';

/** Everything the written press publishes, asked for over HTTP. */

const world = loadPressWorld();
const houses = new Map(world.setting.houses.map((house) => [house.outlet, house]));
const articles = new Map(world.articles.map((article) => [article.id, article]));
const lastMinute = Math.max(
  ...world.articles.flatMap((article) => [article.published, ...article.edits.map(({ at }) => at)]),
);

let press: Press;
let clock: SetClock;

before(async () => {
  clock = stillPressClock(world.setting, lastMinute);
  const calm = ['slow_host', 'too_many_requests', 'challenge_page', 'lying_charset', 'blank_page'];
  press = await startPress({ world, sites: loadPressSites(), clock, calm });
});
after(() => press.close());

/** Text as the charset of the answer says, references resolved by the parser. */
async function pageAt(url: string): Promise<{ readonly answer: LoopbackAnswer; readonly text: string }> {
  const answer = await loopbackRequest(press.addresses, url);
  const charset = /charset=([\w-]+)/.exec(answer.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  return { answer, text: new TextDecoder(charset).decode(answer.bytes) };
}

/** What the page of an article must show of it, in the spelling of its house. */
function wordsOf(article: PressArticle): readonly string[] {
  const house = houses.get(article.outlet);
  assert.ok(house, article.outlet);
  const paragraphs = article.body.filter((block) => typeof block === 'string');
  return [article.headline, article.lede ?? '', ...paragraphs].flatMap((text) =>
    houseText(text, house).split('\n'),
  );
}

test('every article is served under its address with its whole text and the word «نمونه»', async () => {
  const wrong: string[] = [];
  for (const { url, article } of press.publishedUntil().filter(({ version }) => version === 1)) {
    const { answer, text } = await pageAt(url);
    const shown = textContent(parseDocument(text));
    const seen = articleAt(articles.get(article) ?? assert.fail(article), lastMinute);
    const missing = wordsOf(seen ?? assert.fail(article)).filter((words) => !shown.includes(words));
    if (answer.status !== 200 || missing.length > 0) wrong.push(`${answer.status} ${article} ${missing[0]}`);
    if (!shown.includes('نمونه')) wrong.push(`${article} does not say that it is a sample`);
  }
  assert.deepEqual(wrong, []);
});

test('edits appear at their minute, not before', async () => {
  const edits = press.publishedUntil().filter(({ version }) => version > 1);
  assert.ok(edits.length > 0);
  for (const { article, at, url } of edits) {
    const first = articles.get(article) ?? assert.fail(article);
    for (const minute of [at - 1, at]) {
      clock.set(minute);
      const shown = textContent(parseDocument((await pageAt(url)).text));
      const due = articleAt(first, minute) ?? assert.fail(article);
      assert.deepEqual(
        wordsOf(due).filter((words) => !shown.includes(words)),
        [],
        `${article} at ${minute}`,
      );
    }
  }
  clock.set(lastMinute);
});

test('nothing is shown before its minute', async () => {
  const late = press.publishedUntil().filter(({ version }) => version === 1);
  clock.set(0);
  for (const { url } of late.slice(-20)) assert.equal((await pageAt(url)).answer.status, 404, url);
  const feeds = press.sources.filter(({ kind }) => kind === 'feed');
  for (const { url } of feeds) {
    const { text } = await pageAt(url);
    assert.ok(!/<(item|entry)[ >]|"items":\[\{/.test(text), url);
  }
  clock.set(lastMinute);
});

test('no link of a front page, section, tag page or article of a host is dead', async () => {
  const dead: string[] = [];
  for (const site of world.outlets) {
    const root = `http://${site.domains[0]}`;
    for (const url of await reachable(root, 400)) {
      const { answer } = await pageAt(url);
      if (![200, 301, 302, 410].includes(answer.status)) dead.push(`${answer.status} ${url}`);
    }
  }
  assert.deepEqual(dead, []);
});

test('the sources of an outlet lead to every article it published', async () => {
  const found = new Set<string>();
  const roots = new Set(press.sources.map(({ url }) => new URL(url).origin));
  for (const root of roots) for (const url of await reachable(root, 400)) found.add(url);
  const lost = press.publishedUntil().filter(({ url }) => !found.has(url));
  assert.deepEqual(lost, []);
});

test('only the aggregator and the channel name and link the source of a copy', async () => {
  const telling = new Set<string>();
  const fronts = world.outlets.map(({ id, domains }) => ({ outlet: id, url: `http://${domains[0]}/` }));
  for (const { url, outlet } of [...fronts, ...press.publishedUntil()]) {
    const { text } = await pageAt(url);
    const away = linksOf(text, url).some((link) => new URL(link).origin !== new URL(url).origin);
    if (away || /class="(lst_from|doc_source)"/.test(text)) telling.add(outlet);
  }
  const kinds = world.outlets.filter(({ id }) => telling.has(id)).map(({ kind }) => kind);
  assert.deepEqual(kinds.sort(), ['aggregator', 'channel']);
});

/** Addresses on a host that its pages lead to, from the front page on; traps are not walked into. */
async function reachable(root: string, limit: number): Promise<ReadonlySet<string>> {
  const seen = new Set([`${root}/`]);
  for (const url of seen) {
    if (seen.size > limit) assert.fail(`${root} has more than ${limit} addresses`);
    const { answer, text } = await pageAt(url);
    if (!answer.headers['content-type']?.startsWith('text/html')) continue;
    for (const link of linksOf(text, url)) if (link.startsWith(`${root}/`)) seen.add(link);
  }
  return seen;
}

function linksOf(html: string, base: string): readonly string[] {
  const tree = parseDocument(html);
  const hrefs = selectAll('a[href], img[src], link[rel="alternate"], link[rel="stylesheet"]', tree).map(
    (element) =>
      isTag(element) ? (getAttributeValue(element, 'href') ?? getAttributeValue(element, 'src') ?? '') : '',
  );
  return hrefs
    .map((href) => new URL(href, base))
    .filter(({ pathname }) => !/^\/(go|files\/(bomb|endless))/.test(pathname))
    .map((url) => url.origin + url.pathname + url.search);
}
