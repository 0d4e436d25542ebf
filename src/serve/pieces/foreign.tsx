/** Marks runs of Latin letters inside Persian text, so that direction and screen readers get them right. */

/** A run starts and ends with a letter or digit: `Tiran-2`, `The Lajvar Courier`, `KA-2`. */
const LATIN_RUN = /[A-Za-zÀ-ɏ](?:[\w\u00c0-\u024f.'’&+/: -]*[\w\u00c0-\u024f])?/g;

/** Letters of a name that must not be broken over two lines (`KA-2`). */
const SHORT_RUN = 14;

/** Persian letters with `<bdi lang="en">` around foreign runs. */
export function Mixed({ text }: { readonly text: string }) {
  const parts: unknown[] = [];
  let from = 0;
  for (const match of text.matchAll(LATIN_RUN)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push(
      <bdi lang="en" class={match[0].length <= SHORT_RUN ? 'nb' : undefined}>
        {match[0]}
      </bdi>,
    );
    from = match.index + match[0].length;
  }
  if (from === 0) return <>{text}</>;
  if (from < text.length) parts.push(text.slice(from));
  return <>{parts}</>;
}
