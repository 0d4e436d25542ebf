/** Answers with a list to take along, written as it is read: the whole of it is never in memory. */
import type { Context, Hono } from 'hono';
import { type ExportFormat, formatRows } from '../model/export_format.js';
import { ExportPlaceError, parseExportPlace } from '../store/export_place.js';
import { parseMoment } from './as_of.js';
import { badRequest, Fault, UNREADABLE_PLACE } from './faults.js';
import type { SiteContext } from './site_context.js';
import { type ExportList, openExport } from './views/export_view.js';

export const EXPORT_TYPES: Readonly<
  Record<'csv' | 'jsonl' | 'plover', readonly [ExportFormat, type: string]>
> = {
  csv: ['csv', 'text/csv; charset=utf-8'],
  jsonl: ['jsonl', 'application/x-ndjson; charset=utf-8'],
  plover: ['json', 'application/json; charset=utf-8'],
};

const NAMES = [
  ['export.csv', 'csv'],
  ['export.jsonl', 'jsonl'],
  ['export.plover.json', 'plover'],
] as const;

/** The three exports of a list. `?after=` goes on behind the row with this cursor, `?asOf=` tells what was known then. */
export function addExportsOf(
  app: Hono,
  site: SiteContext,
  { path, listOf }: { readonly path: string; readonly listOf: (context: Context) => Promise<ExportList> },
): void {
  for (const [name, format] of NAMES) {
    app.get(`${path}/${name}`, async (context) => {
      const list = await listOf(context);
      const { asOf } = momentOf(context);
      const text = context.req.query('after');
      const after = text === undefined ? undefined : parseExportPlace(text);
      if (text !== undefined && after === undefined) throw new Fault(badRequest(UNREADABLE_PLACE));
      const rows = await openExport(site.store, list, { isPlover: format === 'plover', asOf, after }).catch(
        (error: unknown) => {
          throw error instanceof ExportPlaceError ? new Fault(badRequest(UNREADABLE_PLACE)) : error;
        },
      );
      return streamRows(rows, { format, name });
    });
  }
}

/** Rows as the body of an answer; reads on only when the client has taken what it was given. */
export function streamRows(
  rows: AsyncIterable<object>,
  {
    format,
    name,
    headers = {},
  }: {
    readonly format: keyof typeof EXPORT_TYPES;
    readonly name: string;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Response {
  const [letters, type] = EXPORT_TYPES[format];
  const pieces = formatRows(rows, letters);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      ...headers,
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="sanad-${name}"`,
      'Cache-Control': 'no-store',
    },
  });
}

/** The moment that `?asOf=` names. */
export function momentOf(context: Context): { readonly asOf: string | undefined } {
  const text = context.req.query('asOf');
  if (text === undefined || text.trim() === '') return { asOf: undefined };
  const asOf = parseMoment(text);
  if (asOf === undefined) {
    throw new Fault(
      badRequest({
        fa: 'این زمان خوانا نیست؛ آن را چون ۱۴۰۴/۰۹/۲۴ ۱۴:۰۵ یا \u2066۲۰۲۵-۱۲-۱۵\u2069 بنویسید.',
        en: 'This moment cannot be read; write it as 2025-12-15, 2025-12-15 14:05 or 1404/09/24 14:05.',
      }),
    );
  }
  return { asOf };
}
