/** What stands against each other, as the stage that finds it writes it: statements in pairs, and what waits. */
import type { LedgerContact } from '../model/ledger.js';
import type { Span } from '../model/span.js';
import type { Act, Factuality, Stance } from '../model/statement.js';
import { nameContradictionSpeakers } from './contradiction_speakers.js';
import type { Database } from './database.js';
import { formatTsquery } from './search_entries.js';
import { toJson } from './storable.js';

/** A statement that is compared with others. */
export interface PairedStatement {
  readonly id: string;
  /** Order in which statements became known. */
  readonly seq: number;
  readonly articleId: number;
  readonly act: Act;
  readonly stance: Stance;
  readonly content: string;
  readonly contentStart: number;
  readonly at: string;
  readonly saidAt: string | null;
  readonly knownAt: string;
  readonly speaker: { readonly name: string; readonly entityId: string | null } | null;
  /** The first with the words of the statement that it answers. */
  readonly targetId: string | null;
  readonly nestedIn: string | null;
  readonly verb: string | null;
  readonly rule: string;
}

export interface NewContradiction {
  readonly kind: 'opposed' | 'changed';
  readonly oneId: string;
  readonly otherId: string;
  readonly contactId?: string;
  readonly rule: string;
  /** Half-open ranges in the texts of the versions to which the statements point. */
  readonly oneSpans: readonly Span[];
  readonly otherSpans: readonly Span[];
  readonly at: string;
  readonly knownAt: string;
}

/** Days within which two speakers, and one speaker, are compared. */
export interface PairingDays {
  readonly others: number;
  readonly own: number;
}

/** Statements that one is compared with at most: the nearest in time. */
const MOST_COMPARED = 60;
/** Denials under one word that are looked at: those that became known last. */
const MOST_UNDER_WORD = 40;

/** Whether words by which statements are found are still to be read. */
export async function hasUnreadStatements(tx: Database): Promise<boolean> {
  const row = await tx.row<{ waits: boolean }>(
    'select exists (select from statement where words is null and twin_of is null) as waits',
  );
  return row?.waits === true;
}

/** Takes the first statements that wait to be compared. */
export function takeForPairing(tx: Database, limit: number): Promise<readonly PairedStatement[]> {
  return tx.rows<PairedStatement>(
    `with taken as (
       delete from pairing_queue where statement_id in (
         select statement_id from pairing_queue order by seq limit $1) returning statement_id)
     select ${COLUMNS} from statement s where s.id in (select statement_id from taken) order by s.seq`,
    [limit],
  );
}

/** Statements with what is compared of them. */
export function loadPaired(tx: Database, ids: readonly string[]): Promise<readonly PairedStatement[]> {
  return tx.rows<PairedStatement>(`select ${COLUMNS} from statement s where s.id = any($1)`, [ids]);
}

/** Has statements of these entities compared anew with those before them, as when operators say who is meant. */
export async function pairAnew(tx: Database, entityIds: readonly string[]): Promise<void> {
  const own = `select s.id from statement s join statement_speaker p on p.statement_id = s.id and p.position = 0
    where s.twin_of is null and (p.entity_id = any($1) or p.machine_id = any($1))`;
  await tx.run(
    `delete from contradiction c using statement one, statement other
     where one.id = c.one_id and other.id = c.other_id and c.contact_id is null
       and case when one.seq > other.seq then one.id else other.id end in (${own})`,
    [entityIds],
  );
  await tx.run(
    `insert into pairing_queue (statement_id, seq) select id, seq from statement
     where id in (${own}) and stance in ('affirm', 'deny', 'not_ruled_out') on conflict do nothing`,
    [entityIds],
  );
}

/** Keeps denials under words by which later claims find them. */
export async function saveDeniedWords(
  tx: Database,
  denials: readonly { readonly id: string; readonly seq: number; readonly words: readonly string[] }[],
): Promise<void> {
  await tx.run(
    `insert into denied_word (word, seq, statement_id)
     select word, seq, id from jsonb_to_recordset($1::jsonb) as given (id text, seq bigint, words jsonb)
     cross join lateral jsonb_array_elements_text(words) as own (word)
     on conflict do nothing`,
    [toJson(denials)],
  );
}

/** A statement for which others are looked for: those that became known before it. */
type Seeker = Pick<PairedStatement, 'id' | 'seq' | 'articleId' | 'at' | 'targetId' | 'nestedIn'> & {
  readonly entityId: string | null;
};

/** Who was found for whom. */
interface Found {
  readonly forId: string;
  readonly id: string;
}

/** Statements that have a word of each group, and what the denial itself refers to. */
export function findAnswerable(
  tx: Database,
  denials: readonly (Seeker & { readonly groups: readonly (readonly string[])[] })[],
  days: PairingDays,
): Promise<readonly Found[]> {
  const given = denials.map(({ groups, ...denial }) => ({
    ...denial,
    query: groups.length === 0 ? null : formatTsquery({ all: groups }),
  }));
  // "offset 0" keeps the words apart from the days, so that the index of the words is asked.
  return find(tx, given, {
    ...days,
    candidates: `select s.id, s.at from (
        select s.id, s.at, s.seq from statement s where s.words @@ g.query::tsquery and s.twin_of is null offset 0) s
      where g.query is not null and s.seq < g.seq and ${IS_NEAR}
      union select t.id, t.at from statement t where t.id = g."targetId" and t.seq < g.seq
      union select t.id, t.at from statement t
        where t.article_id = g."articleId" and t.nested_in = g.id and t.twin_of is null and t.seq < g.seq`,
  });
}

/** Denials that are kept under one of the words, and those that refer to the statement. */
export function findDenials(
  tx: Database,
  claims: readonly (Seeker & { readonly words: readonly string[] })[],
  days: PairingDays,
): Promise<readonly Found[]> {
  return find(tx, claims, {
    ...days,
    candidates: `select s.id, s.at from jsonb_array_elements_text(g.words) as own (word)
        cross join lateral (select d.statement_id from denied_word d where d.word = own.word and d.seq < g.seq
          order by d.seq desc limit ${MOST_UNDER_WORD}) d
        join statement s on s.id = d.statement_id
      where ${IS_NEAR}
      union select t.id, t.at from statement t where t.target_id = g.id and t.twin_of is null and t.seq < g.seq
      union select t.id, t.at from statement t where t.id = g."nestedIn" and t.twin_of is null and t.seq < g.seq`,
  });
}

/** Others are compared within some days, one's own words within more. */
const IS_NEAR = `s.at between g.at - own_days and g.at + own_days
  and (s.at between g.at - others_days and g.at + others_days
    or exists (select from statement_speaker p
      where p.statement_id = s.id and p.position = 0 and p.entity_id = g."entityId"))`;

function find(
  tx: Database,
  seekers: readonly object[],
  { candidates, others, own }: PairingDays & { readonly candidates: string },
): Promise<readonly Found[]> {
  return tx.rows<Found>(
    `select g.id as "forId", near.id
     from jsonb_to_recordset($1::jsonb) as g (id text, seq bigint, at timestamptz, "entityId" text, words jsonb,
       query text, "articleId" bigint, "targetId" text, "nestedIn" text)
     cross join (select make_interval(days => $2) as others_days, make_interval(days => $3) as own_days) span
     cross join lateral (
       select c.id from (${candidates}) c
       order by abs(extract(epoch from c.at - g.at)), c.id limit ${MOST_COMPARED}) near`,
    [toJson(seekers), others, own],
  );
}

const COLUMNS = `s.id, s.seq, s.article_id as "articleId", s.act, s.stance, s.content, s.content_start as "contentStart",
  s.at, s.said_at as "saidAt", s.known_at as "knownAt", s.nested_in as "nestedIn", s.verb, s.rule,
  (select coalesce(t.twin_of, t.id) from statement t where t.id = s.target_id) as "targetId",
  (select jsonb_build_object('name', p.name, 'entityId', p.entity_id) from statement_speaker p
   where p.statement_id = s.id and p.position = 0) as speaker`;

/** A contact whose voices wait to be compared. */
export interface PairedContact {
  readonly id: string;
  readonly entry: LedgerContact;
  /** Statements that are voices on it; of copies the first. */
  readonly statements: readonly VoiceStatement[];
}

export interface VoiceStatement {
  readonly id: string;
  readonly articleId: number;
  readonly version: number;
  readonly position: number;
  readonly act: Act;
  readonly stance: Stance;
  readonly factuality: Factuality;
  readonly evidenceStart: number;
  /** Of the first with these words. */
  readonly first: {
    readonly id: string;
    readonly at: string;
    readonly knownAt: string;
    readonly evidenceStart: number;
    readonly evidenceEnd: number;
  };
}

/** Takes contacts that wait; what was found of them before is forgotten. */
export async function takeContactsForPairing(tx: Database, limit: number): Promise<readonly PairedContact[]> {
  const contacts = await tx.rows<PairedContact>(
    `with taken as (
       delete from contact_pairing_queue where contact_id in (
         select contact_id from contact_pairing_queue order by contact_id limit $1) returning contact_id)
     select c.id, c.entry, array(
       select jsonb_build_object('id', s.id, 'articleId', s.article_id, 'version', s.version, 'position', s.position, 'act', s.act, 'stance', s.stance, 'factuality', s.factuality,
         'evidenceStart', s.evidence_start, 'first', jsonb_build_object('id', f.id, 'at', f.at, 'knownAt', f.known_at,
           'evidenceStart', f.evidence_start, 'evidenceEnd', f.evidence_end))
       from contact_statement cs join statement s on s.id = cs.statement_id
       join statement f on f.id = coalesce(s.twin_of, s.id)
       where cs.contact_id = c.id order by s.seq) as statements
     from contact c where c.id in (select contact_id from taken) order by c.seq`,
    [limit],
  );
  await tx.run('delete from contradiction where contact_id = any($1)', [contacts.map(({ id }) => id)]);
  return contacts;
}

/** Writes pairs; those that are known stay. */
export async function saveContradictions(tx: Database, pairs: readonly NewContradiction[]): Promise<void> {
  if (pairs.length === 0) return;
  const rows = pairs.map((pair) => ({
    ...pair,
    id: `${pair.oneId}_${pair.otherId}${pair.contactId === undefined ? '' : '_c'}`,
  }));
  await tx.run(
    `insert into contradiction (id, kind, one_id, other_id, contact_id, rule, one_spans, other_spans, at, known_at)
     select id, kind, "oneId", "otherId", "contactId", rule, "oneSpans", "otherSpans", at, "knownAt"
     from jsonb_to_recordset($1::jsonb) as given (id text, kind text, "oneId" text, "otherId" text, "contactId" text,
       rule text, "oneSpans" jsonb, "otherSpans" jsonb, at timestamptz, "knownAt" timestamptz)
     on conflict do nothing`,
    [toJson(rows)],
  );
  await nameContradictionSpeakers(
    tx,
    pairs.flatMap(({ oneId, otherId }) => [oneId, otherId]),
  );
}
