/** Reads what stands against each other for pages, feeds and exports. */
import type { Span } from '../model/span.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';
import { loadStatements, type StatementLine } from './site_statements.js';

export const CONTRADICTION_KINDS = ['opposed', 'changed'] as const;
export type ContradictionKind = (typeof CONTRADICTION_KINDS)[number];

/** Two statements that stand against each other, in the order in which they were said. */
export interface ContradictionPair {
  readonly id: string;
  readonly kind: ContradictionKind;
  readonly one: StatementLine;
  readonly other: StatementLine;
  /** The contact that both are about; else they are about one claim. */
  readonly contactId: string | null;
  readonly rule: string;
  /** Stretches of the versions' texts that show that both are about one thing. */
  readonly oneSpans: readonly Span[];
  readonly otherSpans: readonly Span[];
  readonly at: string;
  readonly knownAt: string;
}

/** The letters of a statement at a stretch of its version: of its content, or else of its sentence. */
export function wordsAt(line: StatementLine, { start, end }: Span): string {
  const isContent = start >= line.contentStart && end <= line.contentEnd;
  return isContent
    ? line.content.slice(start - line.contentStart, end - line.contentStart)
    : line.evidence.slice(start - line.evidenceStart, end - line.evidenceStart);
}

export interface ContradictionFilter {
  readonly kind?: ContradictionKind | undefined;
  /** About a contact, or about a claim. */
  readonly subject?: 'contact' | 'claim' | undefined;
  /** One of these entities speaks in it. */
  readonly speakers?: readonly string[] | undefined;
  /** Who stands on one of two sides speaks against the other, or speaks of it; beside what is about these contacts. */
  readonly between?: readonly [a: string, b: string] | undefined;
  readonly contactIds?: readonly string[] | undefined;
  /** One of its statements, or a copy of it, stands in one of these articles. */
  readonly articleIds?: readonly number[] | undefined;
  /** One of its statements is this one or has its words. */
  readonly statementId?: string | undefined;
  /** A `tsquery` that an article of one of its statements must answer. */
  readonly tsquery?: string | undefined;
  /** Days of Tehran, both included, on which the later one was said. */
  readonly dayFrom?: string | undefined;
  readonly dayTo?: string | undefined;
  /** Only what we knew by this instant. */
  readonly asOf?: string | undefined;
  readonly after?: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
}

type Row = Omit<ContradictionPair, 'one' | 'other'> & { readonly oneId: string; readonly otherId: string };

/** Pairs that a filter lets pass, the newest first. What hidden articles print is not there. */
export async function loadContradictions(
  db: Database,
  filter: ContradictionFilter,
): Promise<readonly ContradictionPair[]> {
  let rows: readonly Row[] = [];
  for (const looked of looksOf(filter)) {
    rows = await selectRows(db, filter, looked);
    if (rows.length === filter.limit) break;
  }
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.flatMap(({ oneId, otherId }) => [oneId, otherId]))];
  const lines = await loadStatements(db, { ids, withTwins: true, limit: ids.length });
  const byId = new Map(lines.map((line) => [line.id, line]));
  return rows.flatMap(({ oneId, otherId, ...row }) => {
    const [one, other] = [byId.get(oneId), byId.get(otherId)];
    return one === undefined || other === undefined ? [] : [{ ...row, one, other }];
  });
}

/** What has words is found among so many newest pairs; words in fewer of them are looked for in all. */
const LOOKED_FIRST = 200;

/** Among how many newest pairs those that pass are looked for, step by step; undefined: among all. */
function looksOf({ tsquery, speakers, after }: ContradictionFilter): readonly (number | undefined)[] {
  const isWide = tsquery !== undefined && speakers === undefined && after === undefined;
  return isWide ? [LOOKED_FIRST, undefined] : [undefined];
}

function selectRows(
  db: Database,
  filter: ContradictionFilter,
  looked: number | undefined,
): Promise<readonly Row[]> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const isEach = looked !== undefined || filter.speakers !== undefined;
  const where = whereOf(filter, { bind, isEach });
  const newest = `(select * from contradiction order by at desc, id limit ${looked})`;
  const sql = `select c.id, c.kind, c.one_id as "oneId", c.other_id as "otherId", c.contact_id as "contactId", c.rule,
       c.one_spans as "oneSpans", c.other_spans as "otherSpans", c.at, c.known_at as "knownAt"
     from ${looked === undefined ? 'contradiction' : newest} c
     where ${where.join(' and ')} order by c.at desc, c.id limit ${bind(filter.limit)}`;
  return db.rows<Row>(isKeyed(filter) ? prepared(sql) : sql, values);
}

type Bind = (value: unknown) => string;

/** Whether keys lead to few of them, whatever the values are; else the planner had better see these. */
function isKeyed({ articleIds, statementId, contactIds, between }: ContradictionFilter): boolean {
  return between === undefined && [articleIds, statementId, contactIds].some((key) => key !== undefined);
}

interface Asked {
  readonly bind: Bind;
  /** Each pair is looked at by itself: few are, and words may stand in a hundred times more articles. */
  readonly isEach: boolean;
}

function whereOf(filter: ContradictionFilter, { bind, isEach }: Asked): string[] {
  return [
    ...['one_id', 'other_id'].map(
      (column) => `exists (select from statement s join article a on a.id = s.article_id
        left join outlet o on o.id = a.outlet_id
        where s.id = c.${column} and a.hidden_at is null and o.hidden_at is null)`,
    ),
    // What is known to be about a contact is not told once more as a claim.
    `(c.contact_id is not null or not exists (select from contradiction more where more.id = c.id || '_c'))`,
    ...partsWhere(filter, { bind, isEach }),
    ...timeWhere(filter, bind),
  ];
}

function partsWhere(filter: ContradictionFilter, { bind, isEach }: Asked): string[] {
  const end = isEach ? ' offset 0' : '';
  const { kind, subject, speakers, between, contactIds, articleIds, statementId, tsquery } = filter;
  const where: string[] = [];
  if (kind !== undefined) where.push(`c.kind = ${bind(kind)}`);
  if (subject !== undefined) where.push(`c.contact_id is ${subject === 'contact' ? 'not ' : ''}null`);
  if (speakers !== undefined) where.push(`c.speakers && ${bind(speakers)}`);
  const about = contactIds === undefined ? undefined : `c.contact_id = any(${bind(contactIds)})`;
  if (between !== undefined) where.push(`(${[about ?? 'false', betweenWhere(between, bind)].join(' or ')})`);
  else if (about !== undefined) where.push(about);
  if (articleIds !== undefined)
    where.push(
      oneIn('select coalesce(twin_of, id) from statement where article_id = any($)', bind(articleIds)),
    );
  if (statementId !== undefined)
    where.push(oneIn('select coalesce(twin_of, id) from statement where id = $', bind(statementId)));
  if (tsquery !== undefined) {
    where.push(
      either(`select from statement s join search_entry w on w.kind = 'article' and w.ref_id = s.article_id
        where s.id = $ and w.words @@ ${bind(tsquery)}::tsquery${end}`),
    );
  }
  return where;
}

function betweenWhere([a, b]: readonly [string, string], bind: Bind): string {
  const [one, other, either] = [bind(a), bind(b), bind([a, b])];
  const says = (id: string, side: string): string =>
    `exists (select from statement_speaker p where p.statement_id = ${id} and (p.entity_id = ${side} or p.side = ${side}))`;
  const names = (id: string, side: string): string =>
    `exists (select from statement_about n join entity e on e.id = n.entity_id
      where n.statement_id = ${id} and (e.id = ${side} or e.side = ${side}))`;
  const ways = [
    [one, other],
    [other, one],
  ] as const;
  const spoken = ways
    .map(
      ([x, y]) => `${says('c.one_id', x)} and (${says('c.other_id', y)}
        or ${says('c.other_id', x)} and ${names('c.one_id', y)} and ${names('c.other_id', y)})`,
    )
    .join(' or ');
  return `((c.speakers && ${either} or c.sides && ${either}) and (${spoken}))`;
}

/** Of one of the two statements this is true; `$` stands for its id. */
function either(exists: string): string {
  return `(exists (${exists.replace('$', 'c.one_id')}) or exists (${exists.replace('$', 'c.other_id')}))`;
}

/** One of the two statements is among these. */
function oneIn(list: string, value: string): string {
  const ids = list.replace('$', value);
  return `(c.one_id in (${ids}) or c.other_id in (${ids}))`;
}

function timeWhere({ dayFrom, dayTo, asOf, after }: ContradictionFilter, bind: Bind): string[] {
  const where: string[] = [];
  if (dayFrom !== undefined)
    where.push(`c.at >= ${bind(dayFrom)}::date::timestamp at time zone 'Asia/Tehran'`);
  if (dayTo !== undefined)
    where.push(`c.at < (${bind(dayTo)}::date + 1)::timestamp at time zone 'Asia/Tehran'`);
  if (asOf !== undefined) where.push(`c.known_at <= ${bind(asOf)}`);
  if (after !== undefined)
    where.push(`(c.at < ${bind(after.at)} or c.at = ${bind(after.at)} and c.id > ${bind(after.id)})`);
  return where;
}
