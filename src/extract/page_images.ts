import type { ChildNode, Element } from 'domhandler';
import type { PageImage } from '../model/extracted_page.js';
import { isElement } from './parse_html.js';
import { resolveUrl } from './resolve_url.js';

const MAX_IMAGES = 60;
const ICON =
  /(?:sprite|icon|logo|avatar|emoji|blank|spacer|pixel|placeholder|loading|1x1)[^/]*\.(?:gif|png|svg|jpe?g|webp)/i;

/** The range of a page in which an article's own pictures stand. */
export interface PictureRange {
  /** The smallest part of the page that holds headline and text. */
  readonly roots: readonly Element[];
  /** Nothing before it counts: the headline. */
  readonly after: Element | undefined;
  /** Nothing behind it counts: the text. */
  readonly until: Element | undefined;
  /** Parts that are not the article's: boxes, tools, adverts. */
  readonly skip: (element: Element) => boolean;
}

/** Pictures between headline and end of text, each address once, with the caption of their figure. */
export function findImages(range: PictureRange, base: string | undefined): PageImage[] {
  const images = new Map<string, PageImage>();
  let open = range.after === undefined;
  let closed = false;
  const walk = (node: ChildNode, caption: string | undefined): void => {
    if (!isElement(node) || closed || images.size >= MAX_IMAGES || range.skip(node)) return;
    const own = node.name === 'figure' ? captionOf(node) : caption;
    if (open && (node.name === 'img' || node.name === 'amp-img')) add(images, imageOf(node, own, base));
    for (const child of node.children) walk(child, own);
    if (node === range.after) open = true;
    if (node === range.until) closed = true;
  };
  for (const root of range.roots) walk(root, undefined);
  return [...images.values()];
}

function add(images: Map<string, PageImage>, image: PageImage | undefined): void {
  if (image && !images.has(image.url)) images.set(image.url, image);
}

/** Icons, counters and placeholders are no pictures of the article. */
function imageOf(
  { attribs }: Element,
  caption: string | undefined,
  base: string | undefined,
): PageImage | undefined {
  const { src, 'data-src': lazy, 'data-original': original, width } = attribs;
  const url = resolveUrl(lazy ?? original ?? src, base);
  const tiny = width !== undefined && Number.parseInt(width, 10) < MIN_WIDTH_PX;
  return !url || tiny || ICON.test(url) ? undefined : { url, ...(caption ? { caption } : {}) };
}

const MIN_WIDTH_PX = 60;

function captionOf(figure: Element): string | undefined {
  let text = '';
  const walk = (node: ChildNode, inside: boolean): void => {
    if (node.type === 'text') {
      if (inside) text += (node as unknown as { data: string }).data;
      return;
    }
    if (!isElement(node)) return;
    for (const child of node.children) walk(child, inside || node.name === 'figcaption');
  };
  walk(figure, false);
  const trimmed = text.replace(/\s+/g, ' ').trim();
  return trimmed === '' ? undefined : trimmed;
}
