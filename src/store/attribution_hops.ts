import type { AttributionHop, AttributionRelation } from '../model/attribution.js';
import type { Database } from './database.js';
import type { StageStamp } from './page_results.js';
import { toJson } from './storable.js';

/** Whether the report that a hop leads to was collected. */
export type HopState = 'found' | 'claimed' | 'missing' | 'circular';

export interface VersionChain {
  readonly articleId: number;
  readonly version: number;
  readonly hops: readonly AttributionHop[];
}

/** How a hop of a first version came out within its story. */
export interface HopResolution {
  readonly articleId: number;
  /** 1-based. */
  readonly position: number;
  readonly state: HopState;
  readonly foundId?: number;
}

interface HopRow {
  readonly article_id: number;
  readonly name: string;
  readonly outlet_id: string | null;
  readonly relation: AttributionRelation;
  readonly anonymous: boolean;
  readonly span_start: number | null;
  readonly span_end: number | null;
  readonly rule: string | null;
}

/** Writes the chains of versions, in place of older ones. */
export async function saveChains(
  tx: Database,
  chains: readonly VersionChain[],
  stage: StageStamp,
): Promise<void> {
  if (chains.length === 0) return;
  await tx.run(
    `delete from attribution_hop h using unnest($1::bigint[], $2::integer[]) as given (article_id, version)
     where h.article_id = given.article_id and h.version = given.version`,
    [chains.map(({ articleId }) => articleId), chains.map(({ version }) => version)],
  );
  const hops = chains.flatMap(({ articleId, version, hops: own }) =>
    own.map((hop, at) => ({
      articleId,
      version,
      position: at + 1,
      name: hop.name,
      outletId: hop.outlet,
      relation: hop.relation,
      anonymous: hop.anonymous,
      start: hop.evidence?.span.start,
      end: hop.evidence?.span.end,
      rule: hop.evidence?.rule,
    })),
  );
  await tx.run(
    `insert into attribution_hop (article_id, version, position, name, outlet_id, relation, anonymous,
       span_start, span_end, rule, stage, stage_version)
     select "articleId", version, position, name, "outletId", relation, anonymous, start, "end", rule, $2, $3
     from jsonb_to_recordset($1::jsonb) as given ("articleId" bigint, version integer, position integer,
       name text, "outletId" text, relation text, anonymous boolean, start integer, "end" integer, rule text)`,
    [toJson(hops), stage.name, stage.version],
  );
}

/** Chains of the first versions of articles. */
export async function loadChains(
  db: Database,
  articleIds: readonly number[],
): Promise<ReadonlyMap<number, readonly AttributionHop[]>> {
  const rows = await db.rows<HopRow>(
    `select article_id, name, outlet_id, relation, anonymous, span_start, span_end, rule
     from attribution_hop where article_id = any($1) and version = 1 order by article_id, position`,
    [articleIds],
  );
  const chains = new Map<number, AttributionHop[]>();
  for (const row of rows) {
    const chain = chains.get(row.article_id) ?? [];
    chains.set(row.article_id, chain);
    chain.push(toHop(row));
  }
  return chains;
}

/** Notes how the hops of first versions came out. */
export async function saveHopStates(tx: Database, states: readonly HopResolution[]): Promise<void> {
  if (states.length === 0) return;
  await tx.run(
    `update attribution_hop h set state = given.state, found_id = given."foundId"
     from jsonb_to_recordset($1::jsonb) as given ("articleId" bigint, position integer, state text,
       "foundId" bigint)
     where h.article_id = given."articleId" and h.version = 1 and h.position = given.position
       and (h.state, h.found_id) is distinct from (given.state, given."foundId")`,
    [toJson(states)],
  );
}

function toHop(row: HopRow): AttributionHop {
  const { span_start: start, span_end: end, rule } = row;
  return {
    name: row.name,
    relation: row.relation,
    anonymous: row.anonymous,
    ...(row.outlet_id === null ? {} : { outlet: row.outlet_id }),
    ...(start === null || end === null || rule === null ? {} : { evidence: { span: { start, end }, rule } }),
  };
}
