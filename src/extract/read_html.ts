import type { Document, Element } from 'domhandler';
import type { PageImage } from '../model/extracted_page.js';
import type { OutletNames } from '../persian/outlet_names.js';
import type { Registry } from '../sources/registry.js';
import type { Block } from './block.js';
import { blockOf } from './block_lookup.js';
import { dropBoxesBetween } from './boxes_between.js';
import type { Byline } from './byline.js';
import { dropTail, findTail, markCueLines, markRepeatedLabels, markTickers } from './clean_lines.js';
import { findProfiles, type PageProfile } from './cms_profile.js';
import { markContextLines } from './context_lines.js';
import { blocksOf, type Draft, drop, isFree } from './draft.js';
import { hintOf } from './element_hints.js';
import { HIDDEN_TAG } from './hidden_body.js';
import { headBlocks, readHtmlDates } from './html_dates.js';
import { markTitle } from './html_title.js';
import { looksLikeParagraph } from './line_shapes.js';
import { findMainContainer, type MainContainer } from './main_container.js';
import { insideTest, markStructure } from './mark_structure.js';
import { readFields } from './page_fields.js';
import { findImages } from './page_images.js';
import type { PageMeta } from './page_meta.js';
import { isElement } from './parse_html.js';
import { finishBody, roleOf } from './read_capture.js';
import { recoverIntro } from './recover_intro.js';
import { type ElementIndex, isWithin, selectFirstOf } from './select.js';

/** A parsed page on its way through the steps. */
export interface HtmlPage {
  readonly document: Document;
  readonly meta: PageMeta;
  readonly url?: string;
}

/** What reading the article found beside the marks on the draft. */
export interface HtmlArticle {
  readonly bylines: readonly Byline[];
  readonly images: readonly PageImage[];
}

/** Reads a page of HTML as an article. */
export function readHtmlArticle(
  draft: Draft,
  page: HtmlPage,
  tools: { registry: Registry; names: OutletNames },
): HtmlArticle {
  const outlet = page.url ? tools.registry.outletByUrl(page.url) : undefined;
  const profiles = findProfiles(page.meta.index, tools.registry, outlet ? { outlet } : {});
  const container = hiddenBody(draft) ?? wholeFragment(page) ?? findContainer(draft, page, profiles);
  if (container) draft.container = container.rule;
  const inside = insideTest(container);
  const first = draft.page.blocks.find(
    (block) => inside(block) && !block.hint && looksLikeParagraph(block.text),
  );
  markTitle(draft, { ...page, profiles, first });
  const title = blocksOf(draft, 'title')[0];
  readHtmlDates(draft, {
    ...page,
    profiles,
    title,
    first,
    head: headBlocks(draft, title, first),
    tail: tailBlocks(draft, inside),
  });
  markByProfile(draft, page.meta.index, profiles);
  readFields(draft, { ...page, profiles, title, first });
  const removed = removedBy(page.meta.index, profiles);
  if (container) {
    dropBoxesBetween(draft, draft.page.blocks.filter(inside));
    markStructure(draft, container, removed);
  } else
    for (const block of draft.page.blocks)
      drop(draft, block, block.hint ?? { kind: 'other', rule: 'no-article' });
  cleanBody(draft);
  recoverIntro(draft);
  const bylines = finishBody(draft, tools.names);
  return { bylines, images: imagesOf(draft, page, container, removed) };
}

/** Lines below the text in which its date may stand. */
const TAIL_LINES = 10;

function tailBlocks(draft: Draft, inside: (block: Block) => boolean): readonly Block[] {
  const last = draft.page.blocks.findLast((block) => inside(block) && !block.hint);
  return last ? draft.page.blocks.slice(last.index + 1, last.index + 1 + TAIL_LINES) : [];
}

function hiddenBody(draft: Draft): MainContainer | undefined {
  const hidden = draft.page.blocks.some((block) => block.tag === HIDDEN_TAG);
  return hidden ? { elements: [], rule: 'main/json-ld', only: HIDDEN_TAG } : undefined;
}

/** A fragment (the body field of a feed or a data set) is its own container. */
function wholeFragment({ document, meta }: HtmlPage): MainContainer | undefined {
  if (meta.elements.some((element) => PAGE_PARTS.has(element.name))) return undefined;
  return { elements: document.children.filter(isElement), rule: 'main/fragment', whole: true };
}

const PAGE_PARTS = new Set(['html', 'head', 'body', 'title', 'main', 'article', 'header', 'footer', 'nav']);

/**
 * The container that a profile names, unless it holds much less text than the general search finds: a theme
 * may give a teaser the class that others give to the article.
 */
function findContainer(
  draft: Draft,
  page: HtmlPage,
  profiles: readonly PageProfile[],
): MainContainer | undefined {
  const general = findMainContainer(draft.page, page.meta);
  const least = general ? proseBelow(draft, general) * PROFILE_SHARE : MIN_PROFILE_CHARS;
  for (const { rule, select } of profiles) {
    for (const selector of select.body) {
      const elements = selectFirstOf([selector], page.meta.index).slice(0, 50);
      const sized = elements.map((element) => ({
        element,
        chars: proseBelow(draft, { elements: [element], rule }),
      }));
      const best = sized.reduce((a, b) => (b.chars > a.chars ? b : a), { element: undefined, chars: 0 } as {
        element: Element | undefined;
        chars: number;
      });
      if (best.element && best.chars >= Math.max(least, 1)) return { elements: [best.element], rule };
    }
  }
  return general;
}

const MIN_PROFILE_CHARS = 40;
const PROFILE_SHARE = 0.5;

function proseBelow(draft: Draft, container: MainContainer): number {
  const inside = insideTest(container);
  return draft.page.blocks.reduce(
    (sum, block) => (inside(block) && !block.hint ? sum + block.text.length - block.linkChars : sum),
    0,
  );
}

/** Kicker and lede where the profile says that they stand. */
function markByProfile(draft: Draft, index: ElementIndex, profiles: readonly PageProfile[]): void {
  for (const role of ['lede', 'kicker'] as const) {
    for (const { rule, select } of profiles) {
      if (blocksOf(draft, role).length > 0) break;
      const block = selectFirstOf(select[role], index).flatMap((element) => blockOf(draft, element) ?? [])[0];
      if (block && isFree(draft, block) && block.text.length < 1500)
        draft.marks[block.index] = { role, rule };
    }
  }
}

function removedBy(index: ElementIndex, profiles: readonly PageProfile[]): Element[] {
  return profiles.flatMap(({ select }) =>
    select.remove.flatMap((selector) => selectFirstOf([selector], index)),
  );
}

/** The line cleaner over what the structure left, then roles. */
function cleanBody(draft: Draft): void {
  const free = draft.page.blocks.filter((block) => isFree(draft, block));
  markCueLines(draft, free);
  markTickers(draft, free);
  const tail = findTail(draft, free, firstParagraph(free) + 1);
  if (tail >= 0) dropTail(draft, free, tail);
  markRepeatedLabels(draft, free);
  markContextLines(draft, free);
  dropTeaserHeads(draft, free);
  const body = free.filter((block) => isFree(draft, block));
  for (const [at, block] of body.entries()) {
    draft.marks[block.index] = {
      role: 'body',
      rule: 'structure/body',
      bodyRole: roleOf(block, at < body.length - 1),
    };
  }
}

/** Headings that no text follows: heads of boxes at the end, rows of teasers in between. */
function dropTeaserHeads(draft: Draft, blocks: readonly Block[]): void {
  let run: Block[] = [];
  const dropRun = (least: number) => {
    if (run.length >= least)
      for (const block of run) drop(draft, block, { kind: 'related', rule: 'structure/head-without-text' });
    run = [];
  };
  for (const block of blocks) {
    if (!isFree(draft, block)) continue;
    if (/^h[1-6]$/.test(block.tag) && BOX_HEAD.test(block.text))
      drop(draft, block, { kind: 'related', rule: 'structure/box-head' });
    else if (/^h[1-6]$/.test(block.tag)) run.push(block);
    else dropRun(TEASER_HEADS);
  }
  dropRun(1);
}

/** Headings that open a box of other articles: «اخبار مرتبط با …», «Weitere Tourentipps», «More from …». */
const BOX_HEAD =
  /^(?:اخبار|خبرهای|مطالب|گزارش‌های) (?:مرتبط|دیگر|بیشتر|تازه)|^(?:weitere|mehr zu[mr]?|mehr aus|aktuelle|entdecke|top[- ]themen|das könnte|more (?:from|on|about|in)|related|recommended|latest|vous aimerez|à lire|sur le même|más sobre|más de|te puede|leia|veja|altri|vedi anche|czytaj|zobacz)(?=[\s:]|$)/iu;

/** Headings in a row that cannot be a subhead of one text any more. */
const TEASER_HEADS = 3;

function firstParagraph(blocks: readonly Block[]): number {
  return blocks.findIndex((block) => looksLikeParagraph(block.text));
}

/** Levels above the text in which the headline, and pictures between the two, may stand. */
const HEADLINE_LEVELS = 6;

/** Pictures of the text, and those between the headline and the text. */
function imagesOf(
  draft: Draft,
  page: HtmlPage,
  container: MainContainer | undefined,
  removed: readonly Element[],
): PageImage[] {
  const elements = container?.elements ?? [];
  const skip = (element: Element) =>
    removed.includes(element) || (isOthers(element) && !elements.some((text) => isWithin(text, element)));
  const title = blocksOf(draft, 'title')[0];
  const above = title?.tag === 'title' ? undefined : title?.element;
  const around = above && elements[0] ? commonRoot(elements[0], above) : undefined;
  if (around && above && elements[0]) {
    const range = { roots: [around], after: above, until: elements.at(-1), skip };
    const found = findImages(range, page.url);
    // A gallery may stand below its text.
    return found.length > 0 ? found : findImages({ ...range, until: undefined }, page.url);
  }
  return findImages({ roots: elements, after: undefined, until: undefined, skip }, page.url);
}

/** Boxes of other articles, tools and adverts bring pictures of their own. */
function isOthers(element: Element): boolean {
  const hint = hintOf(element);
  return hint !== undefined && OTHERS.has(hint.kind);
}

const OTHERS = new Set([
  'navigation',
  'related',
  'most_viewed',
  'latest',
  'share',
  'comments',
  'footer',
  'advert',
  'tags',
]);

/** The nearest element above the text that holds the headline too. */
function commonRoot(text: Element, title: Element): Element | undefined {
  let root: Element | undefined = text;
  for (let level = 0; root?.attribs && root.name !== 'html' && level <= HEADLINE_LEVELS; level++) {
    if (isWithin(title, root)) return root;
    root = (root.parent ?? undefined) as Element | undefined;
  }
  return undefined;
}
