import type { PageKind } from '../model/extracted_page.js';
import type { FetchedPage } from '../model/fetched_page.js';
import type { Issue } from '../model/issue.js';
import type { Gazetteer } from '../sources/gazetteer.js';
import type { Registry } from '../sources/registry.js';
import type { Store } from '../store/database.js';
import { type IncomingPage, savePages } from '../store/fetched_pages.js';
import type { PageReading } from './page_reading.js';
import { readPages } from './read_pages.js';
import { type PlacedReading, saveReadings } from './save_readings.js';
import type { Workers } from './workers.js';

/** What a page became. */
export type PageOutcome =
  | {
      readonly kind: 'article';
      readonly articleId: number;
      readonly change: 'new' | 'edited' | 'unchanged';
      readonly title: string;
    }
  | {
      readonly kind: 'topic';
      readonly topicId: number;
      readonly newItems: number;
      readonly name: string;
    }
  | { readonly kind: 'other'; readonly pageKind: PageKind }
  | { readonly kind: 'quarantined'; readonly issues: readonly Issue[] };

export interface Pipeline {
  readonly store: Store;
  readonly registry: Registry;
  /** Names of places and people, for the stages behind extraction. */
  readonly gazetteer?: Gazetteer;
  /** Threads for what is pure; without them all is done in the thread that asks. */
  readonly workers?: Workers;
}

/** A page on its way in; `inputHash` is set when it was handed in by name and must be known again. */
export interface Arrival extends IncomingPage {
  readonly inputHash?: Uint8Array;
}

/**
 * Takes a page in: raw bytes and all that is derived from them in one transaction, so that what is reported is
 * stored and nothing is stored by half. A page that cannot be read is kept and waits in quarantine.
 */
export async function processPage(pipeline: Pipeline, arrival: Arrival): Promise<PageOutcome> {
  const [outcome] = await processPages(pipeline, [arrival]);
  if (outcome === undefined) throw new Error('Cannot process a page: no outcome came back');
  return outcome;
}

/**
 * Takes several pages in, in their order and in one transaction: all are stored or none. Meant for a handful, as
 * other writers of the same articles wait meanwhile.
 */
export async function processPages(
  pipeline: Pipeline,
  arrivals: readonly Arrival[],
): Promise<readonly PageOutcome[]> {
  return (await readArrivals(pipeline, arrivals)).save();
}

/** Pages that were read and wait to be stored. */
export interface ReadArrivals {
  /** Stores them in their order and in one transaction: all or none. */
  save(): Promise<readonly PageOutcome[]>;
}

/** The first half of `processPages`: while one handful is stored the next can be read. */
export async function readArrivals(pipeline: Pipeline, arrivals: readonly Arrival[]): Promise<ReadArrivals> {
  const readings = await readPages(
    pipeline,
    arrivals.map((page) => ({ page })),
  );
  return {
    save: () =>
      pipeline.store.transaction(async (tx) => {
        const saved = await savePages(tx, arrivals);
        return saveReadings(tx, pipeline, placed(readings, arrivals, saved));
      }),
  };
}

function placed(
  readings: readonly PageReading[],
  arrivals: readonly Arrival[],
  saved: readonly { readonly pageId: number }[],
): readonly PlacedReading[] {
  return arrivals.flatMap((arrival, at) => {
    const [reading, page] = [readings[at], saved[at]];
    return reading && page ? [{ ...reading, arrival, pageId: page.pageId }] : [];
  });
}

/**
 * Reads a page whose bytes are stored already, as after collecting or with newer rules. Reading it twice comes to
 * the same as reading it once.
 */
export async function processStoredPage(
  pipeline: Pipeline,
  page: FetchedPage & { readonly pageId: number },
): Promise<PageOutcome> {
  const [outcome] = await processStoredPages(pipeline, [page]);
  if (outcome === undefined) throw new Error('Cannot process a page: no outcome came back');
  return outcome;
}

/** Reads several stored pages, in their order and in one transaction: all that is derived is stored or nothing. */
export async function processStoredPages(
  pipeline: Pipeline,
  pages: readonly (FetchedPage & { readonly pageId: number })[],
): Promise<readonly PageOutcome[]> {
  const readings = await readPages(
    pipeline,
    pages.map((page) => ({ page })),
  );
  const arrivals = pages.map((page): Arrival => ({ ...page, via: 'collect' }));
  return pipeline.store.transaction((tx) => saveReadings(tx, pipeline, placed(readings, arrivals, pages)));
}
