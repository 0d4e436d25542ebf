import type { DateBasis, DatePrecision, PageDate } from '../model/extracted_page.js';
import { warning } from '../model/issue.js';
import type { Span } from '../model/span.js';
import { type DateMention, findDates } from '../persian/dates.js';
import { type SqueezedText, withPersianLetters } from '../persian/squeeze.js';
import type { Block } from './block.js';
import { type Draft, squeezedLine } from './draft.js';
import { wordCount } from './line_shapes.js';
import { findWesternDate } from './western_dates.js';

/** A line that only tells when the page was published, and what else stands on it. */
export interface DateLine {
  readonly block: Block;
  readonly mention: DateMention;
  /** Offsets in the page's text. */
  readonly span: Span;
  /** `تاریخ انتشار`, `آخرین به‌روزرسانی` … */
  readonly label: 'published' | 'modified' | 'none';
  /** Words beside date and label: a category («بین‌الملل 18:14 - …»), an author. */
  readonly rest: string;
}

const DATE_LINE_CHARS = 160;
const REST_WORDS = 6;
/** A line that says «منتشر شد» of itself may name writer and section beside. */
const LABELLED_REST_WORDS = 10;
/** Marks that part the pieces of a line of the head: author · date · section. */
const PIECES = /\s*(?:[|•·⋅/›»]|\s[-–—]\s)\s*/u;
const PUBLISHED_LABEL =
  /(?:تاریخ|زمان|ساعت)[\s\u00a0\u200c]*(?:انتشار|درج|ثبت|مخابره|ارسال)|منتشر[\s\u00a0]*شده(?:[\s\u00a0]*در)?|تاریخ(?:[\s\u00a0]*خبر)?(?=[\s\u00a0]*:)|publi\w*|posted|veröffentlicht|eingetragen|geschrieben|gepostet|erstellt am|vom? \w+ am|datum:|publicado|pubblicato|publié/iu;
const MODIFIED_LABEL =
  /(?:تاریخ|زمان|آخرین)?[\s\u00a0\u200c]*(?:به[\s\u200c]?روز[\s\u200c]?رسانی|بروزرسانی|ویرایش|اصلاح)|updated|modified|edited|geändert|bearbeitet|(?<!\p{L})stand(?: des artikels)?[:\s]|aktualisiert|actualizado|aggiornato|mis à jour/iu;
const FILLERS = /(?:ساعت|روز|مورخ|در|:|،|,|\||•|-|–|—|\/|»|«|\(|\)|<|>|\+)+/gu;

/** «امروز شنبه ۲۱ بهمن»: the day of the visit, which the head of the site shows. */
const VISIT = /^[\s\u00a0]*(?:امروز|today)/iu;

/** Reads a block as a date line; lines in which the date is only one part of a sentence are none. */
export function readDateLine(block: Block): DateLine | undefined {
  if (block.text.length > DATE_LINE_CHARS || !/\p{Nd}/u.test(block.text)) return undefined;
  const mention = findDay(block.text);
  if (!mention) return undefined;
  const before = withPersianLetters(block.text.slice(0, mention.start));
  const after = block.text.slice(mention.end);
  const label = MODIFIED_LABEL.test(before)
    ? 'modified'
    : PUBLISHED_LABEL.test(before)
      ? 'published'
      : 'none';
  const rest = `${before.replace(MODIFIED_LABEL, ' ').replace(PUBLISHED_LABEL, ' ')} ${after}`
    .replace(FILLERS, ' ')
    .trim();
  if (label === 'none' && VISIT.test(before)) return undefined;
  const most = label === 'none' ? REST_WORDS : LABELLED_REST_WORDS;
  if (wordCount(rest) > most && !standsAlone(before, after)) return undefined;
  if (/[.!؟؛]$/.test(block.text) && label === 'none') return undefined;
  const { start } = block.span;
  return { block, mention, span: { start: start + mention.start, end: start + mention.end }, label, rest };
}

/** Whether the date fills a piece of its line: «November 22, 2011 ⋅ Email this post ⋅ Print». */
function standsAlone(before: string, after: string): boolean {
  if (!PIECES.test(before) && !PIECES.test(after)) return false;
  const beside = `${before.split(PIECES).at(-1) ?? ''} ${after.split(PIECES)[0] ?? ''}`;
  return wordCount(beside.replace(FILLERS, ' ').trim()) <= 1;
}

/** The first mention that fixes at least a day, in Persian or a language of Europe. */
function findDay(text: string): DateMention | undefined {
  const mention = findDates(text).find(
    (date) => date.kind === 'absolute' && date.iso !== undefined && DAY_OR_FINER.has(date.precision),
  );
  if (mention && inWebTime(mention.iso)) return mention;
  const western = findWesternDate(text);
  if (!western) return undefined;
  return { ...western.span, iso: western.iso, precision: 'day', calendar: 'gregorian', kind: 'absolute' };
}

const DAY_OR_FINER = new Set(['day', 'hour', 'minute']);

/** Dates before the web are dates of the news, not of the page. */
export function inWebTime(iso: string | undefined): boolean {
  const year = Number(iso?.slice(0, 4));
  return year >= 1990 && year <= 2100;
}

/** «۱۲ آذر ۱۴۰۲ - …», “27.1.2022 – …”: the day before the first sentence of a text. */
export function readDateline(block: Block): DateLine | undefined {
  const head = /^(.{6,40}?)(?:\s?[-–—|:]\s|(?<=\p{Nd}{4})\.\s)/u.exec(block.text)?.[1];
  if (head === undefined || !/\p{Nd}/u.test(head)) return undefined;
  const line = readDateLine({ ...block, text: head });
  return line && line.rest === '' ? line : undefined;
}

/** A line that holds nothing but the publisher's number: «12169998». */
export function readCodeLine(draft: Draft, block: Block): string | undefined {
  if (block.text.length > 14 || !/^[\s\p{Nd}]+$/u.test(block.text)) return undefined;
  const { letters } = squeezedLine(draft, block);
  return /^\d{5,10}$/.test(letters) ? letters : undefined;
}

/** The number behind «کد خبر:», «شناسه خبر» …, folded to ASCII digits. */
export function readLabelledCode(draft: Draft, block: Block): string | undefined {
  if (block.text.length > 200) return undefined;
  if (!CODE_WORD.test(block.text) || !/\p{Nd}/u.test(block.text)) return undefined;
  const line = squeezedLine(draft, block);
  const match = CODE_LABEL.exec(line.letters);
  if (!match) return undefined;
  const start = match.index + match[0].length;
  let end = start;
  // Digits behind a blank are another number: «کد مطلب: ۷۰۰۵ ۲۱۵۰ بازدید».
  while (/\d/.test(line.letters[end] ?? '') && (end === start || isNext(line, end))) end++;
  const code = line.letters.slice(start, end);
  return code.length >= 2 && code.length <= 12 ? code : undefined;
}

/** A cheap look before the line is folded. */
const CODE_WORD = /[کك]د|شناسه|شماره/u;
const CODE_LABEL = /(?:کدخبر|کدمطلب|شناسهخبر|شناسهمطلب|شمارهخبر|کدمحتوا|کدنوشته|شناسه)(?:خبر)?(?=\d)/;

function isNext({ from }: SqueezedText, at: number): boolean {
  return (from[at] ?? 0) === (from[at - 1] ?? 0) + 1;
}

/** A page date from a mention; two calendars that disagree are told and not believed to the minute. */
export function toPageDate(
  draft: Draft,
  line: { mention: DateMention; surface: string; basis: DateBasis },
): PageDate | undefined {
  const { mention, surface, basis } = line;
  if (mention.iso === undefined) return undefined;
  if (mention.conflict !== undefined) {
    const message = `Cannot trust the date line "${surface}": its ${mention.conflict} do not agree`;
    if (!draft.issues.some((issue) => issue.message === message))
      draft.issues.push(warning(`date.${mention.conflict}`, message));
    if (mention.conflict === 'calendars') return undefined;
  }
  return { iso: mention.iso, surface, precision: mention.precision as DatePrecision, basis };
}
