import type { PageDate } from '../model/extracted_page.js';
import { findDates, parseInstant } from '../persian/dates.js';
import { inWebTime } from './date_lines.js';
import { findWesternDate } from './western_dates.js';

/** Reads a machine's date; Unix seconds and compact forms included. Years before the web are none. */
export function readInstant(value: string): Pick<PageDate, 'iso' | 'precision'> | undefined {
  // `22:06:08:684Z`: a fraction behind a colon.
  const trimmed = value.trim().replace(/(:\d{2}:\d{2}):\d{3}(?=Z|[+-]\d|$)/, '$1');
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?$/.exec(trimmed);
  const text = compact
    ? `${compact[1]}-${compact[2]}-${compact[3]}${compact[4] ? `T${compact[4]}:${compact[5]}` : ''}`
    : trimmed;
  const exact = parseInstant(text);
  const date = exact && exact.iso.length >= 10 ? exact : parseFirst(text);
  if (!date) return undefined;
  return inWebTime(date.iso) ? date : undefined;
}

function parseFirst(text: string): Pick<PageDate, 'iso' | 'precision'> | undefined {
  const iso = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?/.exec(
    text,
  )?.[0];
  if (iso) return parseInstant(iso.replace(/\.\d+/, ''));
  if (text.length > 120) return undefined;
  const mention = findDates(text).find(
    (date) => date.kind === 'absolute' && date.iso !== undefined && /^\d{4}-\d{2}-\d{2}/.test(date.iso),
  );
  if (mention?.iso) return { iso: mention.iso, precision: mention.precision };
  const western = findWesternDate(text);
  return western ? { iso: western.iso, precision: 'day' } : undefined;
}
