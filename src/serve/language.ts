/**
 * The language of the page that is being rendered. Both wordings of whatever the site says stand beside each other
 * where it is said: `say('همه', 'All')`. What publishers wrote stays as they wrote it and is marked with its language.
 */
import { createContext, useContext } from 'hono/jsx';

/** Persian first: what a page speaks until its reader chooses. */
export const LANGUAGES = ['fa', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Which digits a Persian page counts with; an English page has its own. */
export const DIGITS = ['persian', 'latin'] as const;

export type Digits = (typeof DIGITS)[number];

/** One thing to say, in both languages: for tables and for values that are said later. */
export interface Words {
  readonly fa: string;
  readonly en: string;
}

/** What a reader chose for all pages. */
export interface Tongue {
  readonly language: Language;
  readonly digits: Digits;
}

/** Without a choice: feeds, tests of single pieces, a reader's first visit. */
export const FIRST_TONGUE: Tongue = { language: 'fa', digits: 'persian' };

/** Put around a page when it is rendered; everything inside speaks this way. */
export const TongueOfPage = createContext<Tongue>(FIRST_TONGUE);

/** How the page that is being rendered speaks; outside of rendering: Persian. */
export function pageTongue(): Tongue {
  return useContext(TongueOfPage);
}

export function isEnglish(): boolean {
  return pageTongue().language === 'en';
}

export function isPersian(): boolean {
  return !isEnglish();
}

/** The wording in the language of the page: of a pair, or of two wordings (letters or elements) side by side. */
export function say(words: Words): string;
export function say<Fa, En>(fa: Fa, en: En): Fa | En;
export function say<Fa, En>(first: Words | Fa, en?: En): string | Fa | En {
  if (en === undefined) return (first as Words)[pageTongue().language];
  return isEnglish() ? en : (first as Fa);
}

/** A noun that is counted; Persian has one form for all numbers. */
export interface Noun {
  readonly fa: string;
  readonly one: string;
  readonly many: string;
}

/** The form of a noun beside a number: «رسانه», «outlet», «outlets». */
export function nounFor(count: number, { fa, one, many }: Noun): string {
  return say(fa, count === 1 ? one : many);
}

/** «، » or «, »: words of one list, set apart. */
export function listed(parts: readonly string[]): string {
  return parts.join(say('، ', ', '));
}
