import type { ExtractedPage, PageDate } from '../model/extracted_page.js';
import { cut, type Span } from '../model/span.js';

/**
 * The fields of one answer of `sanad pipe extract` beside its `id`: names of the public contract, `null` for what is absent. With text
 * in, `spans` point into that text; with HTML in, `text` is the page's text into which `boilerplate` points.
 */
export function toPipeRecord(page: ExtractedPage, source: 'html' | 'text'): Record<string, unknown> {
  const letters = (range: Span | undefined) => (range ? cut(page.text, range) : null);
  return {
    kind: page.kind,
    outlet: page.outlet?.name ?? null,
    republishedBy: page.republishedBy
      ? {
          name: page.republishedBy.name ?? null,
          evidence: spanWithText(page.text, page.republishedBy.evidence.span),
        }
      : null,
    title: letters(page.title),
    kicker: letters(page.kicker),
    lede: letters(page.lede),
    body: page.body.map((block) => cut(page.text, block.span)),
    published: toPipeDate(page.published),
    modified: toPipeDate(page.modified),
    newsCode: page.newsCode ?? null,
    category: page.category,
    tags: page.tags,
    authors: page.authors,
    credits: page.credits.map(({ name, surface }) => ({ name, surface })),
    images: page.images.map(({ url, caption }) => ({ url, caption: caption ?? null })),
    comments: page.comments.map(({ author, text, publishedAt }) => ({
      author: author ?? null,
      text,
      published: publishedAt ?? null,
    })),
    counts: page.counts ? { views: page.counts.views ?? null, comments: page.counts.comments ?? null } : null,
    topic: page.topic
      ? {
          name: page.topic.name ?? null,
          count: page.topic.count ?? null,
          items: page.topic.items.map(({ title, text, url }) => ({
            title: title ?? null,
            text: text ?? null,
            url: url ?? null,
          })),
        }
      : null,
    listing: page.listing ? { items: page.listing.items } : null,
    boilerplate: page.boilerplate.map(({ kind, evidence }) => ({
      kind,
      start: evidence.span.start,
      end: evidence.span.end,
    })),
    language: page.language ?? null,
    canonicalUrl: page.canonicalUrl ?? null,
    issues: page.issues,
    ...(source === 'text' ? { spans: spansOf(page) } : { text: page.text }),
  };
}

function spansOf(page: ExtractedPage): Record<string, unknown> {
  return {
    title: page.title ?? null,
    kicker: page.kicker ?? null,
    lede: page.lede ?? null,
    body: page.body.map((block) => block.span),
    items: (page.topic?.items ?? []).map((item) => item.span),
  };
}

function toPipeDate(date: PageDate | undefined): Record<string, unknown> | null {
  return date ? { iso: date.iso, surface: date.surface, precision: date.precision, basis: date.basis } : null;
}

function spanWithText(text: string, range: Span): { start: number; end: number; text: string } {
  return { start: range.start, end: range.end, text: cut(text, range) };
}
