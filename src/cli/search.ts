import { createReadStream } from 'node:fs';
import { readLines } from '../collect/lines.js';
import type { Config } from '../config.js';
import type { Store } from '../store/database.js';
import { findInLedger } from '../store/ledger_search.js';
import { openStore } from '../store/open_store.js';
import { resolveFields } from '../store/search_fields.js';
import type { SearchIndex } from '../store/search_index.js';
import { openSearchIndex } from '../store/search_postgres.js';
import { parseQuery } from '../store/search_query.js';
import {
  loadLedgerResults,
  loadResultLines,
  loadStoryResults,
  type SearchResultLine,
} from '../store/search_results.js';
import { answerLine, PipeError, textField } from './pipe_answer.js';
import { CliError } from './surroundings.js';

export interface SearchArguments {
  /** Absent with `from`. */
  readonly query?: string;
  /** A file of JSON lines `{id, query}`, or `-`. */
  readonly from?: string;
  readonly json: boolean;
  /** Reports come with topics. */
  readonly scope: 'reports' | 'stories' | 'statements' | 'contacts';
  readonly order: 'best' | 'newest';
  readonly limit: number;
}

interface Searching {
  readonly store: Store;
  readonly index: SearchIndex;
  readonly args: SearchArguments;
}

/** Prints what a query finds, or answers each line of a file with one line of ranked ids. */
export async function search(args: SearchArguments, config: Config): Promise<void> {
  if ((args.query === undefined) === (args.from === undefined)) {
    throw new CliError('Cannot search: give either a query or --from with a file of {id, query} lines');
  }
  const store = await openStore({ ...config, applicationName: 'sanad search' });
  try {
    const searching = { store, index: openSearchIndex(store), args };
    if (args.from !== undefined) await answerFile(searching, args.from);
    else await printOne(searching, args.query ?? '');
  } catch (cause) {
    throw cause instanceof PipeError ? new CliError(cause.message) : cause;
  } finally {
    await store.close();
  }
}

async function answerFile(searching: Searching, from: string): Promise<void> {
  const stream = from === '-' ? process.stdin : createReadStream(from);
  try {
    for await (const line of readLines(stream)) {
      if (line.text?.trim() === '') continue;
      console.log(await answerLine(async (record) => answer(searching, textField(record, 'query')), line));
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
      throw new CliError(`Cannot read "${from}": there is no such file`);
    }
    throw cause;
  }
}

async function printOne(searching: Searching, query: string): Promise<void> {
  if (searching.args.json) {
    console.log(JSON.stringify(await answer(searching, query)));
    return;
  }
  const lines = await findLines(searching, query);
  for (const line of lines) {
    console.log([idOf(line), timeOf(line), line.outletName, line.title].filter(isWord).join('  '));
  }
  if (lines.length === 0) console.error(`Nothing matches "${query}"`);
}

async function answer(searching: Searching, query: string): Promise<object> {
  const lines = await findLines(searching, query);
  return {
    query,
    ids: lines.map(idOf),
    results: lines.map((line) => ({
      id: idOf(line),
      title: line.title,
      outlet: line.outletName,
      url: line.url,
      input: line.inputName,
      shownAt: line.shownAt,
      stated: line.stated,
    })),
  };
}

/** As in the address on the site: `article/12`. */
function idOf({ kind, refId }: SearchResultLine): string {
  return `${kind}/${refId}`;
}

/** Days of contacts, times as their publisher prints them; what nobody states is marked as our seeing it. */
function timeOf({ kind, stated, shownAt }: SearchResultLine): string {
  const ours = `${shownAt.slice(0, 16)}Z`;
  if (kind === 'contact') return stated ?? 'undated';
  return kind === 'story' ? ours : (stated?.slice(0, 16) ?? `seen ${ours}`);
}

function isWord(part: string | null): part is string {
  return part !== null && part !== '';
}

async function findLines(searching: Searching, query: string): Promise<readonly SearchResultLine[]> {
  const { store, index, args } = searching;
  const { scope, order, limit } = args;
  const parsed = parseQuery(query);
  const { filter, problems } = await resolveFields(store, parsed.fields);
  if (problems.length > 0) throw new PipeError('bad_query', problems.map(({ en }) => en).join(' '));
  const paged = { filter, order, offset: 0, limit };
  if (scope === 'statements' || scope === 'contacts') {
    const { ids } = await findInLedger(store, { scope, query: parsed, ...paged });
    return loadLedgerResults(store, scope, ids);
  }
  const { hits } = await index.find({
    ...parsed,
    ...paged,
    kinds: scope === 'stories' ? ['story'] : ['article', 'topic'],
    fillTo: limit,
  });
  return scope === 'stories'
    ? loadStoryResults(
        store,
        hits.map(({ refId }) => refId),
      )
    : loadResultLines(store, hits);
}
