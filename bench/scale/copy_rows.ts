/** Rows on their way into tables by COPY, a batch at a time. */
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Store } from '../../src/store/database.js';

/** JSON goes in as a string; an array is one of texts. */
export type CopyValue = string | number | boolean | undefined | readonly string[];

/** Columns of each table in the order in which its rows are given. */
export type TableColumns = Readonly<Record<string, string>>;

export class RowBatch {
  readonly #columns: TableColumns;
  readonly #lines = new Map<string, string[]>();

  constructor(columns: TableColumns) {
    this.#columns = columns;
  }

  add(table: string, ...values: readonly CopyValue[]): void {
    const lines = this.#lines.get(table) ?? [];
    this.#lines.set(table, lines);
    lines.push(values.map(formatValue).join('\t'));
  }

  /** Writes all rows and forgets them. Foreign keys are the caller's word: nothing is looked up for them. */
  async write(store: Store): Promise<void> {
    await store.session(async (client) => {
      await client.query(
        'begin; set local session_replication_role = replica; set local synchronous_commit = off',
      );
      for (const [table, lines] of this.#lines) {
        const stream = client.query(copyFrom(`copy ${table} (${this.#columns[table]}) from stdin`));
        if (!stream.write(`${lines.join('\n')}\n`)) await once(stream, 'drain');
        stream.end();
        await finished(stream);
      }
      await client.query('commit');
    });
    this.#lines.clear();
  }
}

function formatValue(value: CopyValue): string {
  if (value === undefined) return '\\N';
  if (typeof value === 'string') return escapeText(value);
  return typeof value === 'object' ? escapeText(formatArray(value)) : String(value);
}

function formatArray(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`;
}

function escapeText(text: string): string {
  if (!/[\\\n\r\t]/.test(text)) return text;
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
}
