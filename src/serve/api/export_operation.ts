/** What the OpenAPI document says of exports, and the check of what is asked of them. */
import { z } from 'zod';
import { SECTIONS } from '../../model/section.js';
import { type ExportPlace, parseExportPlace } from '../../store/export_place.js';
import type { ExportList } from '../views/export_view.js';
import { AS_OF, dayFor, idOf, oneOf } from './parameters.js';

const SLUGS = SECTIONS.map(({ slug }) => slug) as [string, ...string[]];

export const EXPORT_PARAMETERS = {
  noun: oneOf(['stories', 'statements', 'contacts', 'dossiers'], 'What to take along'),
  format: oneOf(['jsonl', 'csv', 'plover'], 'Letters; default jsonl').default('jsonl'),
  after: z
    .string()
    .max(120, 'is no cursor of a row')
    .describe('Goes on behind the row with this cursor')
    .transform((text, context): ExportPlace => {
      const place = parseExportPlace(text);
      if (place !== undefined) return place;
      context.addIssue({ code: 'custom', message: 'is no cursor of a row' });
      return z.NEVER;
    })
    .optional(),
  section: oneOf(SLUGS, 'Of stories: our own category').optional(),
  entity: idOf('an entity', 'country.ru')
    .describe('Of statements: who says them; of contacts: who takes part')
    .optional(),
  from: dayFor('Of stories, statements and contacts: of this day or later'),
  to: dayFor('Of stories, statements and contacts: of this day or earlier'),
  asOf: AS_OF,
};

/** Types of rows; the JSON list of PLOVER is told in words, since generated clients would wait for the whole of it. */
export const EXPORT_CONTENT: Readonly<Record<string, object>> = {
  'application/x-ndjson': { schema: { type: 'string' } },
  'text/csv': { schema: { type: 'string' } },
};

export interface ExportAsked {
  readonly noun: string;
  readonly section?: string | undefined;
  readonly entity?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The list that is asked for. */
export function listAsked({ noun, section, entity, from, to }: ExportAsked): ExportList {
  const days = { dayFrom: from, dayTo: to };
  if (noun === 'stories') return { noun, section, ...days };
  if (noun === 'statements')
    return { noun, statements: { ...days, ...(entity === undefined ? {} : { by: entity }) } };
  if (noun === 'contacts')
    return { noun, contacts: { ...days, ...(entity === undefined ? {} : { entity }) } };
  return { noun: 'dossiers' };
}
