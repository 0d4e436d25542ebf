/** What grouping reads of an article: its own words, never what stood around them. */
import { findChain } from '../analyse/chain.js';
import { readDocument } from '../analyse/document.js';
import type { AnalyseInput, PartRole, TextPart } from '../model/analysis.js';
import type { AttributionHop } from '../model/attribution.js';
import type { PageWords } from '../model/extracted_page.js';
import type { Outlet } from '../model/outlet.js';
import { cut, type Span } from '../model/span.js';
import type { Report } from '../model/story.js';
import type { Registry } from '../sources/registry.js';
import { sectionOf } from './section_of.js';

/** Who printed a page: for an aggregator's copy the aggregator, whose words they are not. */
interface Publisher {
  readonly id?: string;
  readonly name: string;
  readonly family?: string;
}

/** Everything about a report that does not depend on others. */
interface ReadReport {
  readonly report: Report;
  readonly publisher: Publisher;
  readonly section?: string;
  readonly at: string;
  readonly isDated: boolean;
}

/** A version of an article as it was seen. */
interface SeenVersion {
  readonly articleId: number;
  readonly seenAt: string;
  readonly page: PageWords;
}

const NAMELESS = '?';

/** The chain of a version; spans point into the text of its page. */
export function chainOf(page: PageWords, registry: Registry): readonly AttributionHop[] {
  const { forwardedFrom } = page;
  return findChain(readDocument(analyseInputOf(page, registry)), {
    registry,
    ...(forwardedFrom === undefined ? {} : { forwardedFrom }),
  });
}

/** What analysis reads of a page: headline, lede and body, never what stood around them. */
export function analyseInputOf(page: PageWords, registry: Registry): AnalyseInput {
  const publisher = publisherOf(page, registry);
  const outlet = publisher.id ?? (publisher.name === NAMELESS ? undefined : publisher.name);
  return {
    text: page.text,
    parts: partsOf(page),
    ...(outlet === undefined ? {} : { outlet }),
    ...(page.published && { published: page.published.iso }),
  };
}

/** The report that a first version is, with its chain. */
export function readReport(
  seen: SeenVersion,
  registry: Registry,
  chain: readonly AttributionHop[],
): ReadReport {
  const { page, seenAt } = seen;
  const publisher = publisherOf(page, registry);
  const section = sectionOf(page.category);
  const printed = printedInstant(page);
  // A page can lie about its future: nothing was published after we saw it.
  const at = printed !== undefined && printed < seenAt ? printed : seenAt;
  return {
    publisher,
    isDated: printed !== undefined,
    at,
    ...(section === undefined ? {} : { section }),
    report: {
      id: String(seen.articleId),
      outlet: publisher.id ?? publisher.name,
      text: readingText(page),
      chain,
      ...(publisher.family === undefined ? {} : { family: publisher.family }),
      ...(printed !== undefined && { published: at }),
      ...(page.title && { title: cut(page.text, page.title) }),
      ...(page.forwardedFrom === undefined ? {} : { forwardedFrom: page.forwardedFrom }),
    },
  };
}

const DAY_MS = 86_400_000;

/** The latest instant that a printed date allows: of a bare day its end, since it was published by then. UTC. */
function printedInstant({ published }: PageWords): string | undefined {
  const ms = Date.parse(published?.iso ?? '');
  if (published === undefined || Number.isNaN(ms)) return undefined;
  const hasClock = published.precision === 'minute' || published.precision === 'hour';
  return new Date(hasClock ? ms : ms + DAY_MS - 1).toISOString();
}

/** Lede and body, a line each: the text into which shared spans point. The store joins its columns the same way. */
function readingText(page: PageWords): string {
  const body = page.body.map(({ span }) => cut(page.text, span)).join('\n');
  return page.lede ? `${cut(page.text, page.lede)}\n${body}` : body;
}

/** The aggregator that put up a page of another outlet's words; absent where it is none or unknown. */
export function aggregatorOf(page: PageWords, registry: Registry): Outlet | undefined {
  return page.republishedBy && page.url !== undefined ? registry.outletByUrl(page.url) : undefined;
}

function publisherOf(page: PageWords, registry: Registry): Publisher {
  const host = aggregatorOf(page, registry);
  const id = host?.id ?? page.outlet?.id;
  const known = id === undefined ? undefined : registry.outletById(id);
  return {
    name: known?.name ?? page.outlet?.name ?? NAMELESS,
    ...(id === undefined ? {} : { id }),
    ...(known?.family === undefined ? {} : { family: known.family }),
  };
}

/** What may be read, in the order of the text; a part inside another is left out. */
function partsOf(page: PageWords): readonly TextPart[] {
  const named = (role: PartRole, span: Span | undefined): TextPart[] => (span ? [{ role, ...span }] : []);
  const parts = [
    ...named('headline', page.title),
    ...named('lede', page.lede),
    ...page.body.flatMap(({ span }) => named('body', span)),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return parts.filter((part) => {
    const isFree = part.start >= end;
    end = Math.max(end, part.end);
    return isFree;
  });
}
