/** What readers may send as a comment. */
import { createHash } from 'node:crypto';
import type { Words } from './language.js';
import { parseNumber } from './site_context.js';

/** Letters of a name. */
export const COMMENT_NAME_MAX = 60;
/** Letters of a comment. */
export const COMMENT_TEXT_MAX = 2000;
/** Addresses in one comment; more is advertising. */
const MAX_ADDRESSES = 2;

export type CommentOutcome =
  | {
      readonly kind: 'comment';
      readonly name: string | undefined;
      readonly text: string;
      /** The comment that it answers. */
      readonly parentId: number | undefined;
    }
  /** Something that the writer can mend. */
  | { readonly kind: 'fault'; readonly fault: Words; readonly name: string; readonly text: string }
  /** The field that only programs fill was filled. */
  | { readonly kind: 'trap' };

/** Reads the comment form. Line breaks stay, other control and direction characters go. */
export function parseCommentForm(form: Readonly<Record<string, unknown>>): CommentOutcome {
  if (textOf(form.website) !== '') return { kind: 'trap' };
  const name = cleaned(textOf(form.name)).replaceAll('\n', ' ');
  const text = cleaned(textOf(form.text)).replace(/\n{3,}/g, '\n\n');
  const fault = findFault(name, text);
  if (fault !== undefined) return { kind: 'fault', fault, name, text };
  const parentId = parseNumber(textOf(form.parent));
  return { kind: 'comment', name: name === '' ? undefined : name, text, parentId };
}

function findFault(name: string, text: string): Words | undefined {
  if (text === '')
    return {
      fa: 'چیزی ننوشته‌اید؛ دیدگاه خود را بنویسید و دوباره بفرستید.',
      en: 'You have written nothing; write your comment and send it again.',
    };
  if (text.length > COMMENT_TEXT_MAX)
    return {
      fa: 'دیدگاه بلندتر از ۲۰۰۰ نویسه است؛ کوتاهش کنید و دوباره بفرستید.',
      en: 'The comment is longer than 2,000 characters; shorten it and send it again.',
    };
  if (name.length > COMMENT_NAME_MAX)
    return {
      fa: 'نام بلندتر از ۶۰ نویسه است؛ کوتاهش کنید.',
      en: 'The name is longer than 60 characters; shorten it.',
    };
  const addresses = text.match(/https?:\/\/|www\./gi)?.length ?? 0;
  if (addresses > MAX_ADDRESSES)
    return {
      fa: 'بیش از دو نشانی اینترنتی در دیدگاه هست؛ شماری از آنها را بردارید.',
      en: 'The comment has more than two addresses; take some of them out.',
    };
  return undefined;
}

/** Shorter words than this are sent by many people who do not know of each other («ممنون»). */
const OWN_WORDS = 30;

/** What makes two comments the same: their letters and figures, whatever stands between them. */
export function textKey(text: string): { readonly key: Uint8Array; readonly isShort: boolean } {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return { key: createHash('sha256').update(letters).digest(), isShort: letters.length < OWN_WORDS };
}

/** What is said to the one who sent the same again. */
export const REPEATED: Words = {
  fa: 'همین نوشته در یک روز گذشته فرستاده شده است؛ نیازی به فرستادن دوباره نیست.',
  en: 'The same words were sent within the last day; there is no need to send them again.',
};

/** What is said when a form came sooner than people write. */
export const TOO_EARLY: Words = {
  fa: 'فرم زودتر از آن رسید که کسی بتواند بنویسد؛ چند ثانیه درنگ کنید و دوباره بفرستید.',
  en: 'The form came sooner than anybody can write; wait a few seconds and send it again.',
};

/** What is said when a form lay open for days. */
export const TOO_OLD: Words = {
  fa: 'صفحه زمانی دراز باز مانده بود؛ همین‌جا دوباره بفرستید.',
  en: 'The page had been open for a long time; send it again from here.',
};

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Letters without controls, direction overrides and stacked marks; ZWNJ and ZWJ stay, Persian needs them. */
function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, ' ')
    .replace(/(\p{M})\p{M}{3,}/gu, '$1')
    .trim();
}
