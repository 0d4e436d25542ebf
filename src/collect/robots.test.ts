import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FetchOutcome } from './fetch_outcome.js';
import { createRobotsCache, type RobotsCache } from './robots.js';

const START = Date.parse('2026-02-03T10:00:00Z');

interface Site {
  readonly cache: RobotsCache;
  readonly asked: string[];
  /** What the host answers from now on. */
  answer: FetchOutcome;
  nowMs: number;
}

function siteWith(robots: string | FetchOutcome): Site {
  const answer = typeof robots === 'string' ? text(robots) : robots;
  const asked: string[] = [];
  const site: { answer: FetchOutcome; nowMs: number } = { answer, nowMs: START };
  const cache = createRobotsCache({
    product: 'Sanad',
    clock: () => new Date(site.nowMs).toISOString(),
    fetch: async ({ url }) => {
      asked.push(url);
      return site.answer;
    },
  });
  return Object.assign(site, { cache, asked });
}

function text(body: string): FetchOutcome {
  return { kind: 'fetched', url: 'x', body: Buffer.from(body), validators: {} };
}

const RULES: readonly [string, string, string, 'allowed' | 'refused'][] = [
  ['nothing said', '', '/news/1', 'allowed'],
  ['a closed folder', 'User-agent: *\nDisallow: /admin', '/admin/x', 'refused'],
  ['a group of our own', 'User-agent: *\nDisallow: /\n\nUser-agent: sanad\nAllow: /', '/news/1', 'allowed'],
  ['a group against us', 'User-agent: Sanad\nDisallow: /\n\nUser-agent: *\nDisallow:', '/news/1', 'refused'],
  ['the longest rule wins', 'User-agent: *\nDisallow: /fa\nAllow: /fa/news', '/fa/news/1', 'allowed'],
  ['stars and an end', 'User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf', 'refused'],
  ['an end that is not the end', 'User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf?x', 'allowed'],
  ['Persian paths', 'User-agent: *\nDisallow: /برچسب/', `/${encodeURIComponent('برچسب')}/جهان`, 'refused'],
  ['a byte order mark', '\uFEFFUser-agent: *\nDisallow: /', '/x', 'refused'],
  ['two agents in a group', 'User-agent: a\nUser-agent: Sanad\nDisallow: /x', '/x', 'refused'],
  ['a page of HTML instead', '<html><body>Disallow: /</body></html>', '/x', 'allowed'],
];

for (const [what, robots, path, expected] of RULES) {
  test(`check() reads robots.txt: ${what}`, async () => {
    const verdict = await siteWith(robots).cache.check(`https://isna.ir${path}`);
    assert.equal(verdict.kind, expected);
  });
}

test('check() gives the crawl delay and the sitemaps', async () => {
  const site = siteWith('Sitemap: https://isna.ir/news.xml\nUser-agent: *\nCrawl-delay: 2.5');
  assert.deepEqual(await site.cache.check('https://isna.ir/'), {
    kind: 'allowed',
    crawlDelayMs: 2500,
    sitemaps: ['https://isna.ir/news.xml'],
  });
});

test('check() asks a host once a day', async () => {
  const site = siteWith('');
  await site.cache.check('https://isna.ir/a');
  await site.cache.check('https://isna.ir/b');
  await site.cache.check('https://ilna.ir/a');
  assert.deepEqual(site.asked, ['https://isna.ir/robots.txt', 'https://ilna.ir/robots.txt']);
  site.nowMs += 24 * 60 * 60 * 1000;
  assert.equal(site.asked.length, 2);
  await site.cache.check('https://isna.ir/c');
  assert.equal(site.asked.length, 3);
});

test('check() shares the request of checks that come together', async () => {
  const site = siteWith('');
  await Promise.all([site.cache.check('https://isna.ir/a'), site.cache.check('https://isna.ir/b')]);
  assert.equal(site.asked.length, 1);
});

test('check() knows nothing while a host is in trouble, and asks again later', async () => {
  const site = siteWith({ kind: 'failed', status: 502 });
  assert.equal((await site.cache.check('https://isna.ir/')).kind, 'unknown');
  site.answer = text('User-agent: *\nDisallow:');
  site.nowMs += 60_000;
  assert.equal((await site.cache.check('https://isna.ir/')).kind, 'allowed');
});

test('check() asks a host that wants fewer requests again when it said, not a minute later', async () => {
  const site = siteWith({ kind: 'rate_limited', retryAfterMs: 2000 });
  assert.equal((await site.cache.check('https://isna.ir/')).kind, 'unknown');
  site.answer = text('User-agent: *\nDisallow:');
  site.nowMs += 1999;
  assert.equal((await site.cache.check('https://isna.ir/')).kind, 'unknown');
  site.nowMs += 1;
  assert.equal((await site.cache.check('https://isna.ir/')).kind, 'allowed');
});

test('check() is not slowed down by rules made of stars', async () => {
  const rule = `Disallow: /${'*a'.repeat(1000)}`;
  const site = siteWith(`User-agent: *\n${`${rule}\n`.repeat(200)}Disallow: /x`);
  assert.equal((await site.cache.check(`https://isna.ir/${'a'.repeat(4000)}`)).kind, 'allowed');
  assert.equal((await site.cache.check('https://isna.ir/x')).kind, 'refused');
});
