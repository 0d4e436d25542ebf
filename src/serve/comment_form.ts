/** What readers may send as a comment. */

/** Letters of a name. */
export const COMMENT_NAME_MAX = 60;
/** Letters of a comment. */
export const COMMENT_TEXT_MAX = 2000;
/** Addresses in one comment; more is advertising. */
const MAX_ADDRESSES = 2;

export type CommentOutcome =
  | { readonly kind: 'comment'; readonly name: string | undefined; readonly text: string }
  /** Something that the writer can mend. */
  | { readonly kind: 'fault'; readonly fault: string; readonly name: string; readonly text: string }
  /** The field that only programs fill was filled. */
  | { readonly kind: 'trap' };

/** Reads the comment form. Line breaks stay, other control and direction characters go. */
export function parseCommentForm(form: Readonly<Record<string, unknown>>): CommentOutcome {
  if (textOf(form.website) !== '') return { kind: 'trap' };
  const name = cleaned(textOf(form.name)).replaceAll('\n', ' ');
  const text = cleaned(textOf(form.text)).replace(/\n{3,}/g, '\n\n');
  const fault = findFault(name, text);
  if (fault !== undefined) return { kind: 'fault', fault, name, text };
  return { kind: 'comment', name: name === '' ? undefined : name, text };
}

function findFault(name: string, text: string): string | undefined {
  if (text === '') return 'چیزی ننوشته‌اید؛ دیدگاه خود را بنویسید و دوباره بفرستید.';
  if (text.length > COMMENT_TEXT_MAX) return 'دیدگاه بلندتر از ۲۰۰۰ نویسه است؛ کوتاهش کنید و دوباره بفرستید.';
  if (name.length > COMMENT_NAME_MAX) return 'نام بلندتر از ۶۰ نویسه است؛ کوتاهش کنید.';
  const addresses = text.match(/https?:\/\/|www\./gi)?.length ?? 0;
  if (addresses > MAX_ADDRESSES) return 'بیش از دو نشانی اینترنتی در دیدگاه هست؛ شماری از آنها را بردارید.';
  return undefined;
}

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
