/**
 * Tells the WebSub hub (https://www.w3.org/TR/websub/) which of our feeds changed, in the order of events: after a kill
 * or while the hub is away nothing is lost, since the mark moves only behind what it took.
 */
import type { Store } from '../store/database.js';
import { announceEvents, loadEvents, type StoredEvent } from '../store/events.js';
import {
  claimHubMark,
  type HubMark,
  loadTouched,
  loadTouchedDossiers,
  loadTouchedSearches,
  loadUnheralded,
  saveHubMark,
  type TouchedList,
  type TouchedSite,
  type Unheralded,
} from '../store/hub_mark.js';

export interface HubPingsOptions {
  readonly store: Store;
  /** Address of the site, without a slash at its end: feeds are named by it. */
  readonly baseUrl: string;
  /** Lists whose feeds hold what was touched; the site knows its addresses. */
  readonly listsOf: (touched: TouchedSite) => readonly TouchedList[];
  /** Sends the form to the hub; whether it was taken. */
  readonly publish: (form: string) => Promise<boolean>;
  /** The present, ISO 8601. */
  readonly clock: () => string;
  /** Between two looks; default five seconds: what comes meanwhile goes in one form. */
  readonly lookMs?: number;
  /** Pause after a first failure; default ten seconds, twice as long each time, an hour at most. */
  readonly retryMs?: number;
  readonly onFault?: (cause: unknown) => void;
}

const LOOK_MS = 5_000;
const RETRY_MS = 10_000;
const MOST_RETRY_MS = 60 * 60 * 1000;
/** Longer than telling one piece may take. */
const LEASE_MS = 5 * 60_000;
/** Events of one look. */
const PIECE = 500;
/** Feeds in one form: hubs take repeated `hub.url`. */
const FEEDS_OF_FORM = 90;
const FORMATS = ['feed.xml', 'atom.xml', 'feed.json'];

/** Tells the hub until it is stopped. */
export function startHubPings(options: HubPingsOptions): { readonly stop: () => Promise<void> } {
  const { lookMs = LOOK_MS } = options;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let isStopped = false;
  function plan(): void {
    timer = setTimeout(() => {
      running = pingHub(options)
        .catch((cause: unknown) => options.onFault?.(cause))
        .then(() => {
          if (!isStopped) plan();
        });
    }, lookMs);
  }
  plan();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Tells of one piece of news; gives what was told of, nothing where it is not due or the hub did not take it. */
export async function pingHub(options: HubPingsOptions): Promise<readonly string[]> {
  const { store, clock, publish, lookMs = LOOK_MS, retryMs = RETRY_MS } = options;
  const at = clock();
  await announceEvents(store, at);
  const mark = await claimHubMark(store, { at, until: later(at, LEASE_MS) });
  if (mark === undefined) return [];
  const [events, unheralded] = await Promise.all([
    loadEvents(store, mark.lastEvent, PIECE),
    loadUnheralded(store, mark),
  ]);
  const feeds = await feedsOf(options, { mark, events, unheralded, at });
  let isTaken = true;
  for (let from = 0; from < feeds.length && isTaken; from += FEEDS_OF_FORM) {
    const form = new URLSearchParams({ 'hub.mode': 'publish' });
    for (const feed of feeds.slice(from, from + FEEDS_OF_FORM)) form.append('hub.url', feed);
    isTaken = await publish(form.toString());
  }
  if (isTaken) {
    const lastEvent = events.at(-1)?.id ?? mark.lastEvent;
    const { lastItem, lastDossier } = unheralded;
    const nextAt = later(clock(), lookMs);
    await saveHubMark(store, { lastEvent, lastItem, lastDossier, failures: 0, nextAt });
    return feeds;
  }
  const failures = mark.failures + 1;
  const pause = Math.min(retryMs * 2 ** Math.min(mark.failures, 20), MOST_RETRY_MS);
  await saveHubMark(store, { ...mark, failures, nextAt: later(clock(), pause) });
  return [];
}

interface News {
  readonly mark: HubMark;
  readonly events: readonly StoredEvent[];
  readonly unheralded: Unheralded;
  readonly at: string;
}

/** Addresses of the feeds that changed, each once. */
async function feedsOf({ store, baseUrl, listsOf }: HubPingsOptions, news: News): Promise<readonly string[]> {
  const { mark, events, unheralded, at } = news;
  const hasNewDossier = unheralded.lastDossier > mark.lastDossier;
  if (events.length === 0 && unheralded.topics.length === 0 && !hasNewDossier) return [];
  const refs = (...kinds: StoredEvent['kind'][]): readonly (readonly string[])[] =>
    events.filter(({ kind }) => kinds.includes(kind)).map(({ ref }) => ref.split('#'));
  const first = (parts: readonly (readonly string[])[]): readonly string[] => [
    ...new Set(parts.map(([part = '']) => part)),
  ];
  const kinds = new Set(events.map(({ kind }) => kind));
  const range = [mark.lastEvent, events.at(-1)?.id ?? mark.lastEvent] as const;
  const [touched, dossiers, searches] = await Promise.all([
    loadTouched(store, {
      stories: first(refs('story', 'story_update')).map(Number),
      articles: refs('story_update').map(([, article]) => Number(article)),
      statements: first(refs('statement')),
      contacts: first(refs('contact')),
    }),
    loadTouchedDossiers(store, range),
    loadTouchedSearches(store, range, at),
  ]);
  const { topics } = unheralded;
  const lists = listsOf({ ...touched, kinds, topics, dossiers, hasNewDossier, searches });
  return lists.flatMap(({ path, query = '' }) =>
    FORMATS.map((format) => `${baseUrl}${path}/${format}${query}`),
  );
}

function later(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}
