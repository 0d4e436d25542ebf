/** How original an outlet is: who takes from it, and from whom it takes. */
import type { Database } from './database.js';

export interface OutletTie {
  readonly outletId: string;
  readonly outletName: string;
  /** Reports whose words were taken. */
  readonly copies: number;
  /** Reports that only name the source. */
  readonly credits: number;
}

export interface OutletStandingView {
  readonly reports: number;
  /** Its reports that are copies of others'. */
  readonly taken: number;
  /** Reports of other publishers that rest on its own. */
  readonly uses: number;
  readonly takers: readonly OutletTie[];
  readonly sources: readonly OutletTie[];
}

interface CountRow {
  readonly reports: number;
  readonly taken: number;
  readonly uses: number;
}

/** Reads the standing of an outlet with its `limit` strongest ties each way. */
export async function loadStanding(
  db: Database,
  { outletId, limit }: { readonly outletId: string; readonly limit: number },
): Promise<OutletStandingView> {
  const [counts, takers, sources] = await Promise.all([
    db.row<CountRow>(
      `select (select count(*) from report where outlet_id = $1)::int as reports,
         (select count(*) from report_source s join report r using (article_id)
          where r.outlet_id = $1 and s.by_copy)::int as taken,
         (select count(*) from report_source where outlet_id = $1)::int as uses`,
      [outletId],
    ),
    db.rows<OutletTie>(tiesSql({ subject: 's.outlet_id', other: 'r.outlet_id' }), [outletId, limit]),
    db.rows<OutletTie>(tiesSql({ subject: 'r.outlet_id', other: 's.outlet_id' }), [outletId, limit]),
  ]);
  return {
    reports: counts?.reports ?? 0,
    taken: counts?.taken ?? 0,
    uses: counts?.uses ?? 0,
    takers,
    sources,
  };
}

function tiesSql({ subject, other }: { readonly subject: string; readonly other: string }): string {
  return `select o.id as "outletId", o.name as "outletName",
      (count(*) filter (where s.by_copy))::int as copies, (count(*) filter (where not s.by_copy))::int as credits
    from report_source s join report r using (article_id) join outlet o on o.id = ${other}
    where ${subject} = $1 and o.hidden_at is null
    group by o.id, o.name order by count(*) desc, o.id limit $2`;
}
