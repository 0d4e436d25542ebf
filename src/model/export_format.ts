/** Rows as letters: CSV (RFC 4180), JSON Lines, one JSON list. */

export type ExportFormat = 'csv' | 'jsonl' | 'json';

type Value = string | number | boolean | null;

/** Begins with a byte order mark, without which spreadsheets take Persian for Latin-1. */
const CSV_MARK = '\ufeff';

/** The rows as pieces of one text. CSV takes its head from the first row; a row of another kind begins a new head. */
export async function* formatRows(rows: AsyncIterable<object>, format: ExportFormat): AsyncGenerator<string> {
  if (format === 'csv') yield CSV_MARK;
  if (format === 'json') yield '[';
  let head = '';
  let count = 0;
  for await (const row of rows) {
    if (format === 'csv') {
      const names = Object.keys(row).join(',');
      if (names !== head) yield `${count === 0 ? '' : '\r\n'}${names}\r\n`;
      head = names;
    }
    yield formatRow(row, { format, isFirst: count === 0 });
    count += 1;
  }
  if (format === 'json') yield '\n]\n';
}

function formatRow(
  row: object,
  { format, isFirst }: { readonly format: ExportFormat; readonly isFirst: boolean },
): string {
  if (format === 'csv')
    return `${Object.values(row as Record<string, Value>)
      .map(csvField)
      .join(',')}\r\n`;
  if (format === 'jsonl') return `${JSON.stringify(row)}\n`;
  return `${isFirst ? '\n' : ',\n'}${JSON.stringify(row)}`;
}

/** A field that begins like a formula gets an apostrophe, so that no spreadsheet runs what a publisher printed. */
function csvField(value: Value): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
