import { span } from '../model/span.js';
import { squeezed } from '../persian/squeeze.js';
import type { Block } from './block.js';
import { blockOf } from './block_lookup.js';
import type { PageProfile } from './cms_profile.js';
import { type Draft, drop, squeezedLine } from './draft.js';
import { looksLikeParagraph, wordCount } from './line_shapes.js';
import { metaOf, type PageMeta } from './page_meta.js';
import { selectFirstOf } from './select.js';

/** What the page's head calls its headline, the best first. */
export function claimedTitles(meta: PageMeta): readonly string[] {
  const titles = [
    meta.articles[0]?.headline,
    metaOf(meta, ['og:title']),
    metaOf(meta, [
      'twitter:title',
      'headline',
      'dc.title',
      'dcterms.title',
      'title',
      'sailthru.title',
      'parsely-title',
    ]),
  ];
  return titles.filter((title): title is string => title !== undefined && wordCount(title) >= 1);
}

/**
 * Marks the headline: the visible block with the letters that the head claims, else the profile's, else the
 * first `h1` near the article, else the claimed letters inside the `title` element.
 */
export function markTitle(
  draft: Draft,
  page: { meta: PageMeta; profiles: readonly PageProfile[]; first: Block | undefined },
): void {
  const claimed = claimedTitles(page.meta);
  const wanted = claimed.map(titleKey);
  const given = draft.page.blocks.find((block) => block.tag === 'given');
  const visible =
    given ?? findClaimed(draft, wanted) ?? findByProfile(draft, page) ?? findHeading(draft, page.first);
  const head = draft.page.blocks.find((block) => block.tag === 'title');
  const headline = page.meta.articles[0]?.headline;
  const social = metaOf(page.meta, ['og:title']);
  if (visible && head && !given && namesHeadline(draft, head, { headline, heading: visible, social })) {
    markInHead(draft, head, { claimed: [headline ?? ''], siteName: undefined });
    drop(draft, visible, { kind: 'other', rule: 'title/other-heading' });
    return;
  }
  if (visible) {
    narrowToClaimed(draft, visible, claimed);
    draft.marks[visible.index] = { role: 'title', rule: visible.tag === 'h1' ? 'title/h1' : 'title/claimed' };
    dropRepeats(draft, visible);
    return;
  }
  if (head) markInHead(draft, head, { claimed, siteName: metaOf(page.meta, ['og:site_name']) });
}

/**
 * Whether structured data, social title and the title of the page agree on a headline that is not the printed
 * heading: three statements against one. Two against two the heading stays: the other two were written for search
 * engines. A heading that is only shorter (a cut headline, a
 * kicker printed above it) stays the headline.
 */
function namesHeadline(
  draft: Draft,
  head: Block,
  { headline, heading, social }: { headline: string | undefined; heading: Block; social: string | undefined },
): boolean {
  const [wanted, shown] = [titleKey(headline ?? ''), blockKey(draft, heading)];
  if (wanted.length < MIN_HEADLINE_LETTERS || !blockKey(draft, head).startsWith(wanted)) return false;
  if (titleKey(social ?? '') !== wanted || shown.startsWith(wanted) || wanted.startsWith(shown)) return false;
  if (!wanted.endsWith(shown)) return true;
  const above = wanted.slice(0, -shown.length);
  const isPrinted = draft.page.blocks.some(
    (block) => block.text.length < 120 && blockKey(draft, block) === above,
  );
  return !isPrinted;
}

const MIN_HEADLINE_LETTERS = 15;

/** A heading that holds kicker and headline: what the head calls the headline stands at its end. */
function narrowToClaimed(draft: Draft, block: Block, claimed: readonly string[]): void {
  for (const title of claimed) {
    const at = block.text.length - title.length;
    if (
      at > 0 &&
      title.length >= 15 &&
      block.text.endsWith(title) &&
      /[\s:|–—-]/u.test(block.text[at - 1] ?? '')
    ) {
      draft.titleSpan = span(block.span.start + at, block.span.end);
      return;
    }
  }
  const piece = lastPiece(block.text);
  const key = blockKey(draft, block);
  if (block.tag === 'given' || piece === undefined || claimed.some((title) => titleKey(title) === key))
    return;
  if (claimed.some((title) => lastPiece(title) === piece))
    draft.titleSpan = span(block.span.end - piece.length, block.span.end);
}

/**
 * What stands behind a kicker on the same line, where heading and head of the page give the headline different ones:
 * «تنش در دریا - «کشتی دوم هم رسید»» beside «خبر فوری: «کشتی دوم هم رسید»».
 */
function lastPiece(title: string): string | undefined {
  const piece = /^.{3,60}?(?:\s[-–—|]|:)\s+(.{15,})$/u.exec(title.trim())?.[1];
  return piece?.trim();
}

const HEADING_WORTH: Readonly<Record<string, number>> = { h1: 3, h2: 2, h3: 1 };

/** Longest line that can be a headline. */
const MAX_TITLE_CHARS = 400;

function findClaimed(draft: Draft, wanted: readonly string[]): Block | undefined {
  let best: { block: Block; worth: number } | undefined;
  const lengths = wanted.map((title) => title.length);
  const [shortest, longest] = [
    Math.min(...lengths) / 2,
    Math.min(MAX_TITLE_CHARS, Math.max(...lengths) * 2 + 20),
  ];
  for (const block of draft.page.blocks) {
    if (block.tag === 'title' || block.text.length > longest || block.text.length < shortest) continue;
    const key = blockKey(draft, block);
    const at = key.length < 4 ? -1 : wanted.findIndex((other) => other === key || isWithout(other, key));
    if (at < 0) continue;
    const worth = (HEADING_WORTH[block.tag] ?? 0) * 2 - at * 0.5 - (block.hint ? 1.5 : 0);
    if (!best || worth > best.worth) best = { block, worth };
  }
  return best?.block;
}

/** The claimed title is the block's letters with the site's name behind them. */
function isWithout(claimed: string, key: string): boolean {
  return key.length >= 15 && claimed.startsWith(key) && key.length > claimed.length * 0.5;
}

function findByProfile(
  draft: Draft,
  { meta, profiles }: { meta: PageMeta; profiles: readonly PageProfile[] },
): Block | undefined {
  for (const { select } of profiles) {
    for (const element of selectFirstOf(select.title, meta.index)) {
      const block = blockOf(draft, element);
      if (block && wordCount(block.text) >= 2 && !looksLikeParagraph(block.text)) return block;
    }
  }
  return undefined;
}

/** The last `h1` above the article's first block, or the first of the page; then `h2` directly above it. */
function findHeading(draft: Draft, first: Block | undefined): Block | undefined {
  for (const tag of ['h1', 'h2']) {
    const headings = draft.page.blocks.filter(
      (block) => block.tag === tag && wordCount(block.text) >= 2 && block.hint?.kind !== 'footer',
    );
    const above = first ? headings.findLast((block) => block.index <= first.index + 1) : undefined;
    if (above && (tag === 'h1' || (first && first.index - above.index < 8))) return above;
    if (tag === 'h1' && headings[0]) return headings[0];
  }
  return undefined;
}

/** The claimed letters inside «… - خبرآنلاین», or what stands before the site's name. */
function markInHead(
  draft: Draft,
  head: Block,
  { claimed, siteName }: { claimed: readonly string[]; siteName: string | undefined },
): void {
  const { text } = draft.page;
  const letters = text.slice(head.span.start, head.span.end);
  const exact = claimed.find((title) => title !== '' && letters.includes(title.trim()))?.trim();
  const bare =
    withoutSite(exact, siteName) ?? letters.replace(/\s+[|\-–—·»:::•]\s+[^|–—·»•]{2,40}$/u, '').trim();
  const start = head.span.start + Math.max(0, letters.indexOf(bare));
  if (bare === '') return;
  draft.marks[head.index] = { role: 'title', rule: 'title/head' };
  draft.titleSpan = span(start, start + bare.length);
}

/** «… -سیاست ㅣ نام سایت»: what the head calls the headline may still end in the name of the site. */
function withoutSite(title: string | undefined, siteName: string | undefined): string | undefined {
  if (!title || !siteName || !title.endsWith(siteName)) return title;
  const rest = title.slice(0, -siteName.length).trimEnd();
  if (!/[|ㅣ·:–—-]$/u.test(rest)) return title;
  const bare = rest
    .slice(0, -1)
    .replace(/\s*-\S{1,20}$/u, '')
    .trim();
  return bare.length >= MIN_HEADLINE_LETTERS ? bare : title;
}

/** The headline printed once more (above the picture, for printing) is no paragraph. */
function dropRepeats(draft: Draft, title: Block): void {
  const key = blockKey(draft, title);
  for (const block of draft.page.blocks) {
    if (
      block.index !== title.index &&
      block.text.length < title.text.length * 2 &&
      block.text.length >= key.length &&
      blockKey(draft, block) === key
    ) {
      drop(draft, block, { kind: 'other', rule: 'title/repeated' });
    }
  }
}

/** The same for a line of the page, made once. */
function blockKey(draft: Draft, block: Block): string {
  return squeezedLine(draft, block).letters.toLowerCase();
}

function titleKey(text: string): string {
  return squeezed(text).toLowerCase();
}
