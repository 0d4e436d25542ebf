import { type Span, span } from '../model/span.js';

/** A Gregorian day in a language of Europe, found in a line. */
export interface WesternDate {
  readonly span: Span;
  /** `YYYY-MM-DD` */
  readonly iso: string;
}

// First letters by which a month is known in English, German, French, Spanish, Italian, Portuguese, Dutch,
// Swedish, Danish, Norwegian, Polish, Czech, Finnish; diacritics are removed before the look-up.
const MONTHS: readonly string[] = [
  'jan|jän|gen|ene|sty|led|tammi',
  'feb|fév|fev|lut|uno|helmi',
  'mar|mär|maa|mrt|brez|marz',
  'apr|avr|abr|kwi|dub|huhti',
  'may|mai|maj|mei|mag|maj|kve|touko',
  'jun|juin|giu|cze|cerv|kesa',
  'jul|juil|lug|lip|heina',
  'aug|aou|ago|sie|srp|elo',
  'sep|set|wrz|zar|syys',
  'oct|okt|ott|out|paz|rij|loka',
  'nov|lis|marras',
  'dec|dez|dic|des|gru|pros|joulu',
];

const WORD = String.raw`\p{L}{3,12}\.?`;
const PATTERNS: readonly { readonly pattern: RegExp; readonly order: 'dmy' | 'mdy' | 'ymd' }[] = [
  { order: 'ymd', pattern: /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u },
  { order: 'dmy', pattern: /(?<!\d)(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4}|\d{2})(?!\d)/u },
  {
    order: 'dmy',
    pattern: new RegExp(
      String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s*(?:de\s+|of\s+)?(${WORD}),?\s*(?:de\s+|del\s+)?(\d{4})(?!\d)`,
      'iu',
    ),
  },
  {
    order: 'mdy',
    pattern: new RegExp(String.raw`(${WORD})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)`, 'iu'),
  },
];
const LINE_CHARS = 300;

/** The first day that a line names; numbers alone are read as day, month, year, as all of Europe writes them. */
export function findWesternDate(text: string): WesternDate | undefined {
  const line = text.slice(0, LINE_CHARS);
  for (const { pattern, order } of PATTERNS) {
    const match = pattern.exec(line);
    const iso = match ? isoOf(match, order) : undefined;
    if (match && iso) return { iso, span: span(match.index, match.index + match[0].length) };
  }
  return undefined;
}

function isoOf(match: RegExpExecArray, order: 'dmy' | 'mdy' | 'ymd'): string | undefined {
  const [, a = '', b = '', c = ''] = match;
  const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'mdy' ? [c, a, b] : [c, b, a];
  const numbers = [longYear(Number(year)), monthNumber(month), Number(day)] as const;
  return isDay(...numbers)
    ? numbers.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-')
    : undefined;
}

function monthNumber(month: string): number {
  if (/^\d+$/.test(month)) return Number(month);
  const name = month.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return MONTHS.findIndex((starts) => starts.split('|').some((start) => name.startsWith(start))) + 1;
}

/** Two digits are of this century up to 69, of the last one from 70 on, as in POSIX. */
function longYear(year: number): number {
  if (year >= 100) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1990 || year > 2100 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
