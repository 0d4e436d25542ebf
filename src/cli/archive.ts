import { open } from 'node:fs/promises';
import { archiveHeader, archivePage } from '../collect/warc_out.js';
import type { Config } from '../config.js';
import type { Store } from '../store/database.js';
import { listPageIds, loadPage } from '../store/fetched_pages.js';
import { openStore } from '../store/open_store.js';
import { counted } from './counted.js';
import { CliError, type Surroundings } from './surroundings.js';
import { readVersion } from './version.js';

/** Pages whose numbers are fetched at a time. */
const BATCH = 500;

/** Writes every stored page that has an address into a new WARC file, oldest first. */
export async function archive(path: string, config: Config, { clock }: Surroundings): Promise<void> {
  if (!/\.warc\.gz$/.test(path)) {
    throw new CliError(`Cannot write an archive to "${path}": its name must end in .warc.gz`);
  }
  const file = await open(path, 'wx').catch((cause: unknown) => {
    const isThere = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    const why = isThere ? 'the file is there already; name a new one' : String(cause);
    throw new CliError(`Cannot write an archive to "${path}": ${why}`);
  });
  const store = await openStore({ ...config, applicationName: 'sanad archive' });
  try {
    await file.write(await archiveHeader(`Sanad ${readVersion()}`, clock()));
    let count = 0;
    let left = 0;
    for await (const record of archivedPages(store)) {
      if (record === undefined) left++;
      else {
        await file.write(record);
        count++;
      }
    }
    await file.sync();
    console.log(`Wrote ${counted(count, 'page')} to "${path}"; "sanad add ${path}" reads them`);
    if (left > 0)
      console.log(`Left out ${counted(left, 'page')} without an address, or whose bytes are gone`);
  } finally {
    await store.close();
    await file.close();
  }
}

/** One record for each page; undefined for one that has no address, or no bytes any more. */
async function* archivedPages(store: Store): AsyncGenerator<Uint8Array | undefined> {
  let batch = await listPageIds(store, undefined, BATCH);
  while (batch.length > 0) {
    for (const { pageId } of batch) {
      const page = await loadPage(store, pageId);
      if (page?.url === undefined || page.format === 'record') {
        yield undefined;
        continue;
      }
      const { url, body, format, fetchedAt } = page;
      const contentType = page.contentType ?? (format === 'text' ? 'text/plain' : 'text/html');
      yield await archivePage({ url, body, format, fetchedAt, contentType });
    }
    batch = await listPageIds(store, batch.at(-1), BATCH);
  }
}
