import type { Credit, ExtractedPage } from '../model/extracted_page.js';
import { fatal, type Issue, type StageResult } from '../model/issue.js';
import type { Registry } from '../sources/registry.js';
import { assembleText } from './assemble.js';
import { type Draft, newDraft } from './draft.js';
import { type OutletNames, outletNamesOf } from './outlet_names.js';
import { findOutlet } from './page_outlet.js';
import { readCapture } from './read_capture.js';
import { readTextLines } from './text_lines.js';
import { readTopicPage, type TopicPage } from './topic_page.js';
import { type TraceStep, traceOf } from './trace.js';

/** Name and version of the stage: rows derived by an older version are derived again. */
export const STAGE = { name: 'extract', version: 1 } as const;

/**
 * One input: exactly one of `bytes` (with `contentType`), `html` (decoded) and `text` (a capture). `outlet`,
 * `title` and `published` are what a record said beside its page; they are believed.
 */
export interface ExtractInput {
  readonly url?: string;
  readonly bytes?: Uint8Array;
  readonly contentType?: string;
  readonly html?: string;
  readonly text?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly published?: string;
}

/** The stage's result with the account of how it came about (`sanad explain`). */
export interface ExtractResult extends StageResult<ExtractedPage> {
  readonly trace: readonly TraceStep[];
}

/**
 * Reads a page: what kind it is, who published it when, its headline, lede and paragraphs, and every part
 * that is not the article, with the rule that dropped it. Never throws; an input without any text yields a
 * fatal issue and no value.
 */
export function extractPage(input: ExtractInput, registry: Registry): ExtractResult {
  if (input.text !== undefined) return extractCapture(input, input.text, registry);
  return noText([fatal('extract.no_input', 'Cannot extract a page: neither HTML nor text was given')]);
}

function extractCapture(input: ExtractInput, text: string, registry: Registry): ExtractResult {
  const draft = newDraft(readTextLines(text), 'text');
  if (draft.page.blocks.length === 0) {
    return noText([fatal('extract.empty', 'Cannot extract a page: it has no letters')]);
  }
  const names = outletNamesOf(registry);
  const topic = readTopicPage(draft, draft.page.blocks);
  const bylines = topic ? [] : readCapture(draft, names);
  const found = findOutlet(draft, { registry, names, bylines, ...pick(input), ...(topic ? { topic } : {}) });
  const value = { ...commonFields(draft, input, { names, ...found }), ...found, kind: topic ? 'topic' : 'article', ...topicField(topic) } as ExtractedPage;
  return { value, issues: value.issues, trace: traceOf(draft, value) };
}

function pick(input: ExtractInput): { url?: string; given?: string } {
  return { ...(input.url ? { url: input.url } : {}), ...(input.outlet ? { given: input.outlet } : {}) };
}

function commonFields(draft: Draft, input: ExtractInput, { outlet, names }: { outlet?: ExtractedPage['outlet']; names: OutletNames }) {
  return {
    text: draft.page.text,
    ...(input.url ? { url: input.url } : {}),
    ...assembleText(draft),
    ...(draft.published ? { published: draft.published } : {}),
    ...(draft.modified ? { modified: draft.modified } : {}),
    ...(draft.newsCode ? { newsCode: draft.newsCode } : {}),
    category: draft.category,
    tags: draft.tags,
    authors: draft.authors,
    credits: draft.credits.filter((credit) => !isOwnName(credit, outlet, names)),
    images: [],
    comments: [],
    links: draft.page.links.map(({ url, text }) => ({ url, text })),
    issues: draft.issues,
  };
}

/** «به گزارش راهبرد معاصر» on its own page says who publishes, not whom it took the news from. */
function isOwnName(credit: Credit, outlet: ExtractedPage['outlet'], names: OutletNames): boolean {
  if (!outlet || credit.evidence.rule !== 'credit/by-report-of') return false;
  return credit.name === outlet.name || (outlet.id !== undefined && names.named(credit.name)?.id === outlet.id);
}

function topicField(topic: TopicPage | undefined): Pick<ExtractedPage, 'topic'> {
  if (!topic) return {};
  const { name, count, items } = topic;
  return { topic: { items, ...(name === undefined ? {} : { name }), ...(count === undefined ? {} : { count }) } };
}

function noText(issues: readonly Issue[]): ExtractResult {
  return { value: undefined, issues, trace: [] };
}
