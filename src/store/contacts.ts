/** The ledger of contacts as the stages read and write it. */
import type { Contact, ContactPart } from '../model/contact.js';
import type { LedgerContact } from '../model/ledger.js';
import type { Database } from './database.js';
import { savePairsOf } from './dyads.js';
import { toJson } from './storable.js';

export interface StoredContact {
  readonly id: string;
  readonly entry: LedgerContact;
  /** Of an open one: which contact it is held to be. */
  readonly resolvedTo?: string | null | undefined;
}

/** What a telling looks for: its parties, its days, the first and last day on which it was told. */
export interface ContactSearch {
  readonly keys: readonly string[];
  readonly days: LedgerContact['days'];
  readonly told: readonly [first: string, last: string];
  /** Only those of which one side is named, or only those of which both are; absent: all. */
  readonly isOpen?: boolean;
  /** Found whatever the rest says: the contact that an open one was held to be. */
  readonly resolvedFrom?: string;
}

export interface ActorRow {
  readonly name: string;
  readonly machineId?: string;
  readonly entityId?: string;
  readonly side?: string;
  readonly via: string;
}

export interface RoleRow extends ActorRow {
  readonly part: ContactPart;
}

export interface ContactTelling {
  readonly articleId: number;
  readonly version: number;
  readonly position: number;
  readonly contactId: string;
  readonly knownAt: string;
  readonly told: Contact;
  readonly statementIds: readonly string[];
  readonly circumstances: Circumstances;
}

/** What besides the telling itself decides where it goes in the ledger. */
interface Circumstances {
  /** Address of the contact that it opens when it is the first to tell of it. */
  readonly id: string;
  readonly statementIds: readonly string[];
  /** Of each statement that is a voice, by its index: who says it and its sentence. */
  readonly said: Readonly<
    Record<
      number,
      { readonly speaker?: string; readonly entity?: string; readonly side?: string; readonly words: string }
    >
  >;
  readonly published?: string | undefined;
  readonly copyGroup?: string | undefined;
}

/** A telling as it can be taken in anew. */
export interface StoredTelling extends Omit<ContactTelling, 'statementIds'> {
  /** Place of its version in the order of analysis. */
  readonly order: number;
}

/** Contacts that a telling may mean: more than do mean it, in the order in which they were first told. */
export async function findCandidates(
  tx: Database,
  { keys, days: [from, to], told: [first, last], isOpen, resolvedFrom }: ContactSearch,
): Promise<readonly StoredContact[]> {
  const kind = isOpen === undefined ? '' : isOpen ? 'and is_open' : 'and not is_open';
  const also = resolvedFrom === undefined ? [] : [resolvedFrom];
  return tx.rows<StoredContact>(
    `select id, entry, resolved_to as "resolvedTo" from contact
     where keys && $1::text[] ${kind} and (
       (first_told - 10 <= $3::date and last_told + 10 >= $2::date)
       or (day_from - 10 <= $3::date and day_to + 10 >= $2::date)
       or (day_from - 1 <= $5::date and day_to + 1 >= $4::date)
       or ($4::date - 10 <= last_told and $5::date + 10 >= first_told))
     ${also.length === 0 ? '' : 'or id = (select resolved_to from contact where id = $6)'}
     order by seq`,
    [keys, first, last, from, to, ...also],
  );
}

/** Open contacts that are held to be this one. */
export function findResolvedTo(tx: Database, contactId: string): Promise<readonly StoredContact[]> {
  return tx.rows<StoredContact>(
    'select id, entry, resolved_to as "resolvedTo" from contact where resolved_to = $1 order by seq',
    [contactId],
  );
}

/** Everything by which the parties of a contact are found again. */
export function keysOf(contact: Pick<Contact, 'actors'>): readonly string[] {
  return [
    ...new Set(
      contact.actors.flatMap(({ entity, side, name }) => [
        entity ?? name,
        ...(side === undefined ? [] : [side]),
      ]),
    ),
  ];
}

/** Writes a contact, new or grown; its number stays. Its words are to be read anew, its voices to be compared. */
export async function saveContact(
  tx: Database,
  { id, entry, resolvedTo }: StoredContact,
  { actors, roles }: { readonly actors: readonly ActorRow[]; readonly roles: readonly RoleRow[] },
): Promise<void> {
  const told = entry.tellings.map(({ published, known }) => (published ?? known).slice(0, 10)).sort();
  const known = entry.tellings.map((telling) => telling.known).sort();
  const changedAt = entry.history.at(-1)?.known ?? known[0];
  await tx.run(
    `with saved as (
       insert into contact (id, kind, level, status, disputed, secrecy, place, day_from, day_to, first_told, last_told,
       known_at, changed_at, keys, entry, is_open, resolved_to)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $17, $18)
     on conflict (id) do update set kind = excluded.kind, level = excluded.level, status = excluded.status,
       disputed = excluded.disputed, secrecy = excluded.secrecy, place = excluded.place,
       day_from = excluded.day_from, day_to = excluded.day_to, first_told = excluded.first_told,
       last_told = excluded.last_told, known_at = excluded.known_at, changed_at = excluded.changed_at,
         keys = excluded.keys, entry = excluded.entry, resolved_to = excluded.resolved_to, words = null
       returning id)
     insert into contact_pairing_queue (contact_id) select id from saved where $16 on conflict do nothing`,
    [
      id,
      entry.kind,
      entry.level,
      entry.status,
      entry.disputed,
      entry.secrecy,
      entry.place,
      entry.days[0],
      entry.days[1],
      told[0],
      told.at(-1),
      known[0],
      changedAt,
      keysOf(entry),
      toJson(entry),
      entry.voices.length > 1,
      entry.isOpen === true,
      resolvedTo,
    ],
  );
  await tx.run('delete from contact_actor where contact_id = $1', [id]);
  await tx.run(
    `insert into contact_actor (contact_id, position, name, machine_id, entity_id, side, via, changed_at)
     select $1, ordinality - 1, name, "machineId", "entityId", side, via, $3
     from rows from (jsonb_to_recordset($2::jsonb) as (name text, "machineId" text, "entityId" text, side text,
       via text)) with ordinality`,
    [id, toJson(actors), changedAt],
  );
  if (roles.length > 0) await saveRoles(tx, { id, changedAt }, roles);
  await savePairsOf(tx, id);
}

async function saveRoles(
  tx: Database,
  { id, changedAt }: { readonly id: string; readonly changedAt: string | undefined },
  roles: readonly RoleRow[],
): Promise<void> {
  await tx.run('delete from contact_role where contact_id = $1', [id]);
  await tx.run(
    `insert into contact_role (contact_id, position, part, name, machine_id, entity_id, side, via, changed_at)
     select $1, ordinality - 1, part, name, "machineId", "entityId", side, via, $3
     from rows from (jsonb_to_recordset($2::jsonb) as (part text, name text, "machineId" text, "entityId" text,
       side text, via text)) with ordinality`,
    [id, toJson(roles), changedAt],
  );
}

/** Notes which version of an article tells of which contact, and which of its statements are voices on it. */
export async function saveTellings(tx: Database, tellings: readonly ContactTelling[]): Promise<void> {
  if (tellings.length === 0) return;
  await tx.run(
    `insert into contact_telling (article_id, version, position, contact_id, known_at, told, circumstances)
     select "articleId", version, position, "contactId", "knownAt", told, circumstances
     from jsonb_to_recordset($1::jsonb)
       as given ("articleId" bigint, version integer, position integer, "contactId" text,
         "knownAt" timestamptz, told jsonb, circumstances jsonb)
     on conflict (article_id, version, position) do update set contact_id = excluded.contact_id,
       told = excluded.told, circumstances = excluded.circumstances`,
    [toJson(tellings)],
  );
  const voices = tellings.flatMap(({ contactId, statementIds }) =>
    statementIds.map((statementId) => ({ contactId, statementId })),
  );
  await tx.run(
    `insert into contact_statement (contact_id, statement_id)
     select given."contactId", given."statementId" from jsonb_to_recordset($1::jsonb)
       as given ("contactId" text, "statementId" text) on conflict do nothing`,
    [toJson(voices)],
  );
}

/** Whether tellings of an older Sanad are still without their circumstances. */
export async function hasBareTellings(db: Database): Promise<boolean> {
  const row = await db.row('select from contact_telling where circumstances is null limit 1');
  return row !== undefined;
}

/** Contacts in which one of these entities is a party or has a part, as it is shown now or as an article tells it. */
export async function findContactsOf(db: Database, entityIds: readonly string[]): Promise<readonly string[]> {
  const parties = entityIds.map((entity) => [{ entity }]);
  const rows = await db.rows<{ id: string }>(
    `select contact_id as id from contact_actor where entity_id = any($1) or machine_id = any($1)
     union select contact_id from contact_role where entity_id = any($1) or machine_id = any($1)
     union select contact_id from contact_telling t, jsonb_array_elements($2::jsonb) party
       where t.told->'actors' @> party or t.told->'roles' @> party`,
    [entityIds, toJson(parties)],
  );
  return rows.map(({ id }) => id);
}

/** What articles tell of these contacts. */
export function loadTellingsOf(
  db: Database,
  contactIds: readonly string[],
): Promise<readonly StoredTelling[]> {
  return db.rows<StoredTelling>(
    `select t.article_id as "articleId", t.version, t.position, t.contact_id as "contactId",
       t.known_at as "knownAt", t.told, t.circumstances, a.id as order
     from contact_telling t join analysis a on a.article_id = t.article_id and a.version = t.version
     where t.contact_id = any($1)`,
    [contactIds],
  );
}

/** Takes contacts out of the ledger with their tellings, which are to be taken in anew. */
export async function dropContacts(tx: Database, contactIds: readonly string[]): Promise<void> {
  await tx.run('delete from contact where id = any($1)', [contactIds]);
}
