/** The form of the site's settings: each field checked. */
import { toAsciiDigits } from '../../persian/digits.js';
import { formatNumber } from '../../persian/format_date.js';
import { EXCERPT_BOUNDS, type SettingKey } from '../../store/site_settings.js';
import { englishNumber } from '../english_dates.js';
import { type Form, FormFault, textOf } from './desk.js';
import { requiredText } from './form_faults.js';

/** Letters of the site's name at most. */
export const NAME_MAX = 40;
/** Letters of the way to reach the operator at most. */
export const CONTACT_MAX = 200;

/** What was sent, checked; throws FormFault at the first field that cannot be. */
export function readSettings(form: Form): ReadonlyMap<SettingKey, unknown> {
  return new Map<SettingKey, unknown>([
    ['comments', oneOf(form, 'comments', ['open', 'moderated', 'closed'])],
    ['full_text', oneOf(form, 'full_text', ['excerpt', 'full'])],
    ['excerpt_length', lengthOf(form)],
    ['pictures', oneOf(form, 'pictures', ['on', 'off'])],
    ['site_name', nameOf(form)],
    ['contact', contactOf(form)],
  ]);
}

function oneOf(form: Form, field: string, known: readonly string[]): string {
  const value = textOf(form, field);
  if (known.includes(value)) return value;
  throw new FormFault(field, {
    fa: `«${value}» را نمی‌شناسیم؛ یکی از گزینه‌های فهرست را برگزینید.`,
    en: `“${value}” is unknown; choose one of the list.`,
  });
}

function lengthOf(form: Form): number {
  const text = toAsciiDigits(textOf(form, 'excerpt_length'));
  const { min, max } = EXCERPT_BOUNDS;
  const length = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (length >= min && length <= max) return length;
  throw new FormFault('excerpt_length', {
    fa: `طول گزیده باید عددی از ${formatNumber(min)} تا ${formatNumber(max)} باشد؛ «${text}» چنین نیست.`,
    en: `The length of an excerpt must be a number from ${englishNumber(min)} to ${englishNumber(max)}; “${text}” is none.`,
  });
}

function nameOf(form: Form): string {
  return requiredText(form, {
    name: 'site_name',
    noun: { fa: 'نام پایگاه', en: 'The name of the site' },
    max: NAME_MAX,
    empty: {
      fa: 'نام پایگاه خالی است؛ نامی بنویسید، مانند «سند».',
      en: 'The site has no name; write one, like “سند”.',
    },
  });
}

function contactOf(form: Form): string {
  const contact = textOf(form, 'contact');
  const isAddress = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(contact);
  const isLink = URL.canParse(contact) && /^https?:$/.test(new URL(contact).protocol);
  if (contact === '' || (contact.length <= CONTACT_MAX && (isAddress || isLink))) return contact;
  throw new FormFault('contact', {
    fa: `«${contact}» نه ایمیل است و نه نشانی وب؛ چیزی مانند desk@example.org یا https://example.org/contact بنویسید، یا خالی بگذارید.`,
    en: `“${contact}” is neither a mail address nor a web address; write something like desk@example.org or https://example.org/contact, or leave it empty.`,
  });
}
