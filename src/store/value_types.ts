import type { CustomTypesConfig } from 'pg';
import pg from 'pg';

/** Type numbers of PostgreSQL: stable since its beginnings, see `pg_type`. */
const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

const PARSERS: Readonly<Record<number, (value: string) => unknown>> = {
  [INT8]: parseInt8,
  [DATE]: (value) => value,
  [TIMESTAMPTZ]: parseTimestamp,
};

/** How values arrive: int8 as number, timestamptz as ISO text in UTC, date as `yyyy-mm-dd`; the rest as pg has it. */
export const VALUE_TYPES: CustomTypesConfig = {
  getTypeParser(oid, format) {
    const parser = format === 'binary' ? undefined : PARSERS[oid];
    return parser ?? pg.types.getTypeParser(oid, format);
  },
};

/** Reads an int8; throws beyond 2^53 - 1, where a number would silently lose its last digits. */
export function parseInt8(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) {
    throw new RangeError(`Cannot read the database number "${value}": it must lie within ±(2^53 - 1)`);
  }
  return number;
}

/**
 * `2022-11-14 17:44:00.5+00` → `2022-11-14T17:44:00.500Z`, whatever the session's time zone is. Parts below the
 * millisecond are cut off; `infinity` and years before 1 are returned as they are.
 */
export function parseTimestamp(value: string): string {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{1,6})?([+-]\d\d)(:\d\d)?$/.exec(value);
  if (!match) return value;
  const [, day, time, fraction = '.', hours, minutes = ':00'] = match;
  const milliseconds = fraction.slice(0, 4).padEnd(4, '0');
  // Our own server speaks UTC; a list has some hundred instants.
  if (hours === '+00' && minutes === ':00') return `${day}T${time}${milliseconds}Z`;
  return new Date(`${day}T${time}${milliseconds}${hours}${minutes}`).toISOString();
}
