/** Marks text in a language other than the page's, so that direction and screen readers get it right. */
import { isPersian } from '../language.js';

/** A run starts and ends with a letter or digit: `Tiran-2`, `The Lajvar Courier`, `KA-2`. */
const LATIN_RUN = /[A-Za-zÀ-ɏ](?:[\w\u00c0-\u024f.'’&+/: -]*[\w\u00c0-\u024f])?/g;

/** Letters of a name that must not be broken over two lines (`KA-2`). */
const SHORT_RUN = 14;

/** Whether anything of a text is Persian. */
const PERSIAN = /[\u0600-\u06ff]/;

/**
 * What publishers wrote, marked where its language is not that of the page: Latin runs as English on every page,
 * Persian as Persian on English pages.
 */
export function Mixed({ text }: { readonly text: string }) {
  if (isPersian()) return <WithLatinRuns text={text} />;
  if (!PERSIAN.test(text)) return <>{text}</>;
  return (
    <bdi lang="fa" dir="rtl">
      <WithLatinRuns text={text} />
    </bdi>
  );
}

/** Of a block in a publisher's Persian: its language and direction, where the page has another. */
export function publisherText(): { lang?: 'fa'; dir?: 'rtl' } {
  return isPersian() ? {} : { lang: 'fa', dir: 'rtl' };
}

function WithLatinRuns({ text }: { readonly text: string }) {
  const parts: unknown[] = [];
  let from = 0;
  for (const match of text.matchAll(LATIN_RUN)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push(
      <bdi lang="en" dir="ltr" class={match[0].length <= SHORT_RUN ? 'nb' : undefined}>
        {match[0]}
      </bdi>,
    );
    from = match.index + match[0].length;
  }
  if (from === 0) return <>{text}</>;
  if (from < text.length) parts.push(text.slice(from));
  return <>{parts}</>;
}
