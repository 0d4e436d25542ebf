// Asking hubs to push (WebSub, https://www.w3.org/TR/websub/): which hub a feed names, and the request to it.
import type { CollectionStore, HubLink } from '../model/collection.js';
import type { Registry } from '../sources/registry.js';
import { fetchAddress } from './address_key.js';
import { type FetchOutcome, outcomeInWords } from './fetch_outcome.js';
import { backOff, type Dice, PACE } from './schedule.js';
import type { Ways } from './ways.js';

/** What a feed or its headers say of WebSub. */
interface HubSigns {
  /** Address that answered. */
  readonly url: string;
  /** The header `Link` of the answer. */
  readonly linkHeader?: string | undefined;
  readonly hubUrl?: string | undefined;
  readonly selfUrl?: string | undefined;
}

/** Which hub pushes a feed, and under which name (topic); headers come before the body (§ 4). */
export function findHub({ url, linkHeader, hubUrl, selfUrl }: HubSigns): HubLink | undefined {
  const links = parseLinkHeader(linkHeader ?? '');
  const hub = fetchAddress(links.get('hub') ?? hubUrl ?? '', url);
  if (hub === undefined || (links.get('hub') ?? hubUrl ?? '') === '') return undefined;
  const topic = fetchAddress(links.get('self') ?? selfUrl ?? url, url) ?? url;
  return { hubUrl: hub, topicUrl: topic };
}

const MAX_HEADER_LENGTH = 4096;

/** `<https://hub.example/>; rel="hub", <…>; rel=self` → the first address of each relation. */
function parseLinkHeader(header: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, href = '', rest = ''] of header.slice(0, MAX_HEADER_LENGTH).matchAll(/<([^<>]*)>([^<]*)/g)) {
    const relations = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(rest);
    for (const name of (relations?.[1] ?? relations?.[2] ?? '').toLowerCase().split(/\s+/)) {
      if (name !== '' && !found.has(name)) found.set(name, href);
    }
  }
  return found;
}

export interface SubscribeTools {
  readonly store: CollectionStore;
  readonly ways: Ways;
  readonly registry: Registry;
  readonly clock: () => string;
  readonly dice: Dice;
  /** `https://sanad.example/websub/`: the callback's token follows. */
  readonly callbackUrl: string;
}

/** Hubs asked in one round. */
const BATCH = 4;
/** A hub that took the request confirms within seconds; after this it is asked again. */
const CONFIRM_MS = 60 * 60 * 1000;
/** What hubs commonly give; they may give less, and say so when they confirm. */
const LEASE_S = 10 * 24 * 60 * 60;
const MAX_HUB_PAUSE_MS = 24 * 60 * 60 * 1000;

/** Asks the hubs of all subscriptions that are new or run out soon. */
export async function askHubs(tools: SubscribeTools, signal: AbortSignal): Promise<void> {
  const { store, clock, dice } = tools;
  const at = clock();
  const due = await store.claimSubscriptions({ at, until: later(at, CONFIRM_MS), limit: BATCH });
  for (const { token, secret, sourceId, hubUrl, topicUrl, failures } of due) {
    const form = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.topic': topicUrl,
      'hub.callback': `${tools.callbackUrl}${token}`,
      'hub.secret': secret,
      'hub.lease_seconds': String(LEASE_S),
    });
    // A hub learns our address from the request; it goes the way of the source like all that concerns it.
    const { fetch } = tools.ways(tools.registry.egressOf({ sourceId, url: hubUrl }));
    const outcome = await fetch({ url: hubUrl, form: form.toString(), signal });
    if (isTaken(outcome)) continue;
    const pauseMs = Math.min(backOff(failures + 5, PACE, dice), MAX_HUB_PAUSE_MS);
    await store.saveHubFailure(token, { detail: outcomeInWords(outcome), nextAt: later(clock(), pauseMs) });
  }
}

/** 202 is the right answer; any other 2xx is taken for it. */
function isTaken(outcome: FetchOutcome): boolean {
  if (outcome.kind === 'failed') return outcome.status > 200 && outcome.status < 300;
  return outcome.kind === 'fetched';
}

function later(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}
