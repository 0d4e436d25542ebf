/** Headers of an answer, by lower-case name; a repeated header is a list. */
export type ResponseHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The first value of a header. */
export function headerOf(headers: ResponseHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

/** Longest time that we let a host put us off: a day, as the longest polling interval. */
export const MAX_RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * Reads Retry-After: seconds or an HTTP date (RFC 9110 § 10.2.3). A date that has passed means no waiting;
 * an unreadable value is absent; more than a day counts as a day.
 */
export function parseRetryAfter(value: string | undefined, nowMs: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text) * 1000, MAX_RETRY_AFTER_MS);
  const at = /[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) return undefined;
  return Math.min(Math.max(0, at - nowMs), MAX_RETRY_AFTER_MS);
}

/** Reads `max-age` of Cache-Control in milliseconds; absent when it says none, or forbids keeping. */
export function parseFreshFor(value: string | undefined): number | undefined {
  if (value === undefined || /\bno-(cache|store)\b/i.test(value)) return undefined;
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(value)?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}
