/** The changed places of a version as readers see them: paragraph by paragraph, words struck out and words added. */
import { cut, type Span } from '../model/span.js';
import type { TextChange } from '../model/version_change.js';
import type { VersionOfHistory } from '../store/version_changes.js';
import { shown } from './words.js';

/** A piece of a changed paragraph; `gap` stands for words that are left out. */
export interface DiffPiece {
  readonly kind: 'same' | 'removed' | 'added' | 'gap';
  readonly text: string;
}

/** One changed headline or paragraph. */
export interface DiffLine {
  readonly isHeadline: boolean;
  readonly pieces: readonly DiffPiece[];
}

type Version = Pick<VersionOfHistory, 'text' | 'extracted'>;

/** Letters of unchanged text on each side of a change: enough to understand it, too little to read the article here. */
const CONTEXT_LETTERS = 90;
/** Letters of one added or removed passage; longer ones end in «…». */
const PASSAGE_LETTERS = 600;

/** The changed lines of a version in reading order. */
export function diffLines(
  earlier: Version,
  version: Version & { readonly changes: readonly TextChange[] },
): readonly DiffLine[] {
  const blocks = blocksOf(version);
  const lines = new Map<Span, TextChange[]>();
  const alone: { at: number; line: DiffLine }[] = [];
  for (const change of version.changes) {
    const block = isWholeBlock(change, earlier) ? undefined : blocks.find(({ span }) => holds(span, change));
    if (block === undefined) alone.push({ at: change.at, line: passageOf(change, earlier, version) });
    else lines.set(block.span, [...(lines.get(block.span) ?? []), change]);
  }
  const inBlocks = blocks.flatMap(({ span, isHeadline }) => {
    const changes = lines.get(span);
    if (changes === undefined) return [];
    return [{ at: span.start, line: { isHeadline, pieces: piecesOf(span, changes, { earlier, version }) } }];
  });
  return [...inBlocks, ...alone].sort((a, b) => a.at - b.at).map(({ line }) => line);
}

function blocksOf({ extracted }: Version): readonly { span: Span; isHeadline: boolean }[] {
  const { title, kicker, lede, body } = extracted;
  const others = [kicker, lede, ...body.map(({ span }) => span)].filter((span) => span != null);
  return [
    ...(title == null ? [] : [{ span: title, isHeadline: true }]),
    ...others.map((span) => ({ span, isHeadline: false })),
  ];
}

function holds(block: Span, change: TextChange): boolean {
  const { start, end } = change.after ?? { start: change.at, end: change.at };
  return block.start <= start && end <= block.end;
}

/** A paragraph that went as a whole is no part of the one that stands in its place. */
function isWholeBlock({ before, after }: TextChange, earlier: Version): boolean {
  if (before === undefined || after !== undefined) return false;
  return earlier.extracted.body.some(
    ({ span }) => span.start >= before.start - 3 && span.end <= before.end + 3,
  );
}

function passageOf({ before, after }: TextChange, earlier: Version, version: Version): DiffLine {
  const pieces = [
    ...(before ? [piece('removed', cut(earlier.text, before))] : []),
    ...(after ? [piece('added', cut(version.text, after))] : []),
  ];
  return { isHeadline: false, pieces };
}

function piecesOf(
  block: Span,
  changes: readonly TextChange[],
  texts: { readonly earlier: Version; readonly version: Version },
): readonly DiffPiece[] {
  const pieces: DiffPiece[] = [];
  let from = block.start;
  const ordered = [...changes].sort((a, b) => a.at - b.at);
  for (const [index, { before, after, at }] of ordered.entries()) {
    const start = after?.start ?? at;
    pieces.push(...same(texts.version.text.slice(from, start), { isFirst: index === 0, isLast: false }));
    if (before) pieces.push(piece('removed', cut(texts.earlier.text, before)));
    if (after) pieces.push(piece('added', cut(texts.version.text, after)));
    from = after?.end ?? start;
  }
  return [...pieces, ...same(texts.version.text.slice(from, block.end), { isFirst: false, isLast: true })];
}

/** Unchanged words; of a long stretch only what stands beside the changes. */
function same(text: string, place: { isFirst: boolean; isLast: boolean }): readonly DiffPiece[] {
  const least = place.isFirst || place.isLast ? CONTEXT_LETTERS : CONTEXT_LETTERS * 2;
  if (text.length <= least * 1.3) return text.trim() === '' ? [] : [piece('same', text)];
  const head = place.isFirst ? [] : [piece('same', headOf(text))];
  const tail = place.isLast ? [] : [piece('same', tailOf(text))];
  return [...head, { kind: 'gap', text: '…' }, ...tail];
}

function headOf(text: string): string {
  const head = text.slice(0, CONTEXT_LETTERS);
  return head.slice(0, Math.max(head.lastIndexOf(' '), 1));
}

function tailOf(text: string): string {
  const tail = text.slice(-CONTEXT_LETTERS);
  return tail.slice(tail.indexOf(' ') + 1);
}

function piece(kind: DiffPiece['kind'], raw: string): DiffPiece {
  const letters = raw.length > PASSAGE_LETTERS && kind !== 'same' ? `${raw.slice(0, PASSAGE_LETTERS)}…` : raw;
  return { kind, text: shown(letters) };
}
