import type { BodyBlock, DroppedBlock, ExtractedPage } from '../model/extracted_page.js';
import type { Span } from '../model/span.js';
import { blocksOf, type Draft, keptSpan } from './draft.js';

/** The part of the result that follows from the marks alone. */
export function assembleText(
  draft: Draft,
): Pick<ExtractedPage, 'title' | 'kicker' | 'lede' | 'body' | 'boilerplate'> {
  const title = draft.titleSpan ?? firstSpan(draft, 'title');
  const kicker = firstSpan(draft, 'kicker');
  const lede = firstSpan(draft, 'lede');
  return {
    ...(title ? { title } : {}),
    ...(kicker ? { kicker } : {}),
    ...(lede ? { lede } : {}),
    body: bodyBlocks(draft),
    boilerplate: droppedBlocks(draft),
  };
}

function firstSpan(draft: Draft, role: 'title' | 'kicker' | 'lede'): Span | undefined {
  const block = blocksOf(draft, role)[0];
  return block ? keptSpan(draft, block) : undefined;
}

function bodyBlocks(draft: Draft): BodyBlock[] {
  const body: BodyBlock[] = [];
  for (const block of draft.page.blocks) {
    const mark = draft.marks[block.index];
    const kept = keptSpan(draft, block);
    if (mark?.role === 'body' && kept.end > kept.start) body.push({ role: mark.bodyRole, span: kept });
  }
  return body;
}

/** Dropped lines and the pieces cut off kept ones, in page order; a piece of a dropped line is told once, by its own rule. */
function droppedBlocks(draft: Draft): DroppedBlock[] {
  const dropped: DroppedBlock[] = draft.cuttings.map(({ kind, rule, span }) => ({
    kind,
    evidence: { span, rule },
  }));
  const cutRanges = draft.cuttings.map((cutting) => cutting.span);
  for (const block of draft.page.blocks) {
    const mark = draft.marks[block.index];
    if (mark?.role !== 'dropped') continue;
    const cutAlready = cutRanges.some(
      (range) => range.start >= block.span.start && range.end <= block.span.end,
    );
    if (!cutAlready) dropped.push({ kind: mark.kind, evidence: { span: block.span, rule: mark.rule } });
  }
  return dropped.sort((a, b) => a.evidence.span.start - b.evidence.span.start);
}
