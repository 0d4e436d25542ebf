import type { Span } from '../model/span.js';
import type { Report } from '../model/story.js';
import { tokenise } from '../persian/keys.js';
import { stemOf } from '../persian/stem.js';
import { findChannelMarks } from './channel_marks.js';
import { hashOf } from './hashing.js';
import { findLead } from './lead.js';
import { findQuotations } from './quotations.js';

/** A word that counts for grouping. Channel marks (handles, addresses, signatures) are already gone. */
export interface ReportWord {
  /** Half-open UTF-16 range in `text`, or in `title` where `inTitle`. */
  readonly start: number;
  readonly end: number;
  readonly inTitle: boolean;
  readonly key: string;
  readonly keyHash: number;
  readonly stem: string;
  /** Part of a quotation or of a document printed word for word. */
  readonly quoted: boolean;
  /** Printed line, counted through title and text. */
  readonly line: number;
  /** What the word does in «سخنگو: متن»: names who speaks, names who reports, or is text. */
  readonly role: 'speaker' | 'medium' | 'text';
}

/** Tells whether a name is an outlet's. */
export type IsOutlet = (name: string) => boolean;

/** Words of title and text, in order. A title that the text repeats at its start is read once. */
export function readWords(
  report: Pick<Report, 'title' | 'text'>,
  isOutlet: IsOutlet = () => false,
): readonly ReportWord[] {
  const body = wordsOf(report.text, { inTitle: false, firstLine: 1, isOutlet });
  if (report.title === undefined || report.title === '') return body;
  const title = wordsOf(report.title, { inTitle: true, firstLine: 0, isOutlet });
  return repeats(body, title) ? body : [...title, ...body];
}

function repeats(body: readonly ReportWord[], title: readonly ReportWord[]): boolean {
  return title.every((word, at) => body[at]?.key === word.key);
}

interface TextPlace {
  readonly inTitle: boolean;
  readonly firstLine: number;
  readonly isOutlet: IsOutlet;
}

function wordsOf(text: string, { inTitle, firstLine, isOutlet }: TextPlace): ReportWord[] {
  const lead = findLead(text, isOutlet);
  const isMark = spanCursor(findChannelMarks(text));
  const isQuoted = spanCursor(findQuotations(text));
  const words: ReportWord[] = [];
  let line = firstLine;
  let seen = 0;
  for (const { start, end, key } of tokenise(text)) {
    if (isMark(start, end)) continue;
    for (; seen < start; seen += 1) if (text.charCodeAt(seen) === LINE_FEED) line += 1;
    words.push({
      start,
      end,
      inTitle,
      key,
      keyHash: hashOf(key),
      stem: stemOf(key),
      quoted: isQuoted(start, end),
      line,
      role: lead !== undefined && start >= lead.start && end <= lead.end ? lead.names : 'text',
    });
  }
  return words;
}

const LINE_FEED = 10;

/** Whether a word touches one of some sorted spans; words must be asked for in order. */
function spanCursor(spans: readonly Span[]): (start: number, end: number) => boolean {
  let at = 0;
  return (start, end) => {
    while (at < spans.length && (spans[at] as Span).end <= start) at += 1;
    return at < spans.length && (spans[at] as Span).start < end;
  };
}
