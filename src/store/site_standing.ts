/** How original an outlet is: who takes from it, and from whom it takes. */
import type { Database } from './database.js';
import { prepared } from './prepared.js';

export interface OutletTie {
  readonly outletId: string;
  readonly outletName: string;
  /** Reports whose words were taken. */
  readonly copies: number;
  /** Reports that only name the source. */
  readonly credits: number;
}

/** How many days before the newest report count: what an outlet was like years ago says little of it. */
export const STANDING_DAYS = 90;

/** Counts of the newest `STANDING_DAYS`. */
export interface OutletStandingView {
  readonly reports: number;
  /** Its reports that are copies of others'. */
  readonly taken: number;
  /** Its reports that are no copies and rest on no other outlet. */
  readonly own: number;
  /** Reports of other publishers that rest on its own. */
  readonly uses: number;
  readonly takers: readonly OutletTie[];
  readonly sources: readonly OutletTie[];
}

interface CountRow {
  readonly reports: number;
  readonly taken: number;
  readonly resting: number;
  readonly uses: number;
}

/** Reads the standing of an outlet with its `limit` strongest ties each way. */
export async function loadStanding(
  db: Database,
  { outletId, limit }: { readonly outletId: string; readonly limit: number },
): Promise<OutletStandingView> {
  const [counts, takers, sources] = await Promise.all([
    db.row<CountRow>(
      prepared(`select (select count(*) from report where outlet_id = $1 and at > ${SINCE})::int as reports,
         (select count(*) from report_source where by_outlet_id = $1 and by_copy and at > ${SINCE})::int as taken,
         (select count(distinct article_id) from report_source where by_outlet_id = $1 and at > ${SINCE})::int as resting,
         (select count(*) from report_source where outlet_id = $1 and at > ${SINCE})::int as uses`),
      [outletId],
    ),
    db.rows<OutletTie>(tiesSql({ subject: 'outlet_id', other: 'by_outlet_id' }), [outletId, limit]),
    db.rows<OutletTie>(tiesSql({ subject: 'by_outlet_id', other: 'outlet_id' }), [outletId, limit]),
  ]);
  return {
    reports: counts?.reports ?? 0,
    taken: counts?.taken ?? 0,
    own: (counts?.reports ?? 0) - (counts?.resting ?? 0),
    uses: counts?.uses ?? 0,
    takers,
    sources,
  };
}

const SINCE = `((select max(at) from report) - interval '${STANDING_DAYS} days')`;

function tiesSql({ subject, other }: { readonly subject: string; readonly other: string }): string {
  return prepared(`select o.id as "outletId", o.name as "outletName", tie.copies, tie.credits
    from (select ${other} as id, (count(*) filter (where by_copy))::int as copies,
        (count(*) filter (where not by_copy))::int as credits
      from report_source where ${subject} = $1 and at > ${SINCE} group by 1) tie
    join outlet o on o.id = tie.id
    where o.hidden_at is null order by tie.copies + tie.credits desc, o.id limit $2`);
}
