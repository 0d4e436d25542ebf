/**
 * What the other pages of a host say about the lines of a page. A page is judged once, when it is first read, by the
 * pages of its host that were read before; the judgement is stored with it, and every later reading (after a kill,
 * from quarantine, in a rebuild) goes by it. So reading again changes nothing, in whatever order.
 */
import { createHash } from 'node:crypto';
import {
  findRepeated,
  type LineCounts,
  type LineKey,
  lineKey,
  type OpenLine,
} from '../extract/repeated_lines.js';
import type { ExtractedPage } from '../model/extracted_page.js';
import type { Database } from '../store/database.js';
import {
  type HostPage,
  loadBodyOf,
  loadHostPages,
  loadLineCounts,
  saveHostPages,
} from '../store/host_lines.js';
import { addressIdentity } from './article_identity.js';

/** A page that was read without knowing of others, or with what was known of them. */
export interface LinedReading {
  readonly pageId: number;
  readonly page: ExtractedPage | undefined;
  readonly openLines: readonly OpenLine[];
}

/** Pages of a host that are kept; each article has one of so many places. */
const PLACES = 64;

/** Hosts on which many publish, each under the first part of the path. */
const SHARED_HOSTS = new Set(['t.me', 'telegram.me']);

/**
 * On how many other pages of its host each line of a page stood, by page; pages that are no articles, have no address
 * or no such line are missing. Counts each page once.
 */
export async function judgeHostLines(
  tx: Database,
  readings: readonly LinedReading[],
): Promise<ReadonlyMap<number, LineCounts>> {
  const placed = readings.flatMap((reading) => placeOf(reading) ?? []);
  if (placed.length === 0) return new Map();
  const judged = new Map(
    await loadLineCounts(
      tx,
      placed.map(({ pageId }) => pageId),
    ),
  );
  const fresh = placed.filter(({ pageId }) => !judged.has(pageId));
  if (fresh.length === 0) return judged;
  const hosts = new KnownHosts(await loadHostPages(tx, [...new Set(fresh.map(({ host }) => host))]));
  for (const reading of fresh) {
    if (judged.has(reading.pageId)) continue;
    judged.set(reading.pageId, await withoutKept(tx, reading, hosts.countLines(reading)));
    hosts.put(reading);
  }
  await saveHostPages(tx, fresh);
  return judged;
}

interface PlacedLines extends HostPage {
  readonly pageId: number;
  readonly identity: string;
  readonly openLines: readonly OpenLine[];
}

function placeOf({ pageId, page, openLines }: LinedReading): PlacedLines | undefined {
  const address = page?.kind === 'article' && openLines.length > 0 ? addressIdentity(page) : undefined;
  if (address === undefined) return undefined;
  const [name = '', first = ''] = address.split('/');
  const host = SHARED_HOSTS.has(name) ? `${name}/${first}` : name;
  const place = (createHash('sha256').update(address).digest()[0] ?? 0) % PLACES;
  const lines = [...new Set(openLines.map(({ key }) => key))];
  return { pageId, host, place, lines, openLines, identity: `url ${address}` };
}

/** The pages of some hosts while a handful of new ones is judged. */
class KnownHosts {
  readonly #hosts = new Map<string, Map<number, ReadonlySet<LineKey>>>();

  constructor(pages: readonly HostPage[]) {
    for (const page of pages) this.put(page);
  }

  put({ host, place, lines }: HostPage): void {
    const places = this.#hosts.get(host) ?? new Map<number, ReadonlySet<LineKey>>();
    this.#hosts.set(host, places.set(place, new Set(lines)));
  }

  /** A page never counts against itself, nor an earlier edition of it. */
  countLines({ host, place, lines }: HostPage): LineCounts {
    const others = [...(this.#hosts.get(host) ?? [])].filter(([at]) => at !== place);
    return new Map(lines.map((key) => [key, others.filter(([, known]) => known.has(key)).length]));
  }
}

/** A line that the article had when it was read before stays: that it is elsewhere by now is no edit. */
async function withoutKept(tx: Database, reading: PlacedLines, counts: LineCounts): Promise<LineCounts> {
  if (findRepeated(reading.openLines, counts).size === 0) return counts;
  const known = await loadBodyOf(tx, reading.identity);
  if (known === undefined) return counts;
  const kept = new Set(known.split('\n').map(lineKey));
  return new Map([...counts].filter(([key]) => !kept.has(key)));
}
