import type { Child } from 'hono/jsx';
import { Mixed } from './foreign.js';
import { type Rule, WhySo } from './why_so.js';

export interface RankedLine {
  readonly href: string;
  /** Headline as shown. */
  readonly words: string;
  /** «۴۸٬۲۰۰ بازدید», or why it stands here. */
  readonly note: Child;
}

interface RankedProps {
  readonly id: string;
  readonly title: string;
  /** What the order stands on: «۲۴ ساعت گذشته». */
  readonly basis?: Child;
  /** By which rule it is ordered. */
  readonly rule: Rule;
  readonly lines: readonly RankedLine[];
  /** Said when there are no lines: what will appear here and how. */
  readonly empty: string;
}

/** A numbered list with its heading. */
export function RankedList({ id, title, basis, rule, lines, empty }: RankedProps) {
  return (
    <section aria-labelledby={id}>
      <h2 class="h" id={id}>
        {title} {basis === undefined ? null : <span class="soft">{basis}</span>}
      </h2>
      {lines.length === 0 ? (
        <p class="rail-empty">{empty}</p>
      ) : (
        <>
          <WhySo of={rule} />
          <ol class="rank">
            {lines.map(({ href, words, note }) => (
              <li>
                <a href={href}>
                  <Mixed text={words} />
                </a>
                {note}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
