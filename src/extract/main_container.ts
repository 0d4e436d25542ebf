import type { Element } from 'domhandler';
import { type Block, linkShare, type PageText } from './block.js';
import { endsSentence } from './line_shapes.js';
import type { PageMeta } from './page_meta.js';

// Which part of a page is the article, when no profile of its system is known. Markers that systems all over
// the world leave (articleBody, `article`, `post-content` …) are tried from strong to weak; a marker counts
// only when enough of the page's text stands below it. Without markers the element wins below which text
// outweighs lists and links.

/** The element (or sibling elements) that hold the article, and why. */
export interface MainContainer {
  readonly elements: readonly Element[];
  readonly rule: string;
  /** Set for a fragment: letters outside every element belong to it too. */
  readonly whole?: boolean;
  /** Set where the article is the blocks of one tag. */
  readonly only?: string;
  /** Set where class names have misled: only tags and roles still count. */
  readonly namesIgnored?: boolean;
}

interface Marker {
  readonly rule: string;
  readonly test: (element: Element, names: string) => boolean;
  /** Share of the page's text that must stand below, 0..1. */
  readonly minShare: number;
}

const MARKERS: readonly Marker[] = [
  {
    rule: 'main/articleBody',
    minShare: 0.2,
    test: (element) => /(^|\s)articleBody(\s|$)/i.test(element.attribs.itemprop ?? ''),
  },
  {
    rule: 'main/body-class',
    minShare: 0.3,
    test: (_element, names) =>
      /[ _-](article-?_*(body|text|content|maincontent|inhalt|copy)|articlebody\w*|articletext|articlecontent|post-?_*(body|content|text|entry)|postcontent|postbody|entry-?_*(content|body|text)|story-?_*(body|content|text|main)|storycontent|storybody|news-?_*(body|text|content)|content-?_*(body|text|article)|body-?_*(content|text|copy)|blog-?_*(content|body|post-body|text|entry)|page-?_*content|single-?_*content|main-?_*article|article__\w*(body|content|text)|rich-?text|td-post-content|text-content|meldung-?text|artikel-?(text|inhalt|content|body)|fulltext|full-text|item-text|detail-?(text|content|body)|field-name-body|field--name-body|view-?content)([ _-]|$)/.test(
        names,
      ),
  },
  {
    rule: 'main/article',
    minShare: 0.35,
    test: (element) => element.name === 'article' || element.attribs.role === 'article',
  },
  {
    rule: 'main/post-class',
    minShare: 0.4,
    test: (_element, names) =>
      /[ _-](post|entry|hentry|story|article|artikel|articulo|nota|noticia|beitrag|blogpost|blog-post|news-?(item|detail|article|single)|single-post)([ _-]|$)/.test(
        names,
      ),
  },
  {
    rule: 'main/main',
    minShare: 0.5,
    test: (element) => element.name === 'main' || element.attribs.role === 'main',
  },
  {
    rule: 'main/content-class',
    minShare: 0.5,
    test: (_element, names) =>
      /[ _-](content|main-?content|content-?main|maincontent|inhalt|contenu|contenido|page-?content|content-?(area|wrapper|inner|wrap|container|section)|primary|site-?main|main|hauptinhalt|text)([ _-]|$)/.test(
        names,
      ),
  },
];

/** Letters of text below which a page has no article to find. */
const MIN_TEXT = 60;

/** The best container of the page's article, or undefined when the page has no text to speak of. */
export function findMainContainer(page: PageText, meta: PageMeta): MainContainer | undefined {
  const weights = page.blocks.map(textWeight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mass = sumByElement(page.blocks, weights);
  if (total < MIN_TEXT) return findByScore(page, meta) ?? findUnderNames(page, meta);
  for (const marker of MARKERS) {
    const marked = meta.elements.filter(
      (element) => mass.has(element) && marker.test(element, namesOf(element)),
    );
    const chosen = chooseMarked(marked, mass);
    const share = sumOf(chosen, mass) / total;
    if (chosen.length > 0 && share >= marker.minShare)
      return widen({ elements: chosen, rule: marker.rule }, page);
  }
  return findByScore(page, meta);
}

/** A page whose every part has a name of a box: the names are not believed. */
function findUnderNames(page: PageText, meta: PageMeta): MainContainer | undefined {
  const bare = page.blocks.map(
    ({ hint, ...block }): Block =>
      hint?.rule.startsWith('name/') || block.tag === 'title'
        ? block
        : { ...block, ...(hint ? { hint } : {}) },
  );
  const found = findByScore({ ...page, blocks: bare }, meta);
  return found ? { ...found, rule: 'main/score-without-names', namesIgnored: true } : undefined;
}

/** Fewest points of score by which a wider element must beat the marked one: a paragraph or two. */
const WIDER_GAIN = 120;

/**
 * Goes up from a marked element while its surroundings add text and not lists: an intro that stands beside
 * `articleBody`, an article in several sections.
 */
function widen(container: MainContainer, page: PageText): MainContainer {
  const scores = sumByElement(page.blocks, page.blocks.map(score));
  let top = container.elements[0];
  let best = container.elements.reduce((sum, element) => sum + (scores.get(element) ?? 0), 0);
  let wider: Element | undefined;
  for (let up = 0; top && up < 6; up++) {
    top = (top.parent ?? undefined) as Element | undefined;
    if (!top?.attribs || top.name === 'body' || top.name === 'html') break;
    const value = scores.get(top) ?? 0;
    if (value >= best + WIDER_GAIN) [wider, best] = [top, value];
  }
  return wider ? { elements: [wider], rule: `${container.rule}+wider` } : container;
}

/** Letters that look like running text: sentences and long lines, outside links and outside what names itself a box. */
function textWeight(block: Block): number {
  if (block.hint || block.tag === 'title') return 0;
  const own = block.text.length - block.linkChars;
  if (linkShare(block) > 0.5) return 0;
  if (own >= 80 || (own >= 25 && endsSentence(block.text))) return own;
  return 0;
}

function sumByElement(blocks: readonly Block[], weights: readonly number[]): Map<Element, number> {
  const sums = new Map<Element, number>();
  for (const [at, block] of blocks.entries()) {
    const weight = weights[at] ?? 0;
    if (weight === 0) continue;
    for (let node = block.element; node?.attribs; node = node.parent as Element | undefined) {
      sums.set(node, (sums.get(node) ?? 0) + weight);
    }
  }
  return sums;
}

/**
 * Of nested or repeated marked elements: the heaviest, with the siblings that carry the same marker (an article
 * in several parts); an inner one wins over an outer one when it holds nearly all of its text.
 */
function chooseMarked(marked: readonly Element[], mass: ReadonlyMap<Element, number>): Element[] {
  let best: Element | undefined;
  for (const element of marked) {
    const weight = mass.get(element) ?? 0;
    const bestWeight = best ? (mass.get(best) ?? 0) : 0;
    if (weight > bestWeight || (weight === bestWeight && best && isBelow(element, best))) best = element;
  }
  if (!best) return [];
  const top = best;
  const parts = marked.filter(
    (element) =>
      element !== top &&
      element.parent === top.parent &&
      element.name === top.name &&
      element.attribs.class === top.attribs.class,
  );
  return parts.length === 0 || top.name === 'article' ? [top] : [top, ...parts];
}

function isBelow(inner: Element, outer: Element): boolean {
  for (let node = inner.parent; node; node = node.parent) if (node === outer) return true;
  return false;
}

function sumOf(elements: readonly Element[], mass: ReadonlyMap<Element, number>): number {
  return elements.reduce((sum, element) => sum + (mass.get(element) ?? 0), 0);
}

/**
 * The element below which text outweighs the rest: each block adds its letters when it looks like text and
 * takes letters away when it looks like a list of links or a label; the deepest element with the largest sum wins.
 */
function findByScore(page: PageText, meta: PageMeta): MainContainer | undefined {
  const scores = sumByElement(page.blocks, page.blocks.map(score));
  let best: Element | undefined;
  let bestScore = 0;
  for (const element of meta.elements) {
    const value = scores.get(element) ?? 0;
    if (value > 0 && value >= bestScore) {
      best = element;
      bestScore = value;
    }
  }
  return best ? { elements: [best], rule: 'main/score' } : undefined;
}

function score(block: Block): number {
  if (block.tag === 'title') return 0;
  const own = block.text.length - block.linkChars;
  if (block.hint) return -Math.min(block.text.length, 100) / 4;
  if (linkShare(block) > 0.5) return -Math.min(block.text.length, 150);
  const closed = endsSentence(block.text);
  if (own >= 80 || (own >= 40 && closed)) return block.tag === 'p' || closed ? own : own / 2;
  if (block.tag === 'li' || block.tag === 'td') return -10;
  return closed ? own / 2 : -15;
}

const NAMES = new WeakMap<Element, string>();

/** Class and id as words in lower case, camelCase split. */
export function namesOf(element: Element): string {
  const known = NAMES.get(element);
  if (known !== undefined) return known;
  const { class: classes, id } = element.attribs;
  const names =
    classes || id
      ? ` ${`${classes ?? ''} ${id ?? ''}`
          .slice(0, 400)
          .replace(/([a-z])([A-Z])/g, '$1-$2')
          .toLowerCase()} `
      : '';
  NAMES.set(element, names);
  return names;
}
