import type { Element } from 'domhandler';
import type { Block } from './block.js';
import { namesOf } from './main_container.js';

// The frame of a site around an article: its head with name, menu and a running clock. A date in it is the day of
// the visit, not of the publication.

const FRAME_NAMES =
  / ((site|main|page|top|global|sub)?[_-]*header[_-]*(top|date|box|bar|main|wrap(per)?|inner)?|masthead|(doc|page)?-?top[_-]*(bar|header|menu|nav|box|line|strip)?|navbar|(site|header|current|top)[_-]*date|today|clock|date[_-]*(now|box|today|time-now)) /;
/** Links in a row that are a menu. */
const MENU_LINKS = 3;

/**
 * A test for lines that belong to the frame of the site: a header, top bar or clock that holds neither the headline
 * nor the text. A head inside `article` or `main` belongs to the article.
 */
export function frameTest(
  anchors: readonly (Element | undefined)[],
): (element: Element | undefined) => boolean {
  const ofArticle = new Set<Element>();
  for (const anchor of anchors)
    for (let node = anchor; node?.attribs; node = node.parent as Element | undefined) ofArticle.add(node);
  return (element) => {
    let inFrame = false;
    for (let node = element; node?.attribs; node = node.parent as Element | undefined) {
      if (node.name === 'article' || node.name === 'main') return false;
      if (node.name === 'nav') return true;
      if (!ofArticle.has(node) && isFrame(node)) inFrame = true;
    }
    return inFrame;
  };
}

function isFrame(element: Element): boolean {
  return element.name === 'header' || element.attribs.role === 'banner' || FRAME_NAMES.test(namesOf(element));
}

/** Whether a menu stands between a line and the headline below it. */
export function menuBetween(blocks: readonly Block[], line: Block, title: Block | undefined): boolean {
  if (!title || line.index >= title.index) return false;
  const links = blocks
    .slice(line.index + 1, title.index)
    .filter((block) => block.linkChars > 0 && block.linkChars >= block.text.length * 0.8);
  return links.length >= MENU_LINKS;
}
