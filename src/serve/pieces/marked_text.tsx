/** A paragraph of a publisher with stretches marked. Letters are the publisher's own. */
import type { Span } from '../../model/span.js';
import { displayText } from '../../persian/display.js';
import { Mixed, publisherText } from './foreign.js';

export interface Mark extends Span {
  readonly kind: 'evidence' | 'speaker' | 'verb' | 'content';
  readonly id?: string;
  readonly title?: string;
}

/** Marks must not overlap; `offset` is where the text begins in the version to which the marks point. */
export function MarkedText({
  text,
  offset,
  marks,
}: {
  readonly text: string;
  readonly offset: number;
  readonly marks: readonly Mark[];
}) {
  const parts: unknown[] = [];
  let from = 0;
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(from, mark.start - offset);
    const end = Math.min(text.length, mark.end - offset);
    if (end <= start) continue;
    if (start > from) parts.push(<Mixed text={displayText(text.slice(from, start))} />);
    parts.push(
      <mark class="ev" id={mark.id} title={mark.title}>
        <Mixed text={displayText(text.slice(start, end))} />
      </mark>,
    );
    from = end;
  }
  if (from < text.length) parts.push(<Mixed text={displayText(text.slice(from))} />);
  const tongue = publisherText();
  // On English pages the parts go on from right to left together, not each for itself.
  if (tongue.dir !== undefined) return <bdi {...tongue}>{parts}</bdi>;
  return <>{parts}</>;
}
