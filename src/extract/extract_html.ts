import type { ExtractedPage, PageImage } from '../model/extracted_page.js';
import { fatal, type Issue } from '../model/issue.js';
import type { Outlet } from '../model/outlet.js';
import { outletNamesOf } from '../persian/outlet_names.js';
import type { Registry } from '../sources/registry.js';
import { type Draft, newDraft } from './draft.js';
import { type ExtractInput, type ExtractResult, noText } from './extract_input.js';
import { withHiddenBody } from './hidden_body.js';
import { linearise } from './linearise.js';
import { findComments } from './page_comments.js';
import { decideKind } from './page_kind.js';
import { findHeadlineLinks, type HeadlineLink, listingOf, topicOf } from './page_listing.js';
import { metaOf, type PageMeta, readPageMeta } from './page_meta.js';
import { findOutlet } from './page_outlet.js';
import { parseHtml } from './parse_html.js';
import { readHtmlArticle } from './read_html.js';
import { readingView } from './reading_view.js';
import { resolveUrl } from './resolve_url.js';
import { commonFields, inputClues, languageOf, topicField, withGivenTitle } from './result_fields.js';
import { traceOf } from './trace.js';

/** Reads a page of HTML; `before` are the issues of decoding it. */
export function extractHtml(
  input: ExtractInput,
  html: string,
  tools: { registry: Registry; before: readonly Issue[] },
): ExtractResult {
  const { document, issues } = parseHtml(html);
  const meta = readPageMeta(document);
  const lines = withHiddenBody(linearise(document), meta.articles.find((article) => article.body)?.body);
  const ownTitle = lines.blocks.some((block) => block.tag === 'title' || block.tag === 'h1');
  const draft = newDraft(ownTitle ? lines : withGivenTitle(lines, input.title), 'html');
  if (input.hostLines) draft.hostLines = input.hostLines;
  draft.issues.push(...tools.before, ...issues);
  if (lines.blocks.length === 0) {
    return noText([...draft.issues, fatal('extract.empty', 'Cannot extract a page: it has no letters')]);
  }
  const { registry } = tools;
  const names = outletNamesOf(registry.outlets);
  const article = readHtmlArticle(
    draft,
    { document, meta, ...(input.url ? { url: input.url } : {}) },
    { registry, names },
  );
  const claimed = meta.articles[0]?.publisher ?? metaOf(meta, ['og:site_name']);
  const found = findOutlet(draft, {
    registry,
    names,
    bylines: article.bylines,
    ...inputClues(input),
    ...(claimed ? { claimed } : {}),
  });
  const images = imagesOf(article.images, meta, input.url);
  const links = findHeadlineLinks(draft, input.url);
  const kind = decideKind(draft, {
    meta,
    imageCount: images.length,
    headlineCount: links.length,
    ...(input.url ? { url: input.url } : {}),
  });
  // A list has the dates of its entries and none of its own.
  if (kind === 'home' || kind === 'topic') forgetDates(draft);
  const value: ExtractedPage = {
    ...commonFields(draft, input, { names, ...found }),
    ...found,
    ...headFields(draft, meta, input.url),
    images,
    comments: findComments(meta),
    kind,
    ...(kind === 'article'
      ? readingField(draft, input.url, registry.outletById(found.outlet?.id ?? ''))
      : {}),
    ...listFields(draft, kind, links),
  };
  return { value, issues: value.issues, trace: traceOf(draft, value), openLines: draft.openLines };
}

function forgetDates(draft: Draft): void {
  delete draft.published;
  delete draft.modified;
}

/** Only what may be shown in full is kept in a form to be shown. */
function readingField(
  draft: Draft,
  base: string | undefined,
  outlet: Outlet | undefined,
): Pick<ExtractedPage, 'readingHtml'> {
  const readingHtml = outlet?.fullTextAllowed ? readingView(draft, base) : undefined;
  return readingHtml === undefined ? {} : { readingHtml };
}

/** A front page or topic page has items and no body of its own. */
function listFields(
  draft: Draft,
  kind: ExtractedPage['kind'],
  links: readonly HeadlineLink[],
): Partial<ExtractedPage> {
  if (kind === 'home') return { listing: { items: listingOf(links) }, body: [] };
  if (kind === 'topic') return { ...topicField(topicOf(draft, links)), body: [] };
  return {};
}

function headFields(
  draft: Draft,
  meta: PageMeta,
  base: string | undefined,
): Pick<ExtractedPage, 'canonicalUrl' | 'language'> {
  const canonicalUrl = resolveUrl(meta.canonicalUrl ?? metaOf(meta, ['og:url']), base);
  return {
    ...(canonicalUrl ? { canonicalUrl } : {}),
    ...(meta.language && languageOf(draft) === undefined ? { language: meta.language } : {}),
  };
}

/** The picture that the head names first, then those of the article. */
function imagesOf(found: readonly PageImage[], meta: PageMeta, base: string | undefined): PageImage[] {
  const lead = resolveUrl(
    metaOf(meta, ['og:image', 'twitter:image', 'twitter:image:src']) ?? meta.articles[0]?.images[0],
    base,
  );
  if (!lead || found.some(({ url }) => url === lead)) return [...found];
  return [{ url: lead }, ...found];
}
