/** Marks text in a language other than the page's, so that direction and screen readers get it right. */
import type { Child } from 'hono/jsx';
import { isPersian } from '../language.js';

/** A run starts and ends with a letter or digit: `Tiran-2`, `The Lajvar Courier`, `KA-2`. */
const LATIN_RUN = /[A-Za-zÀ-ɏ](?:[\w\u00c0-\u024f.'’&+/: -]*[\w\u00c0-\u024f])?/g;

/** Persian words with the blanks and signs between them. */
const PERSIAN_RUN = /[\u0600-\u06ff](?:[\u0600-\u06ff\u200c\s.:…\-–]*[\u0600-\u06ff])?/g;

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

/** Words of ours that may quote others: only the runs in letters of the other language are marked. */
export function Quoting({ text }: { readonly text: string }) {
  if (isPersian()) return <WithLatinRuns text={text} />;
  return <>{marked(text, PERSIAN_RUN, (run) => publishersRun(run))}</>;
}

/** Of a block in a publisher's Persian: its language and direction, where the page has another. */
export function publisherText(): { lang?: 'fa'; dir?: 'rtl' } {
  return isPersian() ? {} : { lang: 'fa', dir: 'rtl' };
}

function WithLatinRuns({ text }: { readonly text: string }) {
  return <>{marked(text, LATIN_RUN, (run) => latinRun(run))}</>;
}

function latinRun(run: string): Child {
  return (
    <bdi lang="en" dir="ltr" class={run.length <= SHORT_RUN ? 'nb' : undefined}>
      {run}
    </bdi>
  );
}

function publishersRun(run: string): Child {
  return (
    <bdi lang="fa" dir="rtl">
      {run}
    </bdi>
  );
}

/** A text in parts: what fits `runs` as `mark` makes it, the rest as it is. */
function marked(text: string, runs: RegExp, mark: (run: string) => Child): readonly Child[] {
  const parts: Child[] = [];
  let from = 0;
  for (const match of text.matchAll(runs)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push(mark(match[0]));
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}
