/** What grouping keeps in memory: the reports of the last two weeks, and how outlets stand. */
import { createGrouper, type Grouper } from '../group/grouper.js';
import type { Standing } from '../rank/source_weight.js';
import type { Gazetteer } from '../sources/gazetteer.js';
import type { Registry } from '../sources/registry.js';
import { loadChains } from '../store/attribution_hops.js';
import type { Database } from '../store/database.js';
import { type GroupingMark, listArrivals, loadArrived } from '../store/grouping.js';
import { loadReports, loadStandings, type PlacedReport } from '../store/reports.js';
import { readReport } from './report_of.js';

export interface GroupingMemory {
  readonly grouper: Grouper;
  readonly standings: Standings;
  /** The newest reports with their texts, since copies mostly follow soon. */
  readonly recent: RecentReports;
  mark: GroupingMark;
}

/** How outlets stand, as reports arrive. */
export class Standings {
  readonly #own = new Map<string, Standing>();
  #all: Standing = NOBODY;

  of(outletId: string | undefined): Standing {
    return (outletId === undefined ? undefined : this.#own.get(outletId)) ?? NOBODY;
  }

  get all(): Standing {
    return this.#all;
  }

  add(outletId: string, more: Partial<Standing>): void {
    this.#own.set(outletId, sum(this.of(outletId), more));
    this.#all = sum(this.#all, more);
  }
}

/** A report that others may turn out to copy. */
export interface RecentReport {
  readonly placed: PlacedReport;
  /** Lede and body. */
  readonly text: string;
}

/** The last so many reports; some 6 MB of texts. */
const RECENT_REPORTS = 2000;

/** Reports that were just placed; older ones are read from the store. */
export class RecentReports {
  readonly #reports = new Map<number, RecentReport>();

  get(articleId: number): RecentReport | undefined {
    return this.#reports.get(articleId);
  }

  add(report: RecentReport): void {
    this.#reports.set(report.placed.articleId, report);
    if (this.#reports.size <= RECENT_REPORTS) return;
    // Maps keep the order of insertion: the first key is the oldest.
    for (const oldest of this.#reports.keys()) {
      this.#reports.delete(oldest);
      break;
    }
  }
}

const NOBODY: Standing = { reports: 0, uses: 0 };
const WINDOW_MS = 14 * 86_400_000;
/** Reports whose texts are loaded together. */
const PORTION = 500;

/** What the machine knows of the world. */
export interface Knowledge {
  readonly registry: Registry;
  /** Names of places, which keep the same event in two towns apart. */
  readonly gazetteer?: Gazetteer;
}

export function emptyMemory({ registry, gazetteer }: Knowledge, mark: GroupingMark): GroupingMemory {
  return {
    grouper: createGrouper({ registry, ...(gazetteer && { gazetteer }) }),
    standings: new Standings(),
    recent: new RecentReports(),
    mark,
  };
}

/** Brings back what a process that ends forgets, from the store and with the places that were given then. */
export async function loadMemory(
  db: Database,
  knowledge: Knowledge,
  mark: GroupingMark,
): Promise<GroupingMemory> {
  const { registry } = knowledge;
  const memory = emptyMemory(knowledge, mark);
  const newest = await db.row<{ at: string | null }>('select max(at) as at from report');
  const since = newest?.at == null ? undefined : new Date(Date.parse(newest.at) - WINDOW_MS).toISOString();
  await replay(db, memory, { registry, after: 0, ...(since === undefined ? {} : { since }) });
  for (const { outletId, reports, uses } of await loadStandings(db)) {
    memory.standings.add(outletId, { reports, uses });
  }
  return memory;
}

interface Replay {
  readonly registry: Registry;
  readonly after: number;
  readonly since?: string;
}

async function replay(
  db: Database,
  { grouper }: GroupingMemory,
  { registry, ...range }: Replay,
): Promise<void> {
  const arrivals = await listArrivals(db, range);
  for (let from = 0; from < arrivals.length; from += PORTION) {
    const portion = arrivals.slice(from, from + PORTION);
    const articleIds = portion.map(({ articleId }) => articleId);
    const placed = new Map(
      (await loadReports(db, articleIds)).map((report) => [report.articleId, report] as const),
    );
    const chains = await loadChains(db, articleIds);
    for (const seen of await loadArrived(db, portion)) {
      if (seen.version !== 1) continue;
      const { report } = readReport(seen, registry, chains.get(seen.articleId) ?? []);
      grouper.add(report, knownPlace(placed.get(seen.articleId)));
    }
  }
}

function knownPlace(placed: PlacedReport | undefined): Parameters<Grouper['add']>[1] {
  const { openerId, threadOpenerId } = placed ?? {};
  if (openerId === undefined) return {};
  return {
    story: String(openerId),
    ...(threadOpenerId === undefined ? {} : { thread: String(threadOpenerId) }),
  };
}

function sum(one: Standing, more: Partial<Standing>): Standing {
  return { reports: one.reports + (more.reports ?? 0), uses: one.uses + (more.uses ?? 0) };
}
