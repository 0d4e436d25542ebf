import type { Credit, ExtractedPage } from '../model/extracted_page.js';
import { fatal, type Issue, type StageResult } from '../model/issue.js';
import { parseInstant } from '../persian/dates.js';
import { identifyLanguage } from '../persian/language.js';
import type { Registry } from '../sources/registry.js';
import { assembleText } from './assemble.js';
import type { PageText } from './block.js';
import { decodeHtml } from './decode_html.js';
import { type Draft, newDraft } from './draft.js';
import { withHiddenBody } from './hidden_body.js';
import { linearise } from './linearise.js';
import { type OutletNames, outletNamesOf } from './outlet_names.js';
import { metaOf, type PageMeta, readPageMeta } from './page_meta.js';
import { findOutlet } from './page_outlet.js';
import { parseHtml } from './parse_html.js';
import { readCapture } from './read_capture.js';
import { readHtmlArticle } from './read_html.js';
import { squeezed } from './squeeze.js';
import { readTextLines, withFirstLine } from './text_lines.js';
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
  if (input.bytes !== undefined) {
    const { html, issues } = decodeHtml(input.bytes, input.contentType);
    return extractHtml({ ...input, html }, registry, issues);
  }
  if (input.html !== undefined) return extractHtml({ ...input, html: input.html }, registry, []);
  if (input.text !== undefined) return extractCapture(input, input.text, registry);
  return noText([fatal('extract.no_input', 'Cannot extract a page: neither HTML nor text was given')]);
}

function extractCapture(input: ExtractInput, text: string, registry: Registry): ExtractResult {
  const lines = readTextLines(text);
  const draft = newDraft(withGivenTitle(lines, input.title), 'text');
  if (lines.blocks.length === 0) {
    return noText([fatal('extract.empty', 'Cannot extract a page: it has no letters')]);
  }
  const names = outletNamesOf(registry);
  const topic = readTopicPage(draft, draft.page.blocks);
  const bylines = topic ? [] : readCapture(draft, names);
  const found = findOutlet(draft, { registry, names, bylines, ...pick(input), ...(topic ? { topic } : {}) });
  const value = {
    ...commonFields(draft, input, { names, ...found }),
    ...found,
    kind: topic ? 'topic' : 'article',
    ...topicField(topic),
  } as ExtractedPage;
  return { value, issues: value.issues, trace: traceOf(draft, value) };
}

function extractHtml(
  input: ExtractInput & { html: string },
  registry: Registry,
  before: readonly Issue[],
): ExtractResult {
  const { document, issues } = parseHtml(input.html);
  const meta = readPageMeta(document);
  const lines = withHiddenBody(linearise(document), meta.articles.find((article) => article.body)?.body);
  const draft = newDraft(hasOwnTitle(lines) ? lines : withGivenTitle(lines, input.title), 'html');
  draft.issues.push(...before, ...issues);
  if (lines.blocks.length === 0) {
    return noText([...draft.issues, fatal('extract.empty', 'Cannot extract a page: it has no letters')]);
  }
  const names = outletNamesOf(registry);
  const page = { document, meta, ...(input.url ? { url: input.url } : {}) };
  const bylines = readHtmlArticle(draft, page, { registry, names });
  const claimed = meta.articles[0]?.publisher ?? metaOf(meta, ['og:site_name']);
  const found = findOutlet(draft, {
    registry,
    names,
    bylines,
    ...pick(input),
    ...(claimed ? { claimed } : {}),
  });
  const value = {
    ...commonFields(draft, input, { names, ...found }),
    ...found,
    ...headFields(draft, meta),
    kind: 'article',
  } as ExtractedPage;
  return { value, issues: value.issues, trace: traceOf(draft, value) };
}

function headFields(
  draft: Draft,
  meta: PageMeta,
): Pick<ExtractedPage, 'canonicalUrl' | 'language' | 'images'> {
  const canonicalUrl = meta.canonicalUrl ?? metaOf(meta, ['og:url']);
  const image = metaOf(meta, ['og:image', 'twitter:image']) ?? meta.articles[0]?.images[0];
  return {
    ...(canonicalUrl ? { canonicalUrl } : {}),
    ...(meta.language && languageOf(draft) === undefined ? { language: meta.language } : {}),
    images: image ? [{ url: image }] : [],
  };
}

/** Puts a headline that came beside the page above it, unless the page begins with it. */
function withGivenTitle(lines: PageText, title: string | undefined): PageText {
  if (title === undefined || title.trim() === '') return lines;
  const key = squeezed(title);
  const printed = lines.blocks.slice(0, GIVEN_TITLE_LINES).some((block) => squeezed(block.text) === key);
  return printed ? lines : withFirstLine(lines, title);
}

/** Lines at the top of a capture among which its own headline stands. */
const GIVEN_TITLE_LINES = 6;

function hasOwnTitle(lines: PageText): boolean {
  return lines.blocks.some((block) => block.tag === 'title' || block.tag === 'h1');
}

/** Language of the letters that were kept. */
function languageOf(draft: Draft): string | undefined {
  const kept = draft.page.blocks.filter((block) =>
    ['body', 'lede', 'title'].includes(draft.marks[block.index]?.role ?? ''),
  );
  return identifyLanguage(
    kept
      .map((block) => block.text)
      .join('\n')
      .slice(0, LANGUAGE_CHARS),
  );
}

/** Letters after which the answer no longer changes. */
const LANGUAGE_CHARS = 4000;

function pick(input: ExtractInput): { url?: string; given?: string } {
  return { ...(input.url ? { url: input.url } : {}), ...(input.outlet ? { given: input.outlet } : {}) };
}

function commonFields(
  draft: Draft,
  input: ExtractInput,
  { outlet, names }: { outlet?: ExtractedPage['outlet']; names: OutletNames },
) {
  const language = languageOf(draft);
  return {
    text: draft.page.text,
    ...(input.url ? { url: input.url } : {}),
    ...assembleText(draft),
    ...publishedField(draft, input),
    ...(draft.modified ? { modified: draft.modified } : {}),
    ...(draft.newsCode ? { newsCode: draft.newsCode } : {}),
    ...(language ? { language } : {}),
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

/** The page's own date, else the one that came beside it. */
function publishedField(draft: Draft, { published }: ExtractInput): Pick<ExtractedPage, 'published'> {
  if (draft.published) return { published: draft.published };
  const given = published === undefined ? undefined : parseInstant(published);
  return given && published !== undefined
    ? { published: { ...given, surface: published, basis: 'input' } }
    : {};
}

/** «به گزارش راهبرد معاصر» on its own page says who publishes, not whom it took the news from. */
function isOwnName(credit: Credit, outlet: ExtractedPage['outlet'], names: OutletNames): boolean {
  if (!outlet || credit.evidence.rule !== 'credit/by-report-of') return false;
  return (
    credit.name === outlet.name || (outlet.id !== undefined && names.named(credit.name)?.id === outlet.id)
  );
}

function topicField(topic: TopicPage | undefined): Pick<ExtractedPage, 'topic'> {
  if (!topic) return {};
  const { name, count, items } = topic;
  return {
    topic: { items, ...(name === undefined ? {} : { name }), ...(count === undefined ? {} : { count }) },
  };
}

function noText(issues: readonly Issue[]): ExtractResult {
  return { value: undefined, issues, trace: [] };
}
