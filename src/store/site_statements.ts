/** Reads statements for pages, feeds and exports. */
import type { Act, Factuality, Stance, Statement, StatementForm } from '../model/statement.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';
import { type StatementFilter, statementConditions } from './statement_filter.js';
import { ALL, expectedLook, type Look, looksOf } from './statement_places.js';

/** Somebody who says it, as pages name him: after all that operators decided. */
interface SpeakerName {
  readonly name: string;
  readonly entityId: string | null;
  readonly side: string | null;
  readonly via: string;
}

/** A statement as a line of a list. Texts are the publisher's own letters. */
export interface StatementLine {
  readonly id: string;
  readonly articleId: number;
  /** The version into whose text spans point: the first that prints it. */
  readonly version: number;
  readonly lastVersion: number;
  /** The article's latest version; when it is later than `lastVersion`, the words are gone from the page. */
  readonly currentVersion: number;
  readonly act: Act;
  readonly stance: Stance;
  readonly factuality: Factuality;
  readonly form: StatementForm;
  readonly at: string;
  readonly saidAt: string | null;
  readonly knownAt: string;
  readonly content: string;
  readonly evidence: string;
  readonly verb: string | null;
  /** The title beside the speaker's name, as printed. */
  readonly role: string | null;
  readonly rule: string;
  readonly evidenceStart: number;
  readonly evidenceEnd: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  /** The speaker first; empty when nobody is made out. */
  readonly speakers: readonly SpeakerName[];
  readonly outletId: string | null;
  readonly outletName: string | null;
  readonly title: string | null;
  readonly url: string | null;
  /** Further articles that print the same words of the same speaker. */
  readonly copies: number;
  readonly targetId: string | null;
  readonly nestedIn: string | null;
}

export interface StatementDetail extends StatementLine {
  readonly detail: Statement;
  /** Text and blocks of the version. */
  readonly twinOf: string | null;
}

/** Statements that a filter lets pass, each once, the newest first or as their article has them. */
export async function loadStatements(
  db: Database,
  filter: StatementFilter,
): Promise<readonly StatementLine[]> {
  return selectStatements<StatementLine>(db, filter, `${COLUMNS} ${TABLES}`);
}

/** What the picture of a dyad shows of a statement. */
export type SpokenLine = Pick<StatementLine, 'id' | 'stance' | 'saidAt' | 'speakers'>;

/** The same statements with what a picture shows of them. */
export function loadSpoken(db: Database, filter: StatementFilter): Promise<readonly SpokenLine[]> {
  return selectStatements<SpokenLine>(
    db,
    filter,
    `s.id, s.stance, s.said_at as "saidAt", ${SPEAKERS}
    from statement s join article a on a.id = s.article_id left join outlet o on o.id = a.outlet_id`,
  );
}

async function selectStatements<Line extends { readonly id: string }>(
  db: Database,
  filter: StatementFilter,
  selected: string,
): Promise<readonly Line[]> {
  let rows: readonly Line[] = [];
  for (const step of looksOf(filter)) {
    const look = expectedLook(step, filter, rows.length);
    if (look === undefined) continue;
    const before = look.from === 0 ? [] : rows;
    const known = new Set(before.map(({ id }) => id));
    const more = await selectLooked<Line>(db, filter, { look, selected });
    rows = [...before, ...more.filter(({ id }) => !known.has(id))].slice(0, filter.limit);
    if (rows.length >= filter.limit) break;
  }
  return rows;
}

function selectLooked<Line>(
  db: Database,
  filter: StatementFilter,
  { look, selected }: { readonly look: Look; readonly selected: string },
): Promise<readonly Line[]> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const where = ['a.hidden_at is null', 'o.hidden_at is null', ...statementConditions(filter, look, bind)];
  const { order = 'newest', limit } = filter;
  const sql = `select ${selected} where ${where.join(' and ')} order by ${ORDERS[order]} limit ${bind(limit)}`;
  return db.rows<Line>(isKeyed(filter) ? prepared(sql) : sql, values);
}

/**
 * The ids of the statements that a filter lets pass, in the order in which they became known, hidden ones among them.
 * Planned for the values: statements of who says little are found by him, those of who says much in the order of all.
 */
export async function findStatements(db: Database, filter: StatementFilter): Promise<readonly string[]> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const where = ['true', ...statementConditions({ ...filter, order: 'known' }, ALL, bind)];
  const rows = await db.rows<{ id: string }>(
    `select s.id from statement s where ${where.join(' and ')} order by ${ORDERS.known} limit ${bind(filter.limit)}`,
    values,
  );
  return rows.map(({ id }) => id);
}

/** Whether keys lead to all of them, whatever the values are; else the planner had better see these. */
function isKeyed({
  by,
  about,
  contactIds,
  articleIds,
  articleId,
  ids,
  anyOf,
  tsquery,
}: StatementFilter): boolean {
  return (
    tsquery === undefined &&
    anyOf === undefined &&
    [by, about, contactIds, articleIds, articleId, ids].some((key) => key !== undefined)
  );
}

const ORDERS: Readonly<Record<NonNullable<StatementFilter['order']>, string>> = {
  newest: 's.at desc, s.id desc',
  text: 's.article_id, s.version, s.position',
  known: 's.seq',
};

/** One statement with all that analysis found in it; hidden ones are not there. */
export async function loadStatement(db: Database, id: string): Promise<StatementDetail | undefined> {
  return db.row<StatementDetail>(
    `select ${COLUMNS}, s.detail, s.twin_of as "twinOf" ${TABLES}
     where s.id = $1 and a.hidden_at is null and o.hidden_at is null`,
    [id],
  );
}

/** Other articles that print the same words of the same speaker, the first statement itself left out. */
export function loadTwins(db: Database, id: string): Promise<readonly StatementLine[]> {
  return db.rows<StatementLine>(
    prepared(`with first as materialized (select coalesce(twin_of, id) as id from statement where id = $1)
     select ${COLUMNS} ${TABLES}
     where s.id in (select id from first union all select t.id from statement t join first on t.twin_of = first.id)
       and s.id <> $1 and a.hidden_at is null and o.hidden_at is null order by s.at, s.id limit 50`),
    [id],
  );
}

/** Statements that answer this one: «این گزارش را تکذیب کرد». */
export function loadAnswers(db: Database, id: string): Promise<readonly StatementLine[]> {
  return db.rows<StatementLine>(
    `select ${COLUMNS} ${TABLES} where s.target_id = $1 and a.hidden_at is null and o.hidden_at is null
     order by s.at, s.id limit 50`,
    [id],
  );
}

const TABLES = `from statement s
  join article a on a.id = s.article_id
  join article_version v on v.article_id = s.article_id and v.number = s.version
  left join outlet o on o.id = a.outlet_id`;

const SPEAKERS = `array(select jsonb_build_object('name', coalesce(e.given_name, case when p.entity_id <> p.machine_id then e.name end,
          p.name), 'entityId', p.entity_id, 'side', p.side, 'via', p.via)
        from statement_speaker p left join entity e on e.id = p.entity_id
        where p.statement_id = s.id order by p.position) as speakers`;

const COLUMNS = `s.id, s.article_id as "articleId", s.version, s.last_version as "lastVersion",
  a.current_version as "currentVersion", s.act, s.stance, s.factuality, s.form, s.at, s.said_at as "saidAt",
  s.known_at as "knownAt", s.content, s.evidence, s.verb, s.role, s.rule, s.evidence_start as "evidenceStart",
  s.evidence_end as "evidenceEnd", s.content_start as "contentStart", s.content_end as "contentEnd",
  ${SPEAKERS},
  a.outlet_id as "outletId", coalesce(o.name, a.outlet_name) as "outletName", v.title,
  coalesce(a.canonical_url, a.url) as url,
  (select count(distinct t.article_id) from statement t
   where t.twin_of = coalesce(s.twin_of, s.id) and t.article_id <> s.article_id)::int as copies,
  s.target_id as "targetId", s.nested_in as "nestedIn"`;
