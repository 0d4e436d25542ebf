/** Statements as the stages write them. */
import type { Span } from '../model/span.js';
import type { Statement } from '../model/statement.js';
import { nameContradictionSpeakers } from './contradiction_speakers.js';
import type { Database } from './database.js';
import { statementVector } from './ledger_words.js';
import type { StageStamp } from './page_results.js';
import { toJson } from './storable.js';

/** Somebody who says a statement; `machineId` is what the analysis said, `entityId` what operators made of it. */
export interface StatementSpeaker {
  readonly name: string;
  readonly machineId?: string;
  readonly entityId?: string;
  readonly side?: string;
  readonly via: string;
}

export interface NewStatement {
  /** `<article>-<hash of the words>` */
  readonly id: string;
  readonly articleId: number;
  readonly version: number;
  readonly position: number;
  readonly statement: Statement;
  /** The letters that its spans cut out. */
  readonly words: {
    readonly evidence: string;
    readonly content: string;
    readonly verb?: string;
    readonly role?: string;
  };
  readonly saidAt?: string;
  readonly knownAt: string;
  /** Printed time, or when we knew it if that is earlier. */
  readonly at: string;
  readonly wordsHash: string;
  readonly nestedIn?: string;
  readonly targetId?: string;
  /** The speaker first. */
  readonly speakers: readonly StatementSpeaker[];
  readonly about: readonly { readonly machineId: string; readonly entityId: string }[];
}

/**
 * Writes statements in their order. One that an earlier version of its article printed keeps its row and only gains
 * the later version; one with the words of an earlier statement becomes its twin. New ones wait to be compared with others.
 */
export async function saveStatements(
  tx: Database,
  statements: readonly NewStatement[],
  stage: StageStamp,
): Promise<void> {
  if (statements.length === 0) return;
  const twins = await findTwins(tx, statements);
  const names = await loadNames(tx, statements);
  const lastVersions = new Map(statements.map(({ id, version }) => [id, version]));
  const once = [...new Map(statements.toReversed().map((each) => [each.id, each])).values()].reverse();
  const rows = once.map((each) => {
    const first = twins.get(each.wordsHash);
    if (first === undefined) twins.set(each.wordsHash, each.id);
    const twinOf = first === each.id ? undefined : first;
    return {
      ...columnsOf(each),
      lastVersion: lastVersions.get(each.id),
      twinOf,
      vector: twinOf === undefined ? vectorOf(each, names) : undefined,
    };
  });
  await tx.run(
    `with saved as (insert into statement (id, article_id, version, last_version, position, act, stance, factuality, form, said_at,
       known_at, at, evidence_start, evidence_end, content_start, content_end, evidence, content, verb,
       role, rule, detail, words_hash, twin_of,
       nested_in, target_id, stage, stage_version, words)
     select id, "articleId", version, "lastVersion", position, act, stance, factuality, form, "saidAt", "knownAt", at,
       "evidenceStart", "evidenceEnd", "contentStart", "contentEnd", evidence, content, verb,
       role, rule, detail, "wordsHash", "twinOf",
       "nestedIn", "targetId", $2, $3, vector::tsvector
     from rows from (jsonb_to_recordset($1::jsonb) as (id text, "articleId" bigint, version integer,
       "lastVersion" integer, position integer, act text, stance text, factuality text, form text, "saidAt" timestamptz,
       "knownAt" timestamptz, at timestamptz, "evidenceStart" integer, "evidenceEnd" integer,
       "contentStart" integer, "contentEnd" integer, evidence text, content text, verb text,
       role text, rule text, detail jsonb, "wordsHash" text, "twinOf" text,
       "nestedIn" text, "targetId" text, vector text)) with ordinality
     order by ordinality
     on conflict (id) do update set last_version = greatest(statement.last_version, excluded.last_version)
     returning id, seq, stance, twin_of, xmax = 0 as is_new)
     insert into pairing_queue (statement_id, seq) select id, seq from saved
     where is_new and twin_of is null and stance in ('affirm', 'deny', 'not_ruled_out') on conflict do nothing`,
    [toJson(rows), stage.name, stage.version],
  );
  const copies = new Set(rows.flatMap(({ id, twinOf }) => (twinOf === undefined ? [] : id)));
  await saveSpeakers(tx, once, copies);
  await saveAbout(tx, once, copies);
  await nameContradictionSpeakers(
    tx,
    once.map(({ id }) => id),
  );
}

/** What speakers are called, where operators gave their entities other names or made them others. */
async function loadNames(
  tx: Database,
  statements: readonly NewStatement[],
): Promise<ReadonlyMap<string, string>> {
  const speakers = statements.flatMap((each) => each.speakers);
  const rows = await tx.rows<{ key: string; name: string }>(
    `select distinct machine || ' ' || meant as key, coalesce(e.given_name, e.name) as name
     from unnest($1::text[], $2::text[]) as given (machine, meant) join entity e on e.id = meant
     where e.given_name is not null or machine <> meant`,
    [speakers.map(({ machineId = '' }) => machineId), speakers.map(({ entityId = '' }) => entityId)],
  );
  return new Map(rows.map(({ key, name }) => [key, name]));
}

function vectorOf({ words, speakers }: NewStatement, names: ReadonlyMap<string, string>): string {
  return statementVector({
    ...words,
    speakers: speakers.flatMap(({ name, machineId = '', entityId = '' }) => [
      name,
      names.get(`${machineId} ${entityId}`) ?? name,
    ]),
  });
}

/** The first statement with the same words, by their hash. */
async function findTwins(tx: Database, statements: readonly NewStatement[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ words_hash: string; id: string }>(
    'select words_hash, id from statement where words_hash = any($1) and twin_of is null order by seq desc',
    [statements.map(({ wordsHash }) => wordsHash)],
  );
  return new Map(rows.map((row) => [row.words_hash, row.id]));
}

function columnsOf(each: NewStatement) {
  const { statement, words, speakers: _speakers, about: _about, ...rest } = each;
  const { act, stance, factuality, form, content, evidence } = statement;
  return {
    ...rest,
    ...words,
    ...{ act, stance, factuality, form, detail: statement, rule: evidence.rule },
    ...spanColumns('evidence', evidence.span),
    ...spanColumns('content', content),
  };
}

function spanColumns(name: string, { start, end }: Span): Record<string, number> {
  return { [`${name}Start`]: start, [`${name}End`]: end };
}

async function saveSpeakers(
  tx: Database,
  statements: readonly NewStatement[],
  copies: ReadonlySet<string>,
): Promise<void> {
  const rows = statements.flatMap(({ id, at, speakers }) =>
    speakers.map((speaker, position) => ({ ...speaker, id, at, position, isCopy: copies.has(id) })),
  );
  await tx.run(
    `insert into statement_speaker (statement_id, position, name, machine_id, entity_id, side, via, at, is_copy)
     select id, position, name, "machineId", "entityId", side, via, at, "isCopy" from jsonb_to_recordset($1::jsonb)
       as given (id text, position integer, name text, "machineId" text, "entityId" text, side text, via text,
         at timestamptz, "isCopy" boolean)
     on conflict do nothing`,
    [toJson(rows)],
  );
}

async function saveAbout(
  tx: Database,
  statements: readonly NewStatement[],
  copies: ReadonlySet<string>,
): Promise<void> {
  const rows = statements.flatMap(({ id, at, about }) =>
    about.map((each) => ({ ...each, id, at, isCopy: copies.has(id) })),
  );
  await tx.run(
    `insert into statement_about (statement_id, machine_id, entity_id, at, is_copy)
     select id, "machineId", "entityId", at, "isCopy" from jsonb_to_recordset($1::jsonb)
       as given (id text, "machineId" text, "entityId" text, at timestamptz, "isCopy" boolean)
     on conflict do nothing`,
    [toJson(rows)],
  );
}
