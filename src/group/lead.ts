import type { Span } from '../model/span.js';

/** The words before the first colon of a headline or post, and what they name. */
export interface Lead extends Span {
  /** `speaker`: whose words follow. `medium`: who reported them («آکسیوس به نقل از منابع»). */
  readonly names: 'speaker' | 'medium';
}

/** Longer stretches before a colon are sentences. */
const LEAD = /^[^\p{L}\p{N}«]*([^\n:：]{2,90}?)\s*[:：](?!\p{N})/u;
const MOST_LEAD_WORDS = 14;

/** Words of which one makes the lead that of a medium or of somebody unnamed. */
const MEDIUM =
  /خبرگزاری|روزنامه|شبکه|کانال|تلویزیون|رادیو|سایت|وب\u200c?گاه|مجله|نشریه|رسانه|نیوز|نیوزویک|تایمز|واشنگتن\s?پست|جروزالم\s?پست|ژورنال|منابع|منبع|به نقل از|گزارش|ادعای|فوری/u;

/**
 * Reads the lead of a text's first line.
 *
 *     نتانیاهو، نخست‌وزیر اسرائیل: مأموریت را کامل می‌کنیم
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ speaker
 */
export function findLead(text: string, isOutlet: (name: string) => boolean): Lead | undefined {
  const match = LEAD.exec(text);
  const words = match?.[1];
  if (match === null || words === undefined) return undefined;
  if ((words.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c]*/gu)?.length ?? 0) > MOST_LEAD_WORDS)
    return undefined;
  const start = match[0].indexOf(words);
  const names = MEDIUM.test(words) || isOutlet(words) ? 'medium' : 'speaker';
  return { start, end: start + words.length, names };
}
