import type { Report } from '../model/story.js';

/** What desks call a list of unrelated short news. */
const DIGEST =
  /چند[\s_\u200c]?خبر(?:[\s_]کوتاه)?|خبرهای[\s_]کوتاه|اخبار[\s_]کوتاه|(?:گزیده|مرور|مهم[\s\u200c_]?ترین|سرخط|تیتر|خلاصه)[\s_](?:ی[\s_]|مهم[\s\u200c_]?ترین[\s_])?(?:اخبار|خبرها(?:ی)?|رویدادها(?:ی)?|روزنامه[\s\u200c_]?ها(?:ی)?)|بسته[\s_]خبری/u;
/** The name of the list stands in its headline or first lines. */
const HEAD_LENGTH = 120;

/** Whether a report is a list of unrelated news by its own headline: «چند خبر کوتاه». */
export function isDigest({ title, text }: Pick<Report, 'title' | 'text'>): boolean {
  return DIGEST.test(title ?? '') || DIGEST.test(text.slice(0, HEAD_LENGTH));
}
