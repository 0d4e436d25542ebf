/** What is wrong with a field, where several forms say the same. */
import { formatNumber } from '../../persian/format_date.js';
import { englishNumber } from '../english_dates.js';
import type { Words } from '../language.js';
import { type Form, FormFault, textOf } from './desk.js';

/** A field that must be filled in. */
interface RequiredField {
  readonly name: string;
  /** «نام», 'The name' */
  readonly noun: Words;
  readonly max: number;
  /** Said of an empty one. */
  readonly empty: Words;
}

/** The text of a field. Throws a `FormFault` when it is empty or too long. */
export function requiredText(form: Form, { name, noun, max, empty }: RequiredField): string {
  const text = textOf(form, name);
  if (text === '') throw new FormFault(name, empty);
  if (text.length > max) throw tooLong(name, noun, max);
  return text;
}

/** «نام بلندتر از ۱۲۰ نویسه است؛ کوتاهش کنید.» */
export function tooLong(field: string, noun: Words, max: number): FormFault {
  return new FormFault(field, {
    fa: `${noun.fa} بلندتر از ${formatNumber(max)} نویسه است؛ کوتاهش کنید.`,
    en: `${noun.en} is longer than ${englishNumber(max)} characters; shorten it.`,
  });
}

/** What several fields are called in such a sentence. */
export const FIELD_NOUNS = {
  name: { fa: 'نام', en: 'The name' },
  reason: { fa: 'دلیل', en: 'The reason' },
  note: { fa: 'یادداشت', en: 'The note' },
  text: { fa: 'متن', en: 'The text' },
} as const satisfies Readonly<Record<string, Words>>;
