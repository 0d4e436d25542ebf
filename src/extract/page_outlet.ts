import type { Evidence } from '../model/evidence.js';
import type { ExtractedPage } from '../model/extracted_page.js';
import type { Outlet } from '../model/outlet.js';
import { type Span, span } from '../model/span.js';
import type { OutletNames } from '../persian/outlet_names.js';
import type { Registry } from '../sources/registry.js';
import type { Byline } from './byline.js';
import { type Draft, squeezedLine } from './draft.js';
import { outletOfReadMore, type TopicPage } from './topic_page.js';

/** Everything that may tell who publishes a page, in the order in which it is believed. */
export interface OutletClues {
  readonly registry: Registry;
  readonly names: OutletNames;
  readonly url?: string;
  /** Name given with the input by somebody who knows: a record's `outlet`. */
  readonly given?: string;
  /** Publisher of JSON-LD, `og:site_name`. */
  readonly claimed?: string;
  readonly bylines: readonly Byline[];
  readonly topic?: TopicPage;
}

type FoundOutlet = NonNullable<ExtractedPage['outlet']>;
type Republished = NonNullable<ExtractedPage['republishedBy']>;

/** The outlet whose text a page is, and the aggregator that shows it where it is a copy. */
export function findOutlet(
  draft: Draft,
  clues: OutletClues,
): { outlet?: FoundOutlet; republishedBy?: Republished } {
  const host = clues.url === undefined ? undefined : clues.registry.outletByUrl(clues.url);
  const claimed = host ?? (clues.claimed ? clues.names.named(clues.claimed) : undefined);
  const aggregator =
    findAggregatorWords(draft) ?? (claimed?.kind === 'aggregator' ? ownPageEvidence(draft) : undefined);
  const given = clues.given ? foundByName(clues, clues.given) : undefined;
  if (!aggregator) {
    const outlet = given ?? ofSite(claimed, clues) ?? outletInText(draft, clues);
    return outlet ? { outlet } : {};
  }
  const name = claimed?.name ?? clues.claimed;
  const outlet = given ?? outletInText(draft, clues);
  return {
    republishedBy: { ...(name ? { name } : {}), evidence: aggregator },
    ...(outlet ? { outlet } : {}),
  };
}

/** The outlet of the host, or what the page's head calls its site. */
function ofSite(known: Outlet | undefined, clues: OutletClues): FoundOutlet | undefined {
  if (known) return ofRegistry(known);
  return clues.claimed ? { name: clues.claimed.slice(0, MAX_SITE_NAME_CHARS) } : undefined;
}

const MAX_SITE_NAME_CHARS = 80;

/** «تمامی اخبار بطور خودکار …»: the words with which aggregators say what they are. */
const AGGREGATOR_WORDS: readonly RegExp[] = [
  /(?:اخبار|مطالب|خبرها|محتوا|محتوای)[^.]{0,40}خودکار[^.]{0,60}(?:منابع|منبع|سایتها|خبرگزاریها|جمعاوری|جمعآوری|گرداوری|گردآوری|بازنشر)/u,
  /خودکار[^.]{0,30}(?:جمعاوری|جمعآوری|گرداوری|گردآوری)[^.]{0,30}(?:میشود|شده)/u,
  /(?:موتور|جستجوگر|جویشگر)(?:جستجوی|هوشمند)?(?:خبر|اخبار)[^.]{0,60}(?:خودکار|منابع)/u,
];
const AGGREGATOR_LINE_CHARS = 400;

function findAggregatorWords(draft: Draft): Evidence | undefined {
  for (const block of draft.page.blocks.toReversed().slice(0, 400)) {
    if (block.text.length > AGGREGATOR_LINE_CHARS || draft.marks[block.index]?.role === 'body') continue;
    const { letters } = squeezedLine(draft, block);
    if (AGGREGATOR_WORDS.some((words) => words.test(letters)))
      return { span: block.span, rule: 'outlet/aggregator-words' };
  }
  return undefined;
}

function ownPageEvidence(draft: Draft): Evidence {
  return { span: draft.page.blocks[0]?.span ?? span(0, 0), rule: 'outlet/aggregator-host' };
}

/** Byline and dateline, then «به گزارش X», then «در X بیشتر بخوانید». */
function outletInText(draft: Draft, clues: OutletClues): FoundOutlet | undefined {
  return ofBylines(draft, clues.bylines) ?? ofLeadingCredit(draft, clues.names) ?? ofReadMore(clues);
}

function ofBylines(draft: Draft, bylines: readonly Byline[]): FoundOutlet | undefined {
  const byline = bylines.find((found) => found.outlet ?? found.outletName);
  if (!byline) return undefined;
  const cutting = draft.cuttings.find((cut) => cut.rule === byline.rule);
  const evidence = cutting ? { span: cutting.span, rule: byline.rule } : undefined;
  if (byline.outlet) return ofRegistry(byline.outlet, evidence);
  return { name: byline.outletName ?? '', ...(evidence ? { evidence } : {}) };
}

/**
 * «به گزارش راهبرد معاصر …» names the publisher, unless it names an agency abroad, which no Persian page is.
 */
function ofLeadingCredit(draft: Draft, names: OutletNames): FoundOutlet | undefined {
  const credit = draft.credits.find((found) => found.evidence.rule === 'credit/by-report-of');
  if (!credit || !/^(?:بنا )?به[\s\u00a0]+گزارش/u.test(credit.surface)) return undefined;
  const outlet = names.named(credit.name);
  if (outlet && isForeign(outlet)) return undefined;
  const evidence = { span: credit.evidence.span, rule: 'outlet/by-report-of' };
  return outlet ? ofRegistry(outlet, evidence) : { name: credit.name, evidence };
}

function ofReadMore({ topic, names }: OutletClues): FoundOutlet | undefined {
  const block = topic?.outletWords;
  const name = block ? outletOfReadMore(block) : undefined;
  if (!block || !name) return undefined;
  const evidence = { span: block.span as Span, rule: 'outlet/read-more-at' };
  const outlet = names.named(name);
  return outlet ? ofRegistry(outlet, evidence) : { name, evidence };
}

function foundByName(clues: OutletClues, name: string): FoundOutlet {
  const outlet =
    clues.registry.outletById(name) ?? clues.registry.outletByUrl(name) ?? clues.names.named(name);
  return outlet ? ofRegistry(outlet) : { name };
}

function ofRegistry(outlet: Outlet, evidence?: Evidence): FoundOutlet {
  return { id: outlet.id, name: outlet.name, ...(evidence ? { evidence } : {}) };
}

function isForeign(outlet: Outlet): boolean {
  return outlet.country !== undefined && !['IR', 'AF', 'TJ'].includes(outlet.country);
}
