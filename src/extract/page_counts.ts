import type { ExtractedPage } from '../model/extracted_page.js';
import { squeezed } from '../persian/squeeze.js';
import { type Draft, squeezedLine } from './draft.js';

const VIEWS = /(?:بازدید|نمایش|مشاهده)(?:ها)?(\d{1,9})(?!\d)|(?<!\d)(\d{1,9})(?:بازدید|نمایش|بارمشاهده)/;
const COMMENTS =
  /^(?:تعداد)?(?:نظر|نظرات|دیدگاه|دیدگاهها)(?:کاربران|بینندگان)?(\d{1,6})$|(?<!\d)(\d{1,6})(?:نظر|دیدگاه)(?:$|در|برای|\d|ارسال|ثبت)/;
/** Longest line of labels; counters are never printed inside sentences. */
const LABEL_CHARS = 120;

/** Printed counters: «بازدید: ۱٬۲۳۴», «۱۲ نظر», «نظرات (۳)». */
export function findCounts(draft: Draft): Pick<ExtractedPage, 'counts'> {
  let views: number | undefined;
  let comments: number | undefined;
  for (const block of draft.page.blocks) {
    const role = draft.marks[block.index]?.role;
    if (block.text.length > LABEL_CHARS || role !== 'dropped' || !mayCount(block.text)) continue;
    for (const part of partsOf(block.text, squeezedLine(draft, block).letters)) {
      views ??= numberIn(VIEWS.exec(part));
      comments ??= numberIn(COMMENTS.exec(part));
    }
  }
  if (views === undefined && comments === undefined) return {};
  return {
    counts: { ...(views === undefined ? {} : { views }), ...(comments === undefined ? {} : { comments }) },
  };
}

/** A cheap look before the line is folded. */
function mayCount(text: string): boolean {
  return /\p{Nd}/u.test(text) && /باز|نما|مشاهد|نظر|د[یي]دگاه/u.test(text);
}

/** A line of labels as one string, and its parts where numbers stand side by side: «کد: ۷۰۰۵ ۲۱۵۰ بازدید ۴ نظر». */
function partsOf(text: string, letters: string): readonly string[] {
  const words = text.split(/[\s|•]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length < 3) return [letters];
  return words.map((word, at) => squeezed(`${word} ${words[at + 1] ?? ''}`));
}

function numberIn(match: RegExpExecArray | null): number | undefined {
  const digits = match?.[1] ?? match?.[2];
  return digits === undefined ? undefined : Number(digits);
}
