import type { Config } from '../config.js';
import { rebuildLedger } from '../pipeline/ledger.js';
import { rebuildArticles, rebuildGroups } from '../pipeline/rebuild.js';
import { ANALYSE_STAGE, STAGES } from '../pipeline/stages.js';
import { openStore } from '../store/open_store.js';
import { countDroppedPages } from '../store/upkeep/retention.js';
import { counted } from './counted.js';
import { openPipeline } from './open_pipeline.js';
import { formatDuration } from './progress.js';
import { CliError } from './surroundings.js';
import { onStop } from './until_stopped.js';

/** Progress is told after so many pages or reports. */
const TELL_EVERY = 1000;

/** Does a stage and all behind it again. */
export async function rebuild(from: string, config: Config): Promise<void> {
  const started = performance.now();
  const store = await openStore({ ...config, applicationName: 'sanad rebuild' });
  const stop = new AbortController();
  onStop(() => stop.abort());
  const telling = (what: string) => ({
    signal: stop.signal,
    onProgress: (done: number) => {
      if (done % TELL_EVERY === 0) console.error(`${done.toLocaleString('en')} ${what}`);
    },
  });
  try {
    const pipeline = await openPipeline(store, config.registryFolder);
    const pages = from === STAGES[0].name ? await rebuildArticles(pipeline, telling('pages')) : undefined;
    const isGrouped = from !== ANALYSE_STAGE.name && !stop.signal.aborted;
    const reports = isGrouped ? await rebuildGroups(pipeline, telling('reports')) : undefined;
    if (stop.signal.aborted) throw new CliError(STOPPED);
    const versions = await rebuildLedger(pipeline, telling('versions'));
    if (stop.signal.aborted) throw new CliError(STOPPED_LATE);
    const read = pages === undefined ? '' : `${counted(pages, 'page')} read, `;
    const placed = reports === undefined ? '' : `${counted(reports, 'report')} placed, `;
    const dropped = pages === undefined ? 0 : await countDroppedPages(store);
    const duration = formatDuration(performance.now() - started);
    console.log(`${read}${placed}${counted(versions, 'version')} analysed in ${duration}`);
    if (dropped > 0)
      console.log(
        `${counted(dropped, 'page')} could not be read again: their bytes were dropped to save room (SANAD_RAW_DAYS, SANAD_RAW_BUDGET); what was read from them stands as it was`,
      );
  } catch (cause) {
    throw stop.signal.aborted && !(cause instanceof CliError) ? new CliError(STOPPED) : cause;
  } finally {
    await store.close();
  }
}

const STOPPED = 'Stopped: the stories are as they were before; start the same command again to do it all';

const STOPPED_LATE =
  'Stopped: what is not yet analysed waits; the next "sanad start" or "sanad add" goes on with it';
