/** Exports of the great lists: all stories, statements, contacts and dossiers, one story. */
import type { Hono } from 'hono';
import { addExportsOf } from '../export_answers.js';
import { Fault, NOT_FOUND } from '../faults.js';
import { parseNumber, type SiteContext } from '../site_context.js';
import type { ExportList } from '../views/export_view.js';

export function addExportRoutes(app: Hono, site: SiteContext): void {
  const lists: Readonly<Record<string, ExportList>> = {
    '/stories': { noun: 'stories' },
    '/statements': { noun: 'statements', statements: {} },
    '/contacts': { noun: 'contacts', contacts: {} },
    '/dossiers': { noun: 'dossiers' },
  };
  for (const [path, list] of Object.entries(lists))
    addExportsOf(app, site, { path, listOf: async () => list });
  addExportsOf(app, site, {
    path: '/story/:id',
    listOf: async (context) => {
      const storyId = parseNumber(context.req.param('id'));
      if (storyId === undefined) throw new Fault(NOT_FOUND);
      return { noun: 'stories', storyId };
    },
  });
}
