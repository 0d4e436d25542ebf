/** Exports through the API: the rows of the site's own exports, under its keys, errors and limits. */
import type { Hono } from 'hono';
import { ExportPlaceError } from '../../store/export_place.js';
import { streamRows } from '../export_answers.js';
import type { SiteContext } from '../site_context.js';
import { openExport } from '../views/export_view.js';
import { type Gate, problemOf } from './api_gate.js';
import { API_ROOT, EXPORT_PATH } from './document.js';
import { EXPORT_PARAMETERS, listAsked } from './export_operation.js';
import { readParameters } from './operation.js';
import { badParameters, problemResponse } from './problem.js';

export function addExportRoute(app: Hono, site: SiteContext, gate: Gate): void {
  app.get(`${API_ROOT}${EXPORT_PATH.replace('{noun}', ':noun')}`, async (context) => {
    try {
      const { headers } = await gate.enter(context, 'read');
      const query = new URL(context.req.url).searchParams;
      const asked = readParameters(EXPORT_PARAMETERS, {
        path: { noun: context.req.param('noun') ?? '' },
        query,
      });
      const { format, after, asOf, noun } = asked;
      const wish = { isPlover: format === 'plover', asOf, after };
      const rows = await openExport(site.store, listAsked(asked), wish);
      return streamRows(rows, {
        format: format as 'csv' | 'jsonl' | 'plover',
        name: nameOf(noun, format),
        headers,
      });
    } catch (error) {
      const told =
        error instanceof ExportPlaceError
          ? badParameters([{ field: 'after', in: 'query', message: 'is no row of this list' }])
          : error;
      return problemResponse(problemOf(told, context, site));
    }
  });
}

function nameOf(noun: string, format: string): string {
  return `${noun}.${format === 'plover' ? 'plover.json' : format}`;
}
