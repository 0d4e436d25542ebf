/** Attempts at a message; with a base of 30 s the last comes after about half a day. */
export const MAX_ATTEMPTS = 12;
/** No pause is longer: six hours. */
const LONGEST_MS = 6 * 3_600_000;

/**
 * How long a message waits after its attempt number `attempt` (from 1) failed, in milliseconds: twice as long each time, and
 * by chance up to half of it shorter, so that what failed together does not come again together. Undefined: give it up.
 */
export function pauseAfter(
  attempt: number,
  { baseMs, chance }: { readonly baseMs: number; readonly chance: number },
): number | undefined {
  if (attempt >= MAX_ATTEMPTS) return undefined;
  const whole = Math.min(baseMs * 2 ** (attempt - 1), LONGEST_MS);
  return Math.round(whole * (1 - chance / 2));
}
