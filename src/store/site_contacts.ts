/** Reads the ledger of contacts for pages, feeds and exports. */
import type { ContactPart } from '../model/contact.js';
import { type LedgerContact, type LedgerRole, ledgerAsKnownAt, resolutionOf } from '../model/ledger.js';
import { contactsOf, type Look, looksOf } from './contact_places.js';
import { isVisible, isVisibleOfMany } from './contact_sight.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';

/** A party of a contact as pages name it: after all that operators decided. */
export interface PartyName {
  readonly name: string;
  readonly entityId: string | null;
  readonly side: string | null;
  readonly sideName: string | null;
}

/** Who brought a contact about, as pages name him, with the sentences that say so. */
export interface RoleName extends PartyName {
  readonly part: ContactPart;
  readonly rule: string;
  readonly places: LedgerRole['places'];
}

export interface ContactLine {
  readonly id: string;
  /** As known at the asked moment: voices, history and tellings that came later are left out. */
  readonly entry: LedgerContact;
  readonly actors: readonly PartyName[];
  readonly roles: readonly RoleName[];
  readonly knownAt: string;
  readonly changedAt: string;
  /** Of an open contact: which one it is held to be now. */
  readonly resolvedTo: string | null;
}

export interface ContactFilter {
  /** Entity of a party or of who brought it about, or of his side. */
  readonly entity?: string;
  /** Both must take part: themselves, or people on their side. */
  readonly dyad?: readonly [a: string, b: string];
  readonly articleIds?: readonly number[];
  /** At least two of these, or the only one, take part. */
  readonly among?: readonly string[];
  readonly statementId?: string;
  /** A `tsquery` that one of its articles must answer. */
  readonly tsquery?: string | undefined;
  /** Days on which it can have been or on which it was told, both included. */
  readonly dayFrom?: string | undefined;
  readonly dayTo?: string | undefined;
  readonly ids?: readonly string[];
  /** Only what we knew by this instant. */
  readonly asOf?: string | undefined;
  readonly changedBefore?: { readonly at: string; readonly id: string } | undefined;
  /** From this contact on, itself included; only with the order `known`. */
  readonly fromId?: string | undefined;
  /** Known after this contact; only with the order `known`. */
  readonly afterId?: string | undefined;
  /** Those whose status changed last first, or in the order in which they became known. */
  readonly order?: 'changed' | 'known';
  readonly limit: number;
}

/** Contacts that a filter lets pass; those whose status changed last stand first. */
export async function loadContacts(db: Database, filter: ContactFilter): Promise<readonly ContactLine[]> {
  const rows = await selectContacts<ContactRow>(db, filter, COLUMNS);
  return rows.flatMap((row) => lineOf(row, filter));
}

/** The ids alone of what `loadContacts()` would give. */
export async function listContactIds(db: Database, filter: ContactFilter): Promise<readonly string[]> {
  const rows = await selectContacts<{ id: string }>(db, filter, 'c.id');
  return rows.map(({ id }) => id);
}

async function selectContacts<Row>(
  db: Database,
  filter: ContactFilter,
  columns: string,
): Promise<readonly Row[]> {
  const found: Row[] = [];
  const looks = looksOf(filter);
  // Else the planner had better see the values.
  const isPrepared = isKeyed(filter) || looks.length > 1;
  for (const look of looks) {
    const values: unknown[] = [];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const where = whereOf(filter, look, bind);
    const sql = `select ${columns} from contact c where ${where.join(' and ')}
      order by ${filter.order === 'known' ? 'c.seq' : 'c.changed_at desc, c.id desc'}
      limit ${bind(filter.limit - found.length)}`;
    found.push(...(await db.rows<Row>(isPrepared ? prepared(sql) : sql, values)));
    if (found.length >= filter.limit) break;
  }
  return found;
}

/** Whether keys lead to few of them, whatever the values are. */
function isKeyed({ articleIds, ids, statementId }: ContactFilter): boolean {
  return [articleIds, ids, statementId].some((key) => key !== undefined);
}

interface ContactRow extends Omit<ContactLine, 'roles'> {
  /** Of each role of the entry, in its order. */
  readonly roleNames: readonly PartyName[];
}

function lineOf({ roleNames, ...row }: ContactRow, { asOf, ids }: ContactFilter): readonly ContactLine[] {
  const named = row.entry.roles.flatMap((role, at): readonly RoleName[] => {
    const name = roleNames[at];
    const { part, rule, places } = role;
    return name === undefined || (asOf !== undefined && role.known > asOf)
      ? []
      : [{ ...name, part, rule, places }];
  });
  const entries = asOf === undefined ? [row.entry] : ledgerAsKnownAt([row.entry], asOf);
  const shown = entries.filter((entry) => ids !== undefined || resolutionOf(entry) === undefined);
  return shown.map((entry) => ({ ...row, entry, roles: named }));
}

type Bind = (value: unknown) => string;

function whereOf(filter: ContactFilter, look: Look, bind: Bind): string[] {
  // An open contact stands in lists until it is known which one it is; then only its own page shows it.
  const isShown = filter.ids !== undefined || filter.asOf !== undefined ? [] : ['c.resolved_to is null'];
  return [
    isKeyed(filter) ? isVisible('c.id') : isVisibleOfMany('c.id'),
    ...isShown,
    ...partiesWhere(filter, look, bind),
    ...tellingWhere(filter, bind),
    ...timeWhere(filter, bind),
  ];
}

function partiesWhere(
  { entity, dyad, among, changedBefore }: ContactFilter,
  look: Look,
  bind: Bind,
): string[] {
  const partiesOf = (id: string): string =>
    `select contact_id from contact_actor where entity_id = ${bind(id)} or side = ${bind(id)}`;
  const several = (ids: readonly string[]): string[] =>
    new Set(ids).size === 1 ? [`c.id in (${partiesOf(ids[0] ?? '')})`] : [twoOf(ids, bind)];
  const where =
    entity === undefined ? [] : [`c.id = any(array(${contactsOf({ entity, changedBefore }, look, bind)}))`];
  if (dyad !== undefined)
    where.push(
      dyad[0] === dyad[1]
        ? twoOf(dyad, bind)
        : `c.id = any(array(${dyad.map(partiesOf).join(' intersect ')}))`,
    );
  if (among !== undefined) where.push(...several(among));
  return where;
}

function tellingWhere({ articleIds, statementId, tsquery, ids }: ContactFilter, bind: Bind): string[] {
  const where: string[] = [];
  if (articleIds !== undefined)
    where.push(
      `c.id in (select coalesce(k.resolved_to, k.id) from contact_telling t join contact k on k.id = t.contact_id
         where t.article_id = any(${bind(articleIds)}))`,
    );
  if (statementId !== undefined)
    where.push(
      `c.id in (select coalesce(k.resolved_to, k.id) from contact_statement s join contact k on k.id = s.contact_id
         where s.statement_id = ${bind(statementId)})`,
    );
  if (tsquery !== undefined)
    where.push(`exists (select from contact_telling t join search_entry w on w.kind = 'article'
      and w.ref_id = t.article_id where t.contact_id = c.id and w.words @@ ${bind(tsquery)}::tsquery)`);
  if (ids !== undefined) where.push(`c.id = any(${bind(ids)})`);
  return where;
}

function timeWhere(filter: ContactFilter, bind: Bind): string[] {
  const { dayFrom, dayTo, asOf, changedBefore, fromId, afterId } = filter;
  const where: string[] = [];
  if (fromId !== undefined) where.push(`c.seq >= (select seq from contact where id = ${bind(fromId)})`);
  if (afterId !== undefined) where.push(`c.seq > (select seq from contact where id = ${bind(afterId)})`);
  if (dayFrom !== undefined) where.push(`coalesce(c.day_to, c.last_told) >= ${bind(dayFrom)}::date`);
  if (dayTo !== undefined) where.push(`coalesce(c.day_from, c.first_told) <= ${bind(dayTo)}::date`);
  if (asOf !== undefined) where.push(`c.known_at <= ${bind(asOf)}`);
  if (changedBefore !== undefined)
    where.push(`(c.changed_at, c.id) < (${bind(changedBefore.at)}, ${bind(changedBefore.id)})`);
  return where;
}

function twoOf(ids: readonly string[], bind: (value: unknown) => string): string {
  const list = bind(ids);
  return `c.id = any(array(select contact_id from contact_actor where entity_id = any(${list}) or side = any(${list})
    group by contact_id having count(*) > 1))`;
}

function namesIn(table: 'contact_actor' | 'contact_role'): string {
  return `array(select jsonb_build_object('name', coalesce(e.given_name,
          case when p.entity_id <> p.machine_id then e.name end, p.name),
          'entityId', p.entity_id, 'side', p.side, 'sideName', coalesce(se.given_name, se.name))
        from ${table} p left join entity e on e.id = p.entity_id left join entity se on se.id = p.side
        where p.contact_id = c.id order by p.position)`;
}

const COLUMNS = `c.id, c.entry, c.known_at as "knownAt", c.changed_at as "changedAt",
  c.resolved_to as "resolvedTo",
  ${namesIn('contact_actor')} as actors, ${namesIn('contact_role')} as "roleNames"`;
