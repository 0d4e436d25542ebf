/** Addresses of our own pages, and which foreign addresses we are willing to print. */

import { SECTIONS, type Section } from '../model/section.js';
import type { CommentPlace } from '../store/comments.js';
import { archiveHref } from './calendar.js';

export function articleHref(id: number): string {
  return `/article/${id}`;
}

/** What was changed in an article; with a version, its place there. */
export function historyHref(id: number, place?: number): string {
  return `/article/${id}/history${place === undefined ? '' : `#v${place}`}`;
}

export function storyHref(id: number): string {
  return `/story/${id}`;
}

/** The report or story that a comment stands under. */
export function placeHref({ kind, id }: CommentPlace): string {
  return kind === 'article' ? articleHref(id) : storyHref(id);
}

/** A running theme over stories. */
export function threadHref(id: number): string {
  return `/thread/${id}`;
}

/** The words that a report of a story has in common with the one it was taken from. */
export function sharedTextHref(storyId: number, articleId: number): string {
  return `/story/${storyId}/shared/${articleId}`;
}

export function entityHref(id: string): string {
  return `/entity/${encodeURIComponent(id)}`;
}

/** Two parties in touch; the same page whichever stands first. */
export function dyadHref(a: string, b: string): string {
  const [one, other] = a < b ? [a, b] : [b, a];
  return `/dyad/${encodeURIComponent(one)}/${encodeURIComponent(other)}`;
}

export function dossierHref(id: number): string {
  return `/dossier/${id}`;
}

export function statementHref(id: string): string {
  return `/statement/${id}`;
}

/** The sentence of a statement, marked in the article that says it. */
export function sentenceHref(articleId: number, statementId: string): string {
  return `${articleHref(articleId)}?statements=1#said-${statementId}`;
}

export function contactHref(id: string): string {
  return `/contact/${id}`;
}

export function topicHref(id: number): string {
  return `/topic/${id}`;
}

export function outletHref(id: string): string {
  return `/outlet/${encodeURIComponent(id)}`;
}

/** Our own sections have a slug; other categories stand under the publisher's own word. */
export function categoryHref(slugOrName: string): string {
  return `/category/${encodeURIComponent(slugOrName)}`;
}

export function searchHref(query: string): string {
  return `/search?q=${encodeURIComponent(query)}`;
}

export function findSection(slug: string | null): Section | undefined {
  return SECTIONS.find((section) => section.slug === slug);
}

/**
 * An address from outside that may stand in a link: http or https, else nothing (`javascript:`, `data:` …).
 * Control characters and credentials are refused too.
 */
export function safeHref(url: string | null | undefined): string | undefined {
  if (url === null || url === undefined || !/^https?:\/\//i.test(url)) return undefined;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || parsed.username !== '' || parsed.password !== '') return undefined;
  return parsed.href;
}

/** An address as people read it: without scheme and `www.`, percent signs decoded, cut in its middle. */
export function readableAddress(href: string): string {
  const bare = decodeSafely(href.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, ''));
  return bare.length <= READABLE_LENGTH ? bare : `${bare.slice(0, 40)}…${bare.slice(-16)}`;
}

/** Longer addresses break the line of a phone more than twice. */
const READABLE_LENGTH = 64;

function decodeSafely(text: string): string {
  try {
    // Only visible letters: directional marks and spaces stay encoded.
    return decodeURI(text).replace(/[\s\p{Cc}\p{Cf}]/gu, (letter) => encodeURIComponent(letter));
  } catch {
    return text;
  }
}

/** `/outlet/irna/front/1404/09`, `/outlet/irna/front/1404/09/24` */
export function frontsHref(outletId: string, at: Parameters<typeof archiveHref>[0]): string {
  return `${outletHref(outletId)}/front${archiveHref(at).slice('/archive'.length)}`;
}
