/** Dyads: two countries or blocs whose people were in touch, counted by the pairs of sides that are kept of each contact. */
import { isVisibleOfMany, visibleTellings } from './contact_sight.js';
import type { Database } from './database.js';

/** Notes which sides a contact, as it is stored now, brings together; what it brought together before is forgotten. */
export async function savePairsOf(tx: Database, contactId: string): Promise<void> {
  await tx.run(
    `with pair as materialized (
       select distinct x.side as a, y.side as b, c.changed_at from contact c
         join contact_actor x on x.contact_id = c.id
         join contact_actor y on y.contact_id = c.id and y.side > x.side
       where c.id = $1),
     gone as (delete from dyad_contact d
       where d.contact_id = $1 and not exists (select from pair where pair.a = d.a and pair.b = d.b))
     insert into dyad_contact (a, b, contact_id, changed_at) select a, b, $1, changed_at from pair
     on conflict (a, b, contact_id) do update set changed_at = excluded.changed_at`,
    [contactId],
  );
}

/** Two countries or blocs whose people were in touch, and how often. */
export interface DyadRow {
  readonly a: string;
  readonly aName: string;
  readonly b: string;
  readonly bName: string;
  readonly contacts: number;
  /** When our knowledge of one of them changed last. */
  readonly newestAt: string;
}

export interface ReportedDyad extends DyadRow {
  /** When the newest report of one of its contacts was published; when it was collected, where it does not say. */
  readonly reportedAt: string | null;
  /** Whether that report says when it was published. */
  readonly isDated: boolean;
}

export interface DyadPage {
  /** Dyads at most. */
  readonly limit: number;
  /** In what had been told of them at this instant. */
  readonly asOf?: string | undefined;
  /** Those that moved last first, or by their ids. */
  readonly order?: 'moved' | 'ids';
  /** Behind this dyad; only by ids. */
  readonly after?: readonly [a: string, b: string] | undefined;
}

/** The dyads with contacts of which readers may see something. */
export function loadDyads(db: Database, page: DyadPage): Promise<readonly DyadRow[]> {
  const { limit, asOf, order = 'moved', after } = page;
  return db.rows<DyadRow>(`with ${dyadTable(order, asOf)} select * from dyad order by ${ORDERS[order]}`, [
    limit,
    after?.[0],
    after?.[1],
    ...(asOf === undefined ? [] : [asOf]),
  ]);
}

/** The dyads that moved last with the time of the newest report of each. */
export function loadReportedDyads(db: Database, limit: number): Promise<readonly ReportedDyad[]> {
  return db.rows<ReportedDyad>(
    `with ${dyadTable('moved', undefined)},
     told as (select p.a, p.b, max(a.shown_at) as "reportedAt",
         max(a.shown_at) filter (where a.published_at is not null) is not distinct from max(a.shown_at) as "isDated"
       from dyad join dyad_contact p on p.a = dyad.a and p.b = dyad.b
         join contact_telling t on t.contact_id = p.contact_id
         join article a on a.id = t.article_id and a.hidden_at is null
         left join outlet o on o.id = a.outlet_id
       where o.hidden_at is null group by p.a, p.b)
     select * from dyad join told using (a, b) order by ${ORDERS.moved}`,
    [limit, null, null],
  );
}

const ORDERS = { moved: '"newestAt" desc, a, b', ids: 'a, b' } as const;

/** When the status of a contact had changed last at the instant that `$4` is. */
const CHANGED_THEN = `(select max((h->>'known')::timestamptz) from jsonb_array_elements(c.entry->'history') h
  where (h->>'known')::timestamptz <= $4)`;

/** `$1` dyads at most, behind `$2` and `$3`. */
function dyadTable(order: 'moved' | 'ids', asOf: string | undefined): string {
  const pairs =
    asOf === undefined
      ? `select p.a, p.b, p.changed_at as changed from dyad_contact p where ${isVisibleOfMany('p.contact_id')}`
      : `select p.a, p.b, ${CHANGED_THEN} as changed from dyad_contact p join contact c on c.id = p.contact_id
         where c.known_at <= $4 and exists (select ${visibleTellings('c.id')} and t.known_at <= $4)`;
  // Sides are counted only where they have a page: their entity may never have been named itself.
  return `dyad as (
    select d.a, coalesce(ea.given_name, ea.name) as "aName", d.b, coalesce(eb.given_name, eb.name) as "bName",
      d.contacts, d."newestAt"
    from (select a, b, count(*)::int as contacts, max(changed) as "newestAt"
        from (${pairs} and ($2::text is null or (p.a, p.b) > ($2, $3))) pair
        group by a, b
        having exists (select from entity where id = a offset 0) and exists (select from entity where id = b offset 0)
        order by ${ORDERS[order]} limit $1) d
      join entity ea on ea.id = d.a join entity eb on eb.id = d.b)`;
}
