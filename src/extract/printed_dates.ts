import type { Element } from 'domhandler';
import type { PageDate } from '../model/extracted_page.js';
import type { Block } from './block.js';
import { lineOf } from './block_lookup.js';
import type { PageProfile } from './cms_profile.js';
import { type DateLine, readDateLine, readDateline, toPageDate } from './date_lines.js';
import type { Draft } from './draft.js';
import { readInstant } from './machine_dates.js';
import type { PageMeta } from './page_meta.js';
import { selectFirstOf } from './select.js';
import { frameTest, menuBetween } from './site_chrome.js';

/** What the visible page says about its time. */
export interface PrintedDates {
  readonly published?: PageDate;
  readonly modified?: PageDate;
}

/** Where dates may stand: places that the profile names, and the lines around headline and first paragraph. */
export interface DatePlaces {
  readonly meta: PageMeta;
  readonly profiles: readonly PageProfile[];
  readonly head: readonly Block[];
  readonly title: Block | undefined;
  readonly first: Block | undefined;
  /** Lines just below the text: «منتشر شده در …»; only labelled ones count. */
  readonly tail: readonly Block[];
}

/** Elements that a profile names and that are read. */
const PROFILE_PLACES = 3;
/** Parts of a page whose dates are of other articles or of readers. */
const OTHERS = new Set(['comments', 'related', 'most_viewed', 'latest', 'footer', 'advert']);

/** Lines directly below the headline are the article's, whatever their element is called. */
const BELOW_TITLE = 2;

/**
 * The dates that a reader sees: a labelled line before one without a label, the profile's places before the lines of
 * the head, `time` elements last. The frame of the site and boxes of other articles do not count.
 */
export function readPrintedDates(draft: Draft, places: DatePlaces): PrintedDates {
  const inFrame = frameTest([places.title?.element, places.first?.element]);
  const found: { published?: PageDate; modified?: PageDate } = {};
  const named = profileElements(places).filter((element) => !inFrame(element));
  const lines = [
    ...named.flatMap((element) => lineOf(draft, element) ?? []),
    ...places.head.filter((block) => isOfArticle(draft, block, { inFrame, title: places.title })),
  ];
  for (const block of lines) takeLine(draft, readDateLine(block), found);
  for (const block of places.tail) {
    const line = isOfArticle(draft, block, { inFrame, title: undefined }) ? readDateLine(block) : undefined;
    if (line && line.label !== 'none') takeLine(draft, line, found);
  }
  for (const block of datelineBlocks(draft, places))
    if (!found.published) takeLine(draft, readDateline(block), found);
  if (found.published?.basis === 'labelled_line') return found;
  const machine = machineDate([...named, ...timeElements(draft, places, inFrame)]);
  // Both are lines of the head: the one in the machine's form is exact where it names the printed day.
  const isBetter = machine && (!found.published || sameDay(machine, found.published));
  return isBetter ? { ...found, published: machine } : found;
}

/** Lines below the headline in which a text may begin with its day. */
const DATELINE_REACH = 6;

function datelineBlocks(draft: Draft, { title, first }: DatePlaces): Block[] {
  const below = title && title.tag !== 'title' ? title.index : undefined;
  const near = below === undefined ? [] : draft.page.blocks.slice(below + 1, below + 1 + DATELINE_REACH);
  return first ? [...near, first] : near;
}

function sameDay(a: PageDate, b: PageDate): boolean {
  return (
    Math.abs(Date.parse(a.iso) - Date.parse(b.iso)) <= DAY_MS &&
    a.precision === 'minute' &&
    b.precision !== 'minute'
  );
}

const DAY_MS = 86_400_000;

function takeLine(
  draft: Draft,
  line: DateLine | undefined,
  found: { published?: PageDate; modified?: PageDate },
): void {
  if (!line) return;
  const surface = draft.page.text.slice(line.span.start, line.span.end);
  const basis = line.label === 'none' ? 'header_line' : 'labelled_line';
  const date = toPageDate(draft, { mention: line.mention, surface, basis });
  if (!date) return;
  if (line.label === 'modified') found.modified ??= date;
  else if (!found.published || (found.published.basis === 'header_line' && basis === 'labelled_line'))
    found.published = date;
}

function profileElements({ profiles, meta }: DatePlaces): Element[] {
  return profiles.flatMap(({ select }) => selectFirstOf(select.date, meta.index).slice(0, PROFILE_PLACES));
}

function isOfArticle(
  draft: Draft,
  block: Block,
  { inFrame, title }: { inFrame: (element: Element | undefined) => boolean; title: Block | undefined },
): boolean {
  const isBelowTitle =
    title !== undefined && block.index > title.index && block.index - title.index <= BELOW_TITLE;
  if (block.hint && OTHERS.has(block.hint.kind) && !isBelowTitle) return false;
  return !inFrame(block.element) && !menuBetween(draft.page.blocks, block, title);
}

function timeElements(
  draft: Draft,
  { meta }: DatePlaces,
  inFrame: (element: Element | undefined) => boolean,
): Element[] {
  const elements = meta.index.byName.get('time') ?? [];
  return elements.filter(
    (element) => !inFrame(element) && !OTHERS.has(lineOf(draft, element)?.hint?.kind ?? ''),
  );
}

function machineDate(elements: readonly Element[]): PageDate | undefined {
  for (const element of elements) {
    const value = element.attribs.datetime ?? textOfTime(element);
    const date = value ? readInstant(value) : undefined;
    if (date && value) return { ...date, surface: value, basis: 'header_line' };
  }
  return undefined;
}

function textOfTime(element: Element): string {
  const child = element.children[0];
  return element.name === 'time' && child?.type === 'text' ? child.data.trim() : '';
}
