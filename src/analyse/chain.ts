// The chain of sources of a report: who printed it, whom it credits, who said it first, who stays unnamed.

import type { AttributionHop, AttributionRelation } from '../model/attribution.js';
import type { Outlet } from '../model/outlet.js';
import { outletNamesOf } from '../persian/outlet_names.js';
import { squeezed } from '../persian/squeeze.js';
import type { Registry } from '../sources/registry.js';
import { type AnonymousSource, findAnonymousSources } from './anonymous_sources.js';
import { findBylineSource } from './byline_source.js';
import { findSourceGroups, type SourceGroup, type SourceMention } from './chain_mentions.js';
import type { Document } from './document.js';
import { foldBlock } from './folded_block.js';
import { findTrailingCredits } from './trailing_credits.js';

/** What the chain needs beside the text. */
export interface ChainContext {
  readonly registry: Registry;
  /** Id or name of the outlet from which a channel's post was forwarded. */
  readonly forwardedFrom?: string;
}

/**
 * The hops of a report in order: publisher, media between, original, then what is cited for a part, unnamed
 * sources and interviews as they come. A source stands in the chain once. Spans point into the text; a publisher
 * that the text does not name, and an outlet that a post was forwarded from, have none.
 */
export function findChain(document: Document, context: ChainContext): readonly AttributionHop[] {
  if (document.blocks.every(({ role }) => role === 'teaser')) return publisherAlone(document, context);
  const draft = startDraft(document, context);
  const lines = document.blocks.filter((line) => isRead(line, document.text));
  const names = outletNamesOf(context.registry.outlets);
  lines.forEach((line, index) => {
    const block = foldBlock(document.text, line);
    if (index === 0) takeByline(draft, findBylineSource(block, names));
    for (const group of findSourceGroups({ block, names, first: opens(lines, index) }))
      takeGroup(draft, group, index);
    takeAnonymous(
      draft,
      findAnonymousSources(block).filter(({ rule }) => !announces(draft, rule, lines, index)),
    );
  });
  for (const credit of findTrailingCredits(document, names)) takeTrailing(draft, credit);
  takeForward(draft, context);
  return hopsOf(draft);
}

/** A line that says something: channels print lines of signs alone. */
function isRead({ role, start, end }: Document['blocks'][number], text: string): boolean {
  return (role === 'body' || role === 'lede') && /\p{L}{2}/u.test(text.slice(start, end));
}

/** «یک مقام لبنانی گفت …» in a lede, or in a first line without a formula, is mostly named in the body. */
function announces(draft: Draft, rule: string, lines: Document['blocks'], index: number): boolean {
  if (lines[index]?.role === 'lede') return true;
  const bare = draft.sources.length === 0 && draft.publisher?.evidence === undefined;
  return rule === 'chain/unnamed-official' && index === 0 && lines.length > 1 && bare;
}

/** The lede, and the first line of the body behind it. */
function opens(lines: Document['blocks'], index: number): boolean {
  return index === 0 || (index === 1 && lines[0]?.role === 'lede');
}

interface Draft {
  readonly outlet?: Outlet;
  /** As given, where the registry has no such outlet. */
  readonly outletName?: string;
  /** A handle or domain that the registry does not know; the text may tell its name. */
  readonly handle?: string;
  publisher?: AttributionHop;
  /** Sources of the whole report, nearest first; the last is the original. */
  readonly sources: SourceMention[];
  readonly wires: SourceMention[];
  /** Line in which the report's source was named. */
  sourcesAt?: number;
  /** Further groups of the same formula: co-originals. */
  readonly rest: AttributionHop[];
}

function startDraft({ outlet: given }: Document, { registry }: ChainContext): Draft {
  const draft: Draft = { sources: [], wires: [], rest: [] };
  if (given === undefined) return draft;
  const outlet =
    registry.outletById(given) ?? outletNamesOf(registry.outlets).named(given) ?? registry.outletByUrl(given);
  if (outlet) return { ...draft, outlet, publisher: unnamedHop(outlet.name, outlet, 'publisher') };
  if (/^[\w.-]+$/.test(given)) return { ...draft, handle: given };
  return { ...draft, outletName: given, publisher: unnamedHop(given, undefined, 'publisher') };
}

function publisherAlone(document: Document, context: ChainContext): readonly AttributionHop[] {
  return hopsOf(startDraft(document, context));
}

function takeByline(draft: Draft, byline: SourceMention | undefined): void {
  if (!byline) return;
  const own = draft.handle === undefined || (byline.outlet && sharesName(draft.handle, byline.outlet));
  if ((!draft.publisher && own) || isPublisher(draft, byline)) draft.publisher = hopOf(byline, 'publisher');
}

/** How many lines into the text a formula may still carry the whole report. */
const SOURCE_LINES = 6;

function takeGroup(draft: Draft, group: SourceGroup, line: number): void {
  const mentions = withoutPublisher(draft, group);
  const carries =
    group.leads &&
    (group.use === 'formula' || (group.use === 'subject' && line <= 1)) &&
    line <= SOURCE_LINES &&
    (draft.sources.every(isDescribed) || continues(draft, group, line));
  for (const mention of mentions) {
    if (mention.kind === 'institution') addRest(draft, mention, 'cited');
    else if (carries) addSource(draft, mention, line);
    else addRest(draft, mention, relationOf(draft, group, line));
  }
}

/** «یک روزنامهٔ روسی» of a lede, which the body names. */
function isDescribed({ name, outlet }: SourceMention): boolean {
  return outlet === undefined && /^یک\s/u.test(name);
}

/** «ایرنا نوشت: …» in the lede and «به گزارش آناتولی، …» at the head of the body are one chain. */
function continues(draft: Draft, group: SourceGroup, line: number): boolean {
  return (
    draft.sourcesAt !== undefined &&
    line - draft.sourcesAt === 1 &&
    line === 1 &&
    draft.sources.every(({ rule }) => rule === 'chain/subject') &&
    group.use === 'formula'
  );
}

function relationOf(draft: Draft, { use }: SourceGroup, line: number): AttributionRelation {
  if (use === 'interview' || use === 'asked') return 'interview_with';
  if (use !== 'told') return 'cited';
  return draft.sources.length === 0 && line === 0 ? 'original' : 'interview_with';
}

/** The group without the publisher, who is found here where nobody else told of him. */
function withoutPublisher(draft: Draft, { use, mentions }: SourceGroup): readonly SourceMention[] {
  const [first] = mentions;
  if (!first) return [];
  const names = use === 'formula' || use === 'subject';
  if (names && !draft.publisher && first.kind === 'medium' && mayPublish(draft, first, mentions.length)) {
    draft.publisher = hopOf(first, 'publisher');
    return mentions.slice(1);
  }
  return mentions.filter((mention) => {
    if (!isPublisher(draft, mention)) return true;
    if (names && draft.publisher && !draft.publisher.evidence)
      draft.publisher = { ...draft.publisher, evidence: { span: mention.span, rule: mention.rule } };
    return use === 'interview';
  });
}

/** Whether the first name of a formula is the page's own outlet: «به گزارش رویترز، …» alone tells of another. */
function mayPublish({ handle }: Draft, mention: SourceMention, count: number): boolean {
  const { outlet, rule } = mention;
  if (rule !== 'chain/by-report-of' && (rule !== 'chain/subject' || handle !== undefined)) return false;
  if (mention.desk || count > 1) return true;
  if (!outlet) return rule === 'chain/by-report-of' && !/[A-Za-z]/.test(mention.name);
  if (handle !== undefined) return outlet.domains.length === 0 || sharesName(handle, outlet);
  return outlet.country === 'IR' || outlet.domains.length > 0;
}

/** The channel `farsna` is of the outlet `fars`. */
function sharesName(handle: string, { id }: Outlet): boolean {
  const stem = handle.toLowerCase().replace(/\..*$/, '');
  return stem.includes(id) || id.includes(stem);
}

function isPublisher(draft: Draft, mention: SourceMention): boolean {
  const id = draft.outlet?.id ?? draft.publisher?.outlet;
  if (id !== undefined) return mention.outlet?.id === id;
  const own = draft.outletName ?? draft.publisher?.name;
  return own !== undefined && sameName(own, mention.name);
}

function addSource(draft: Draft, mention: SourceMention, line: number): void {
  const described = draft.sources.findIndex(isDescribed);
  if (described >= 0) draft.sources.splice(described, 1);
  if (draft.sources.some((source) => sameSource(source, mention))) return;
  draft.sources.push(mention);
  draft.sourcesAt = line;
}

function addRest(draft: Draft, mention: SourceMention, relation: AttributionRelation): void {
  const known = [...draft.sources.map((source) => hopOf(source, 'via')), ...draft.rest];
  if (relation !== 'interview_with' || !isPublisher(draft, mention)) {
    if (known.some((hop) => sameSource(hop, mention))) return;
  } else if (draft.rest.some((hop) => sameSource(hop, mention))) return;
  draft.rest.push(hopOf(mention, relation));
}

/**
 * The chain shows the first unnamed source: «یک فرد مطلع», «یک منبع آگاه» and «این منبع» of one text are seldom told
 * apart.
 */
function takeAnonymous(draft: Draft, [first]: readonly AnonymousSource[]): void {
  if (!first || draft.rest.some(({ anonymous }) => anonymous)) return;
  const { name, span, rule } = first;
  draft.rest.push({ name, relation: 'cited', anonymous: true, evidence: { span, rule } });
}

function takeTrailing(draft: Draft, credit: SourceMention & { readonly mark: 'source_line' | 'wire' }): void {
  if (isPublisher(draft, credit)) return;
  if ([...draft.sources, ...draft.wires].some((source) => sameSource(source, credit))) return;
  const cited = draft.rest.findIndex((hop) => sameSource(hop, credit));
  if (cited >= 0) draft.rest.splice(cited, 1);
  if (credit.mark === 'wire' || draft.sources.length > 0) draft.wires.push(credit);
  else draft.sources.push({ ...credit });
}

function takeForward(draft: Draft, { registry, forwardedFrom: given }: ChainContext): void {
  if (given === undefined) return;
  const outlet =
    registry.outletById(given) ?? outletNamesOf(registry.outlets).named(given) ?? registry.outletByUrl(given);
  const hop = unnamedHop(outlet?.name ?? given, outlet, 'via');
  if ([...draft.sources, ...draft.wires].some((source) => sameSource(source, hop))) return;
  if (draft.publisher && sameSource(draft.publisher, hop)) return;
  const others = draft.rest.filter((other) => !sameSource(other, hop));
  draft.rest.splice(0, draft.rest.length, hop, ...others);
}

function hopsOf({ publisher: named, handle, sources, wires, rest }: Draft): readonly AttributionHop[] {
  const publisher = named ?? (handle === undefined ? undefined : unnamedHop(handle, undefined, 'publisher'));
  const last = sources.length - 1;
  const firstOriginal = sources[last]?.rule === 'chain/and' ? last - 1 : last;
  const forwarded = rest.filter(({ relation }) => relation === 'via');
  const told = rest.filter(({ relation }) => relation === 'original');
  const others = rest.filter(({ relation }) => relation !== 'via' && relation !== 'original');
  return [
    ...(publisher ? [publisher] : []),
    ...forwarded,
    ...wires.map((wire) => hopOf(wire, 'via')),
    ...sources.map((source, index) => hopOf(source, index < firstOriginal ? 'via' : 'original')),
    ...told,
    ...others.sort((a, b) => (a.evidence?.span.start ?? 0) - (b.evidence?.span.start ?? 0)),
  ];
}

function hopOf({ name, outlet, span, rule }: SourceMention, relation: AttributionRelation): AttributionHop {
  return { name, ...(outlet && { outlet: outlet.id }), relation, anonymous: false, evidence: { span, rule } };
}

function unnamedHop(name: string, outlet: Outlet | undefined, relation: AttributionRelation): AttributionHop {
  return { name, ...(outlet && { outlet: outlet.id }), relation, anonymous: false };
}

interface Named {
  readonly name: string;
  readonly outlet?: Outlet | string;
}

function sameSource(one: Named, other: Named): boolean {
  const id = (named: Named) => (typeof named.outlet === 'string' ? named.outlet : named.outlet?.id);
  if (id(one) !== undefined && id(other) !== undefined) return id(one) === id(other);
  return sameName(one.name, other.name);
}

function sameName(one: string, other: string): boolean {
  return squeezed(one) === squeezed(other);
}
