/** Names of outlets, people, organisations and places: on English pages in English, where the program knows how. */
import { createContext, useContext } from 'hono/jsx';
import { isEnglish, listed } from '../language.js';
import { shown } from '../words.js';
import { Mixed } from './foreign.js';

/** How names that publishers print in Persian are written in English, by their Persian letters as shown. */
export type EnglishNames = ReadonlyMap<string, string>;

/** Put around a page when it is rendered. */
export const NamesOfPage = createContext<EnglishNames>(new Map());

/**
 * English names by the Persian ones. A name that two bearers write differently in English is left out: the Persian
 * letters alone do not tell which of them is meant.
 */
export function collectEnglishNames(
  named: Iterable<{ readonly name: string; readonly nameEn?: string | undefined }>,
): EnglishNames {
  const names = new Map<string, string>();
  const doubtful = new Set<string>();
  for (const { name, nameEn } of named) {
    if (nameEn === undefined || nameEn === '') continue;
    const persian = shown(name);
    if ((names.get(persian) ?? nameEn) !== nameEn) doubtful.add(persian);
    names.set(persian, nameEn);
  }
  for (const persian of doubtful) names.delete(persian);
  return names;
}

/** A name for pictures, titles and other places without elements: in the page's language where it is known. */
export function nameWords(raw: string): string {
  return englishOf(raw) ?? shown(raw);
}

/** The language of what `nameWords` gives. */
export function nameLanguage(raw: string): 'fa' | 'en' {
  return englishOf(raw) === undefined ? 'fa' : 'en';
}

/** A name; the Persian letters of one that is shown in English are told where a pointer rests on it. */
export function Name({ of: raw }: { readonly of: string }) {
  const english = englishOf(raw);
  if (english === undefined) return <Mixed text={shown(raw)} />;
  return (
    <span lang="fa" dir="rtl" title={shown(raw)}>
      <bdi lang="en" dir="ltr">
        {english}
      </bdi>
    </span>
  );
}

/** Names in a row: «ایرنا، ایسنا», "IRNA, ISNA". */
export function Names({ of: names }: { readonly of: readonly string[] }) {
  const separator = listed(['', '']);
  return (
    <>
      {names.map((name, at) => (
        <>
          {at === 0 ? '' : separator}
          <Name of={name} />
        </>
      ))}
    </>
  );
}

/** The name as publishers print it, beside the heading of a page that shows it in English. */
export function PersianName({ of: raw }: { readonly of: string }) {
  if (englishOf(raw) === undefined) return null;
  return (
    <bdi lang="fa" dir="rtl">
      {shown(raw)}
    </bdi>
  );
}

function englishOf(raw: string): string | undefined {
  return isEnglish() ? useContext(NamesOfPage).get(shown(raw)) : undefined;
}
