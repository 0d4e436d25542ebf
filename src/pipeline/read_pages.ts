import { noText } from '../extract/extract_input.js';
import type { LineCounts } from '../extract/repeated_lines.js';
import type { FetchedPage } from '../model/fetched_page.js';
import { fatal } from '../model/issue.js';
import { type PageReading, readingOf } from './page_reading.js';
import type { PureContext } from './pure_jobs.js';
import { isLight, readGuarded } from './read_guarded.js';
import { type Workers, workHere } from './workers.js';

/** A page to be read, with what other pages of its host say of its lines, once that is known. */
export interface PageRequest {
  readonly page: FetchedPage;
  readonly hostLines?: LineCounts | undefined;
}

export interface ReadingTools extends PureContext {
  readonly workers?: Workers;
}

/** Reads pages, in threads where there are some; readings in the order of pages. Never throws for what a page holds. */
export async function readPages(
  tools: ReadingTools,
  requests: readonly PageRequest[],
): Promise<readonly PageReading[]> {
  const bare = requests.map(({ page, hostLines }) => ({ page: bareOf(page), hostLines }));
  const light = bare.filter(isLight);
  const outcomes = await (tools.workers ?? workHere(tools)).run('read', light);
  const read = new Map(light.map((request, at) => [request, outcomes[at]]));
  return Promise.all(
    bare.map(async (request) => {
      const outcome = read.get(request);
      if (outcome === undefined) return readingOf(await readGuarded(request, tools.registry), tools);
      if ('value' in outcome) return outcome.value;
      return readingOf(
        noText([fatal('extract.crashed', `Cannot extract the page: ${outcome.fault}`)]),
        tools,
      );
    }),
  );
}

/** Only what reading needs goes to a thread. */
function bareOf({ url, body, format, contentType, fetchedAt }: FetchedPage): FetchedPage {
  return { url, body, format, contentType, fetchedAt };
}
