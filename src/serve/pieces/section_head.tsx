/** The heading of a page's section: its name, what it holds, and «چرا؟» in the margin beside it. */
import type { Child } from 'hono/jsx';
import { type Rule, WhySo } from './why_so.js';

interface SectionHeadProps {
  /** Of the heading, for `aria-labelledby`. */
  readonly id: string;
  readonly title: Child;
  readonly note?: string;
  /** By which rule the section is ordered. */
  readonly why: Rule;
  /** Of what the rule speaks, for readers who hear the page. */
  readonly about?: string;
}

export function SectionHead({ id, title, note, why, about }: SectionHeadProps) {
  return (
    <div class="sec-h">
      <h2 id={id}>
        {title} {note === undefined ? null : <small>{note}</small>}
      </h2>
      {about === undefined ? <WhySo of={why} /> : <WhySo of={why} about={about} />}
    </div>
  );
}
