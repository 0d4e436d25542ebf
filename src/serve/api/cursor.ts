/**
 * Places in lists, as opaque words. A place names the last line that was given, never a count of lines, so that what
 * comes in meanwhile neither repeats nor hides anything.
 */
import { badParameters } from './problem.js';

export type CursorParts = readonly (string | number)[];

/** Writes a place of a list; `list` keeps places of one list from being used in another. */
export function writeCursor(list: string, parts: CursorParts): string {
  return Buffer.from(JSON.stringify([list, ...parts])).toString('base64url');
}

/**
 * Reads a place. `kinds` are the types of its parts; instants and numbers are checked so that the store never sees
 * what it could not take. Throws the problem of a bad parameter.
 */
export function readCursor<const Kinds extends readonly CursorPart[]>(
  list: string,
  cursor: string | undefined,
  kinds: Kinds,
): { readonly [At in keyof Kinds]: Kinds[At] extends 'number' ? number : string } | undefined {
  if (cursor === undefined) return undefined;
  const parts = parseParts(cursor);
  const isRight =
    parts?.length === kinds.length + 1 &&
    parts[0] === list &&
    kinds.every((kind, at) => CHECKS[kind](parts[at + 1]));
  if (!isRight) {
    throw badParameters([
      { field: 'cursor', in: 'query', message: 'is no place of this list; take it from "next" of an answer' },
    ]);
  }
  return parts.slice(1) as never;
}

/** `real` is written as text, since JSON has no infinities. */
type CursorPart = 'instant' | 'id' | 'number' | 'real';

const CHECKS: Readonly<Record<CursorPart, (part: unknown) => boolean>> = {
  instant: (part) => typeof part === 'string' && INSTANT.test(part) && !Number.isNaN(Date.parse(part)),
  id: (part) => typeof part === 'string' && part.length <= 200 && !part.includes('\u0000'),
  number: (part) => Number.isSafeInteger(part) && Number(part) >= 0,
  real: (part) =>
    typeof part === 'string' &&
    REAL.test(part) &&
    (Number.isFinite(Number(part)) || part.endsWith('Infinity')),
};

const INSTANT = /^(19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/;
/** As JavaScript writes numbers. */
const REAL = /^-?(Infinity|\d{1,40}(\.\d{1,40})?(e[+-]?\d{1,3})?)$/;

function parseParts(cursor: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
