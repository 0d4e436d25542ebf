import type { CmsFamily, Outlet, OutletKind, Source, SourceKind } from '../model/outlet.js';
import type { Database } from './database.js';
import { toJson } from './storable.js';

interface OutletRow {
  readonly id: string;
  readonly name: string;
  readonly name_en: string | null;
  readonly kind: OutletKind | null;
  readonly family: string | null;
  readonly country: string | null;
  readonly cms: CmsFamily | null;
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
  readonly full_text_allowed: boolean | null;
  readonly full_text_wish: boolean | null;
  readonly hidden_at: string | null;
  readonly hidden_note: string | null;
}

/** An outlet with what the operator decided about it. */
export interface StoredOutlet extends Outlet {
  /** What the operator says of whole texts instead of what the registry says. */
  readonly fullTextWish?: boolean;
  /** Set when the outlet is hidden; the note says why and stays visible. */
  readonly hidden?: { readonly at: string; readonly note: string };
}

interface SourceRow {
  readonly id: string;
  readonly outlet_id: string;
  readonly kind: SourceKind;
  readonly url: string;
  readonly category: string | null;
  readonly enabled: boolean;
}

export interface StoredSource extends Source {
  readonly enabled: boolean;
}

/** Brings the registry's outlets in; what the operator decided about known ones stays. */
export async function saveOutlets(db: Database, outlets: readonly Outlet[]): Promise<void> {
  await db.run(
    `insert into outlet (id, name, name_en, kind, family, country, cms, aliases, domains, full_text_allowed)
     select id, name, name_en, kind, family, country, cms, coalesce(aliases, '{}'), coalesce(domains, '{}'),
       full_text_allowed
     from jsonb_to_recordset($1::jsonb) as given (id text, name text, name_en text, kind text, family text,
       country text, cms text, aliases text[], domains text[], full_text_allowed boolean)
     on conflict (id) do update set name = excluded.name, name_en = excluded.name_en, kind = excluded.kind,
       family = excluded.family, country = excluded.country, cms = excluded.cms, aliases = excluded.aliases,
       domains = excluded.domains, full_text_allowed = excluded.full_text_allowed`,
    [toJson(outlets.map(outletColumns))],
  );
}

/** Notes outlets that pages named by their registry ids; those that are known stay as they are. */
export async function ensureOutlets(
  db: Database,
  outlets: readonly { readonly id: string; readonly name: string }[],
): Promise<void> {
  const unique = [...new Map(outlets.map((outlet) => [outlet.id, outlet])).values()];
  if (unique.length === 0) return;
  await db.run(
    `insert into outlet (id, name) select id, name from unnest($1::text[], $2::text[]) as given (id, name)
     where not exists (select from outlet known where known.id = given.id) order by id on conflict do nothing`,
    [unique.map(({ id }) => id), unique.map(({ name }) => name)],
  );
}

/** All outlets by name. */
export async function loadOutlets(db: Database): Promise<readonly StoredOutlet[]> {
  return (await db.rows<OutletRow>('select * from outlet order by name, id')).map(toOutlet);
}

export async function loadOutlet(db: Database, id: string): Promise<StoredOutlet | undefined> {
  const row = await db.row<OutletRow>('select * from outlet where id = $1', [id]);
  return row && toOutlet(row);
}

/** Brings the registry's sources in, resting ones disabled; whether the operator enabled a known one stays. */
export async function saveSources(db: Database, sources: readonly Source[]): Promise<void> {
  await db.run(
    `insert into source (id, outlet_id, kind, url, category, egress, enabled)
     select id, outlet_id, kind, url, category, egress, not coalesce(resting, false) from jsonb_to_recordset($1::jsonb)
       as given (id text, outlet_id text, kind text, url text, category text, egress text, resting boolean)
     on conflict (id) do update set outlet_id = excluded.outlet_id, kind = excluded.kind, url = excluded.url,
       category = excluded.category, egress = excluded.egress`,
    [toJson(sources.map(({ outletId, ...rest }) => ({ ...rest, outlet_id: outletId })))],
  );
}

/** All sources by outlet. */
export async function loadSources(db: Database): Promise<readonly StoredSource[]> {
  return (await db.rows<SourceRow>('select * from source order by outlet_id, id')).map((row) => ({
    id: row.id,
    outletId: row.outlet_id,
    kind: row.kind,
    url: row.url,
    category: row.category ?? undefined,
    enabled: row.enabled,
  }));
}

function outletColumns({ nameEn, fullTextAllowed, ...same }: Outlet): Record<string, unknown> {
  return { ...same, name_en: nameEn, full_text_allowed: fullTextAllowed };
}

function toOutlet(row: OutletRow): StoredOutlet {
  return {
    id: row.id,
    name: row.name,
    nameEn: row.name_en ?? undefined,
    aliases: row.aliases,
    domains: row.domains,
    kind: row.kind ?? undefined,
    family: row.family ?? undefined,
    country: row.country ?? undefined,
    cms: row.cms ?? undefined,
    fullTextAllowed: row.full_text_allowed ?? undefined,
    fullTextWish: row.full_text_wish ?? undefined,
    hidden: row.hidden_at ? { at: row.hidden_at, note: row.hidden_note ?? '' } : undefined,
  };
}
