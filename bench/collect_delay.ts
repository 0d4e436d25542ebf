import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../src/store/database.js';
import { startCollecting } from './news_web/collecting.js';
import { openNewsWeb } from './news_web/news_web.js';
import type { BenchRow, BenchTask } from './task.js';

const SOURCES = 1000;
/** Of these, feeds that name a hub. */
const HUBS = 50;
const MINUTE_MS = 60_000;
/** Every source is asked that often, whatever it publishes. */
const POLL_MS = 2 * MINUTE_MS;
/** Every source publishes that often in the mean: 3.3 articles a second in all. */
const PUBLISH_MS = 5 * MINUTE_MS;
/** The longest that is waited until every source has been asked once and what it had is read. */
const WARM_UP_MS = POLL_MS;
const PUBLISHING_MS = 2.5 * MINUTE_MS;
/** The longest that is waited for the last piece. */
const TAIL_MS = 3 * MINUTE_MS;
const LOOK_MS = 500;

/**
 * From the moment that an outlet publishes to the moment that the piece stands in a story on the site. At the real pace, so
 * it takes six to seven minutes and runs only when it is named.
 */
export const bench: BenchTask = {
  name: 'collect.delay',
  onDemand: true,
  async run() {
    const web = await openNewsWeb(SOURCES, HUBS);
    const program = await startCollecting(web, {
      minPollMs: POLL_MS,
      maxPollMs: POLL_MS,
      revisitAfterMs: [],
    });
    try {
      await program.settle(WARM_UP_MS, HUBS);
      const waiting = new Map<string, { readonly source: number; readonly atMs: number }>();
      const delays: { readonly source: number; readonly seconds: number }[] = [];
      web.publish(PUBLISH_MS, ({ url, ...piece }) => waiting.set(url, piece));
      const started = Date.now();
      let isPublishing = true;
      while (isPublishing || (waiting.size > 0 && Date.now() - started < PUBLISHING_MS + TAIL_MS)) {
        await sleep(LOOK_MS);
        const shown = await program.store.rows<{ url: string }>(
          'select url from article join report on article_id = article.id where url = any($1)',
          [[...waiting.keys()]],
        );
        for (const { url } of shown) {
          const piece = waiting.get(url);
          if (piece) delays.push({ source: piece.source, seconds: (Date.now() - piece.atMs) / 1000 });
          waiting.delete(url);
        }
        if (isPublishing && Date.now() - started > PUBLISHING_MS) {
          web.rest();
          isPublishing = false;
        }
      }
      const polled = delays.filter(({ source }) => source >= HUBS).map(({ seconds }) => seconds);
      const pushed = delays.filter(({ source }) => source < HUBS).map(({ seconds }) => seconds);
      return [
        ...delayRows(`${SOURCES - HUBS} sources asked every 2 min`, polled),
        ...delayRows(`${HUBS} sources by WebSub`, pushed),
        ...(await partRows(program.store)),
        { name: 'pieces that never came', value: waiting.size, unit: `of ${delays.length + waiting.size}` },
      ];
    } finally {
      await program.stop();
      await web.close();
    }
  },
};

/** Where the time goes, over all pieces: until a list or a push names them, until they are fetched. */
async function partRows(store: Store): Promise<BenchRow[]> {
  const row = await store.row<{ named: number; fetched: number }>(
    `select percentile_cont(0.5) within group (order by extract(epoch from found_at - published_at)::float8) as named,
       percentile_cont(0.5) within group (order by extract(epoch from fetched_at - found_at)::float8) as fetched
     from source_item join frontier on frontier.id = frontier_id join fetched_page page on page.id = page_id`,
  );
  return [
    { name: 'median until a list names a piece', value: row?.named ?? Number.NaN, unit: 's' },
    { name: 'median from there until it is fetched', value: row?.fetched ?? Number.NaN, unit: 's' },
  ];
}

function delayRows(name: string, seconds: readonly number[]): BenchRow[] {
  const sorted = [...seconds].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return [
    { name: `${name}: delay, median`, value: at(0.5), unit: `s (${sorted.length} pieces)` },
    { name: `${name}: delay, p95`, value: at(0.95), unit: 's' },
    { name: `${name}: delay, longest`, value: at(1), unit: 's' },
  ];
}
