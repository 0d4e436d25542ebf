import type { ExtractedPage } from '../model/extracted_page.js';
import type { Span } from '../model/span.js';
import { type Draft, keptSpan } from './draft.js';

/** One line of the account: what happened to a stretch of the page, and by which rule. */
export interface TraceStep {
  readonly decision: 'title' | 'kicker' | 'lede' | 'body' | 'dropped' | 'field';
  readonly rule: string;
  /** Offsets in the page's text; absent where the fact comes from the page's head. */
  readonly span?: Span;
  /** Kind of the dropped block, or name and value of the field. */
  readonly detail?: string;
}

/** The account of one extraction, in page order, fields last. */
export function traceOf(draft: Draft, page: ExtractedPage): readonly TraceStep[] {
  const steps: TraceStep[] = [];
  for (const block of draft.page.blocks) {
    const mark = draft.marks[block.index];
    if (!mark) continue;
    const detail = mark.role === 'dropped' ? mark.kind : mark.role === 'body' ? mark.bodyRole : undefined;
    const span = mark.role === 'dropped' ? block.span : keptSpan(draft, block);
    steps.push({ decision: mark.role, rule: mark.rule, span, ...(detail ? { detail } : {}) });
  }
  for (const { kind, rule, span } of draft.cuttings)
    steps.push({ decision: 'dropped', rule, span, detail: kind });
  steps.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
  const container = draft.container
    ? [{ decision: 'field', rule: 'container', detail: draft.container } as const]
    : [];
  return [...steps, ...container, ...fieldSteps(page)];
}

function fieldSteps(page: ExtractedPage): TraceStep[] {
  const steps: TraceStep[] = [{ decision: 'field', rule: 'kind', detail: page.kind }];
  if (page.outlet) {
    const { name, evidence } = page.outlet;
    steps.push({
      decision: 'field',
      rule: evidence?.rule ?? 'outlet/registry',
      detail: `outlet: ${name}`,
      ...(evidence ? { span: evidence.span } : {}),
    });
  }
  if (page.published)
    steps.push({
      decision: 'field',
      rule: `date/${page.published.basis}`,
      detail: `published: ${page.published.iso}`,
    });
  if (page.modified)
    steps.push({
      decision: 'field',
      rule: `date/${page.modified.basis}`,
      detail: `modified: ${page.modified.iso}`,
    });
  for (const credit of page.credits) {
    steps.push({
      decision: 'field',
      rule: credit.evidence.rule,
      span: credit.evidence.span,
      detail: `credit: ${credit.name}`,
    });
  }
  return steps;
}
