/** Everything that can be followed: its page offers mails, and a real receiver is told of what is new there. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { openGuardedPost } from '../src/collect/guarded_post.js';
import { FOLLOW_KINDS, type FollowKind, parseSubject } from '../src/model/alert.js';
import { matchNews } from '../src/notify/match_news.js';
import { sendDue } from '../src/notify/notifier.js';
import { describeNews } from '../src/serve/api/alert_news.js';
import { createSite } from '../src/serve/site.js';
import { loadSearchView } from '../src/serve/views/search_view.js';
import { addWebhook, openTarget } from '../src/store/alert_targets.js';
import { loadDyads } from '../src/store/dyads.js';
import type { ApiPress } from './api_press.js';

const HOST = 'follows.example';
const WORDS = 'دیدار';

export function testFollows(press: ApiPress): void {
  const { store, lastAt } = press;
  const one = async (sql: string): Promise<string> =>
    String((await store.row<{ v: unknown }>(`${sql} limit 1`))?.v ?? '');

  /** A page of each kind, of what has news in the press; searches in each scope. */
  const pages = async (): Promise<readonly (readonly [kind: FollowKind, page: string])[]> => {
    const [dyad] = await loadDyads(store, { limit: 1 });
    const search = `/search?q=${encodeURIComponent(WORDS)}`;
    return [
      ['search', search],
      ['search', `${search}&scope=stories`],
      ['search', `${search}&scope=statements`],
      ['search', `${search}&scope=contacts`],
      ['topic', `/topic/${await one('select topic_id as v from topic_item')}`],
      [
        'entity',
        `/entity/${await one('select entity_id as v from statement_speaker where entity_id is not null group by 1 order by count(*) desc, 1')}`,
      ],
      ['dyad', `/dyad/${dyad?.a}/${dyad?.b}`],
      ['dossier', `/dossier/${await one('select id as v from dossier')}`],
      ['story', `/story/${await one('select id as v from story order by report_count desc, id')}`],
      [
        'outlet',
        `/outlet/${await one('select outlet_id as v from article group by 1 order by count(*) desc')}`,
      ],
      [
        'thread',
        `/thread/${await one('select thread_id as v from story where thread_id > 0 group by 1 order by count(*) desc')}`,
      ],
    ];
  };

  /** What the pages of a search show. */
  const idsFound = async (scope: 'statements' | 'contacts'): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (let pageNumber = 1; ; pageNumber++) {
      const view = await loadSearchView(store, { query: WORDS, scope, order: 'newest', pageNumber });
      ids.push(...[...(view?.statements ?? []), ...(view?.contacts ?? [])].map(({ line }) => line.id));
      if (view?.hasNext !== true) return ids;
    }
  };

  test('the page of everything that can be followed offers mails where there is a server for them', async () => {
    const mailing = createSite({
      ...{ store, clock: () => lastAt },
      config: { keptMs: 0, alerts: { smtpUrl: 'smtp://mail.example' } },
    });
    const listed = await pages();
    assert.deepEqual(new Set(listed.map(([kind]) => kind)), new Set(FOLLOW_KINDS));
    for (const [kind, page] of listed) {
      const html = await (await mailing.request(page)).text();
      const link = /href="(\/alerts\/new\?of=[^"]+)"/.exec(html)?.[1] ?? '';
      const of = new URL(link, 'http://site').searchParams.get('of') ?? '';
      assert.deepEqual(parseSubject(of), parseSubject(page), `${kind} ${page} ${of}`);
      assert.match(html, /خبرم کن/);
      const form = await mailing.request(link);
      assert.equal(form.status, 200, page);
      assert.doesNotMatch(await (await press.app.request(page)).text(), /\/alerts\/new/, page);
    }
  });

  test('a follow of each kind reaches a real receiver with what it matches, each thing once', async () => {
    const received: { follow: { id: number; kind: string }; type: string }[] = [];
    const server = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const { type, data } = JSON.parse(Buffer.concat(parts).toString());
      received.push({ type, follow: data.follow });
      response.writeHead(200).end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const port = (server.address() as AddressInfo).port;
    const network = openGuardedPost({
      ...{ userAgent: 'test', clock: () => lastAt },
      allowedHosts: new Map([[HOST, `127.0.0.1:${port}`]]),
    });
    try {
      const subjects = (await pages()).flatMap(([, page]) => parseSubject(page) ?? []);
      const targetId = await store.transaction(async (tx) => {
        const wish = { address: `http://${HOST}/`, subjects, at: lastAt };
        const { id } = await addWebhook(tx, wish);
        await openTarget(tx, id, lastAt);
        // As if it had been followed from the beginning of the press on.
        await tx.run('update alert_follow set after_event = 0, after_item = 0 where target_id = $1', [id]);
        await tx.run('update alert_mark set last_event = 0');
        await tx.run("delete from alert_message where kind = 'check'");
        await tx.run("update alert_target set state = 'closed' where id <> $1", [id]);
        return id;
      });
      const deps = { store, clock: () => lastAt, describe: describeNews, dailyHour: 8, post: network.post };
      await matchNews(deps);
      await sendDue({ ...deps, random: () => 0 }, new AbortController().signal);
      const follows = await store.rows<{ id: number; kind: string; subject: string; told: number }>(
        `select f.id, f.kind, f.subject, (select count(*) from alert_match m where m.follow_id = f.id) as told
         from alert_follow f where f.target_id = $1 order by f.id`,
        [targetId],
      );
      assert.equal(follows.length, subjects.length);
      for (const { id, kind, subject, told } of follows) {
        const own = received.filter(({ follow }) => follow.id === id);
        assert.ok(told > 0, `${kind} ${subject} was told nothing`);
        assert.equal(own.length, told, `${kind} ${subject}`);
        assert.ok(own.every(({ follow, type }) => follow.kind === kind && KINDS_TOLD[kind]?.includes(type)));
      }
      for (const scope of ['statements', 'contacts'] as const) {
        const follow = follows.find(({ subject }) => subject === `${WORDS}\n${scope}`);
        const told = await store.rows<{ ref: string }>('select ref from alert_match where follow_id = $1', [
          follow?.id,
        ]);
        const found = await idsFound(scope);
        const news = await store.rows<{ name: string }>(
          `select distinct split_part(ref, '#', 1) as name from event where split_part(ref, '#', 1) = any($1) order by 1`,
          [found],
        );
        // Events are kept for seven days, and tests before this one have let days pass.
        assert.ok(news.length > 0, scope);
        assert.deepEqual(
          [...new Set(told.map(({ ref }) => ref.split('#')[0] ?? ''))].toSorted(),
          news.map(({ name }) => name).toSorted(),
          scope,
        );
      }
    } finally {
      await network.close();
      server.closeAllConnections();
      server.close();
    }
  });
}

/** What each kind of follow is told of. */
const KINDS_TOLD: Readonly<Record<string, readonly string[]>> = {
  search: ['story', 'story_update', 'statement', 'contact'],
  topic: ['topic_item'],
  entity: ['statement', 'contact'],
  dyad: ['contact'],
  dossier: ['statement', 'contact'],
  story: ['story_update'],
  outlet: ['story', 'story_update'],
  thread: ['story'],
};
