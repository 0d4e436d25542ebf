/**
 * Statements that connections keep after their first use. The server then neither parses nor plans them again, which
 * takes longer than running them where lists join half a dozen tables by their keys. Only for statements whose best
 * plan does not hang on their values: they have one for all.
 */
import { createHash } from 'node:crypto';

/** A connection keeps that many at most; texts are composed of parts, and nobody should fill a server's memory. */
const MOST = 300;
const names = new Map<string, string>();

/** The same text, known from now on as one that connections keep. */
export function prepared(text: string): string {
  if (!names.has(text) && names.size < MOST) {
    names.set(text, `sanad_${createHash('sha256').update(text).digest('base64url').slice(0, 16)}`);
  }
  return text;
}

/** The name under which connections keep a statement; undefined of all others. */
export function preparedName(text: string): string | undefined {
  return names.get(text);
}
