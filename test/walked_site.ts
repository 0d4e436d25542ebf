/** For tests in a browser: a site over the sample press that has something to show on every page and at every desk. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { openDeskActs } from '../src/cli/desk_acts.js';
import { setOperatorPassword } from '../src/serve/admin/password.js';
import { ensureSecret, proofOf } from '../src/serve/secret.js';
import { createSite } from '../src/serve/site.js';
import { askMailFollow, confirmMailFollow } from '../src/store/alert_commands.js';
import { addWebhook } from '../src/store/alert_targets.js';
import type { Database } from '../src/store/database.js';
import { saveFront } from '../src/store/front_items.js';
import { saveSources } from '../src/store/outlets.js';
import type { TestHooks, TestStore } from '../src/store/test_database.js';
import { openApiPress } from './api_press.js';

export const WALK_PASSWORD = 'a long enough password';

export interface WalkedSite {
  readonly app: Hono;
  readonly store: TestStore;
  /** Cookie of an operator who has signed in: `name=value`. */
  readonly cookie: string;
  /** Sets the clock on by so many milliseconds. */
  wait(ms: number): void;
}

/** Opens the site; everything in it is invented. */
export async function openWalkedSite(hooks: TestHooks): Promise<WalkedSite> {
  const { store, lastAt } = await openApiPress(hooks);
  let nowMs = Date.parse(lastAt);
  const clock = (): string => new Date(nowMs).toISOString();
  const app = createSite({
    store,
    config: { keptMs: 0, sample: true, lab: true, alerts: { smtpUrl: 'smtp://127.0.0.1:9' } },
    clock,
    acts: openDeskActs(store),
  });
  await store.transaction(async (tx) => {
    await addComments(tx, lastAt);
    await addFront(tx, lastAt);
    await addFaults(tx, lastAt);
    await addAlerts(tx, lastAt);
    await tx.run(
      `update article set hidden_at = $1, hidden_note = 'به درخواست ناشر' where id =
       (select id from article order by id desc limit 1)`,
      [lastAt],
    );
  });
  await setOperatorPassword(store, WALK_PASSWORD, lastAt);
  const cookie = await signIn(app);
  return {
    ...{ app, store, cookie },
    wait: (ms) => {
      nowMs += ms;
    },
  };
}

async function signIn(app: Hono): Promise<string> {
  const answer = await app.request('/admin/login', {
    method: 'POST',
    body: new URLSearchParams({ password: WALK_PASSWORD }),
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
  return answer.headers.get('Set-Cookie')?.split(';')[0] ?? '';
}

/** The report that is shown: one with copies that was changed afterwards would be best, one of the largest story it is. */
const SHOWN_ARTICLE = `select article_id from story_member where story_id = (
  select id from story order by report_count desc, id limit 1) order by article_id`;
const SHOWN_STORY = 'select id from story order by report_count desc, id';

/** A question with two answers and one that waits, under a report; one under a story. */
async function addComments(db: Database, at: string): Promise<void> {
  await db.run(
    `insert into comment (id, article_id, parent_id, state, author_name, text, created_at, decided_at, up, down)
     select n, (${SHOWN_ARTICLE} limit 1), parent, state, name, text, $1, $1, 3, 1 from (values
       (9001, null, 'published', 'مینا', 'کدام یک درست است؟'),
       (9002, 9001, 'published', null, 'هر دو، در دو زمان.'),
       (9003, 9002, 'published', 'Reza', 'The second one, I think.'),
       (9004, null, 'pending', 'کاوه', 'در انتظار بررسی')) as c (n, parent, state, name, text)`,
    [at],
  );
  await db.run(
    `insert into comment (id, story_id, state, text, created_at, decided_at)
     values (9005, (${SHOWN_STORY} limit 1), 'published', 'این خبر تازه نیست.', $1, $1)`,
    [at],
  );
}

/** What the front page of the outlet with most reports showed an hour ago and shows now. */
async function addFront(db: Database, at: string): Promise<void> {
  const reports = await db.rows<{ outlet: string; url: string; title: string }>(
    `select outlet_id as outlet, url, v.title from article a
     join article_version v on v.article_id = a.id and v.number = 1
     where url is not null and outlet_id = (select outlet_id from article group by 1 order by count(*) desc limit 1)
     order by a.id desc limit 4`,
  );
  const outletId = reports[0]?.outlet;
  assert.ok(outletId);
  await saveSources(db, [{ id: 'walk-front', outletId, kind: 'front_page', url: 'https://front.example/' }]);
  const items = reports.map(({ url, title }) => ({
    ...{ url, title },
    addressKey: createHash('sha256').update(url).digest('hex'),
  }));
  for (const [minutes, shown] of [
    [70, items],
    [10, [...items].reverse()],
  ] as const) {
    const readAt = new Date(Date.parse(at) - minutes * 60_000).toISOString();
    const front = shown.map((item, place) => ({ ...item, position: place + 1 }));
    await saveFront(db, { sourceId: 'walk-front', front, at: readAt });
  }
}

/** A page that could not be read, and a source that does not answer. */
async function addFaults(db: Database, at: string): Promise<void> {
  await db.run(
    `insert into issue (page_id, stage, code, message, severity, seen_at)
     select min(id), 'extract', 'extract.empty_body', 'Cannot read the page: no paragraph was left', 'fatal', $1
     from fetched_page`,
    [at],
  );
  await db.run(`update source_state set condition = 'unreachable', condition_detail = 'no such name'`);
}

const MAIL = 'reader@mail.example';

/** A reader with a confirmed and an unconfirmed wish, and a program that nobody reaches. */
async function addAlerts(db: Parameters<typeof addWebhook>[0], at: string): Promise<void> {
  const wish = { address: MAIL, rhythm: 'daily', language: 'fa', at } as const;
  await askMailFollow(db, { ...wish, kind: 'search', subject: 'سد' });
  const confirmed = await db.row<{ token: string }>('select token from alert_follow');
  await confirmMailFollow(db, confirmed?.token ?? '', at);
  await askMailFollow(db, { ...wish, kind: 'search', subject: 'مرز' });
  const subjects = [{ kind: 'search', subject: 'سد' }] as const;
  const { id } = await addWebhook(db, { address: 'https://hooks.example/', subjects, at });
  await db.run(
    "update alert_message set state = 'dead', error = 'hooks.example refuses' where target_id = $1",
    [id],
  );
}

/** One kind of page, at an address where it has something to show. */
export interface Place {
  readonly route: string;
  readonly path: string;
  readonly status: number;
  /** For operators who have signed in. */
  readonly isDesk: boolean;
}

/** GET routes that answer with something else than a page for people. */
const NO_PAGE =
  /^\/(assets|api\/|websub|livez|readyz|healthz|favicon|sw\.js|manifest|robots|sitemap|openapi|metrics|live|search\/suggest|:name|admin\/go)|\/export\.|\/picture\/|(feed\.xml|atom\.xml|feed\.json|\.opml)$/;

/** Every page type of the site and the desk, derived from its routes; fails on a route without an address to walk. */
export async function findPlaces({ app, store }: WalkedSite): Promise<readonly Place[]> {
  const values = await addressesOf({ app, store });
  const routes = app.routes.filter(({ method, path }) => method === 'GET' && !NO_PAGE.test(path));
  const pages = [...new Set(routes.map(({ path }) => path))].map((route) => {
    const path = values[route] ?? route;
    assert.ok(!path.includes(':'), `Cannot walk "${route}": give it an address that has something to show`);
    return { route, path, status: 200, isDesk: isDesk(route) };
  });
  return [...pages, ...(await moreStates(store))];
}

/** Faults, lists without anything, searches: the states of page types that look unlike the first. */
async function moreStates(store: TestStore): Promise<readonly Place[]> {
  const hidden = await one(store, 'select id as v from article where hidden_at is not null');
  const word = encodeURIComponent('گفت\u200cوگو');
  return [
    { route: 'missing', path: '/nowhere', status: 404 },
    { route: 'hidden', path: `/article/${hidden}`, status: 410 },
    { route: 'unclear', path: '/category/politics?after=yesterday', status: 400 },
    { route: 'hits', path: `/search?q=${word}`, status: 200 },
    { route: 'hits in statements', path: `/search?q=${word}&scope=statements`, status: 200 },
    { route: 'hits in contacts', path: `/search?q=${word}&scope=contacts`, status: 200 },
    { route: 'no hits', path: `/search?q=${encodeURIComponent('زرافه')}`, status: 200 },
  ].map((state) => ({ ...state, isDesk: false }));
}

function isDesk(route: string): boolean {
  return route.startsWith('/admin') && route !== '/admin/login';
}

async function one(store: Database, sql: string): Promise<string> {
  return String((await store.row<{ v: unknown }>(`select v from (${sql} limit 1) as found`))?.v ?? ':none');
}

async function addressesOf({
  app,
  store,
}: Pick<WalkedSite, 'app' | 'store'>): Promise<Readonly<Record<string, string>>> {
  const of = (sql: string): Promise<string> => one(store, sql);
  const [story, article] = [
    await of(SHOWN_STORY.replace('id', 'id as v')),
    await of(SHOWN_ARTICLE.replace('article_id', 'article_id as v')),
  ];
  const copy = await store.row<{ story: number; copy: number }>(
    `select m.story_id as story, l.article_id as copy from copy_link l
     join story_member m on m.article_id = l.article_id order by jsonb_array_length(l.spans) desc limit 1`,
  );
  const dyad = await store.row<{ a: string; b: string }>(
    // Days of a range take the most room.
    `select x.side as a, y.side as b from contact_actor x join contact_actor y
       on y.contact_id = x.contact_id and y.side > x.side join contact c on c.id = x.contact_id
     group by 1, 2 order by max(c.day_to - c.day_from) filter (where c.status = 'confirmed') desc nulls last, count(*) desc limit 1`,
  );
  const entity = await of(
    `select entity_id as v from statement_speaker where entity_id is not null group by 1 order by count(*) desc, 1`,
  );
  const topic = await of('select topic_id as v from topic_item');
  const dossier = await of('select id as v from dossier');
  const outlet = await of('select outlet_id as v from article group by 1 order by count(*) desc');
  const archive = await newestDays(app, '/archive');
  const front = await newestDays(app, `/outlet/${outlet}/front`);
  const secret = await ensureSecret(store, new Date(0).toISOString());
  return {
    '/archive': archive.month,
    '/archive/:year/:month': archive.month,
    '/archive/:year/:month/:day': archive.day,
    '/category/:slug': '/category/politics',
    '/outlet/:id': `/outlet/${outlet}`,
    '/outlet/:id/front': front.month,
    '/outlet/:id/front/:year/:month': front.month,
    '/outlet/:id/front/:year/:month/:day': front.day,
    '/topic/:id': `/topic/${topic}`,
    '/article/:id': `/article/${article}`,
    '/article/:id/history': `/article/${await of('select article_id as v from version_change order by 1')}/history`,
    '/story/:id': `/story/${story}`,
    '/story/:id/shared/:article': `/story/${copy?.story ?? ':'}/shared/${copy?.copy ?? ':'}`,
    '/comment/:id': `/comment/9004?proof=${proofOf(secret, 'comment 9004')}`,
    '/comment/:id/answer': '/comment/9001/answer',
    '/thread/:id': `/thread/${await of('select thread_id as v from story where thread_id > 0 group by 1 having count(*) > 1')}`,
    '/entity/:id': `/entity/${entity}`,
    '/dyad/:a/:b': `/dyad/${dyad?.a ?? ':'}/${dyad?.b ?? ':'}`,
    '/dossier/:id': `/dossier/${dossier}`,
    '/statement/:id': `/statement/${await of('select coalesce(target_id, s.id) as v from statement s join article a on a.id = s.article_id and a.hidden_at is null order by target_id is null, seq')}`,
    '/contact/:id': `/contact/${await of(`select id as v from contact order by jsonb_array_length(entry->'voices') desc`)}`,
    '/alerts/new': `/alerts/new?of=${encodeURIComponent(`/entity/${entity}`)}`,
    '/alerts/confirm/:token': `/alerts/confirm/${await of('select token as v from alert_follow where opened_at is null')}`,
    '/alerts/mine/:token': `/alerts/mine/${await of(`select token as v from alert_target where kind = 'mail'`)}`,
    '/admin/quarantine/:id': `/admin/quarantine/${await of('select id as v from issue')}`,
    '/admin/source/:id': '/admin/source/press-feed',
    '/admin/stories/:id': `/admin/stories/${story}`,
    '/admin/entities/:id': `/admin/entities/${entity}`,
    '/admin/topics/:id': `/admin/topics/${topic}`,
    '/admin/dossiers/:id': `/admin/dossiers/${dossier}`,
    '/admin/text/:slug': '/admin/text/rules',
    '/admin/hidden': `/admin/hidden?kind=article&id=${article}`,
  };
}

/** Where a calendar leads: its newest month, and a day of that month that has something. */
async function newestDays(
  app: Hono,
  calendar: string,
): Promise<{ readonly month: string; readonly day: string }> {
  const month = (await app.request(calendar)).headers.get('location') ?? calendar;
  const html = await (await app.request(month)).text();
  const day = new RegExp(`href="(${calendar}/\\d{4}/\\d{2}/\\d{2})"`).exec(html)?.[1];
  return { month, day: day ?? ':no day' };
}
