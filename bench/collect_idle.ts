import { setTimeout as sleep } from 'node:timers/promises';
import type { PaceSettings } from '../src/collect/schedule.js';
import type { Store } from '../src/store/database.js';
import { startCollecting } from './news_web/collecting.js';
import { openNewsWeb } from './news_web/news_web.js';
import type { BenchRow, BenchTask } from './task.js';

const SOURCES = 1000;
/** The longest that is waited for what the sources had before. */
const WARM_UP_MS = 240_000;
/** After that the later stages come to rest. */
const REST_MS = 15_000;
const MEASURED_MS = 60_000;
const BUSY = { minPollMs: 120_000, maxPollMs: 120_000, revisitAfterMs: [] };

/** What a thousand sources cost that publish nothing: at the program's own pace, and asked every two minutes. */
export const bench: BenchTask = {
  name: 'collect.idle',
  onDemand: true,
  async run() {
    const own = await measure('own pace', { revisitAfterMs: [] });
    return [...own, ...(await measure('asked every 2 min', BUSY))];
  },
};

async function measure(name: string, pace: Partial<PaceSettings>): Promise<readonly BenchRow[]> {
  const web = await openNewsWeb(SOURCES);
  const program = await startCollecting(web, pace);
  try {
    await program.settle(WARM_UP_MS);
    await sleep(REST_MS);
    const before = program.cpuSeconds();
    await sleep(MEASURED_MS);
    const after = program.cpuSeconds();
    const share = (used: number): number => (used / (MEASURED_MS / 1000)) * 100;
    const label = `${SOURCES} silent sources, ${name}`;
    return [
      { name: `${label}: program`, value: share(after.program - before.program), unit: '% of a core' },
      { name: `${label}: database`, value: share(after.database - before.database), unit: '% of a core' },
      {
        name: `${label}: sources asked`,
        value: await countAsked(program.store),
        unit: `in ${MEASURED_MS / 1000} s`,
      },
    ];
  } finally {
    await program.stop();
    await web.close();
  }
}

/** Sources that were asked while we measured. */
async function countAsked(store: Store): Promise<number> {
  const row = await store.row<{ count: number }>(
    'select count(*) as count from source_state where last_attempt_at > $1',
    [new Date(Date.now() - MEASURED_MS).toISOString()],
  );
  return row?.count ?? 0;
}
