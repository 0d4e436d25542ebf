import type { Database } from '../database.js';

/** A table as COPY sees it. */
export interface TableShape {
  readonly name: string;
  /** Without generated columns, which the database computes again. */
  readonly columns: readonly string[];
}

/** A foreign key: the columns of `table` name a row of `target`. */
export interface ForeignKey {
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly target: string;
  readonly targetColumns: readonly string[];
}

/** All tables of the schema but the list of migrations, each after those that its foreign keys name. */
export async function loadTables(database: Database): Promise<readonly TableShape[]> {
  const tables = await database.rows<{ name: string; columns: string[] }>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`);
  return inLoadingOrder(tables, await loadForeignKeys(database));
}

/** The foreign keys of the schema in the order of their names. */
export function loadForeignKeys(database: Database): Promise<readonly ForeignKey[]> {
  return database.rows<ForeignKey>(`
    select k.conname as name, k.conrelid::regclass::text as table, k.confrelid::regclass::text as target,
      (select array_agg(a.attname::text order by u.position)
        from unnest(k.conkey) with ordinality u (number, position)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number) as columns,
      (select array_agg(a.attname::text order by u.position)
        from unnest(k.confkey) with ordinality u (number, position)
        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.number) as "targetColumns"
    from pg_constraint k
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace order by 2, 1`);
}

/** A name as SQL takes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Names as SQL takes them, for a list of columns. */
export function quotedList(names: readonly string[]): string {
  return names.map(quoted).join(', ');
}

function inLoadingOrder(tables: readonly TableShape[], keys: readonly ForeignKey[]): TableShape[] {
  const ordered: TableShape[] = [];
  let waiting = [...tables];
  while (waiting.length > 0) {
    const open = new Set(waiting.map(({ name }) => name));
    const ready = waiting.filter(
      ({ name }) => !keys.some(({ table, target }) => table === name && target !== name && open.has(target)),
    );
    if (ready.length === 0)
      throw new Error(`Cannot order the tables "${[...open].join()}": they form a ring`);
    ordered.push(...ready);
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return ordered;
}
