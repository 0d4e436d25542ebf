import { createHash } from 'node:crypto';
import type { ExtractedPage } from '../model/extracted_page.js';
import { cut } from '../model/span.js';
import { keyOf } from '../persian/keys.js';

/**
 * Which article a page shows: the same text for every fetch, capture and edit of one publication. By the address
 * where there is one; else by the outlet's own number; else by title and publication time; else by title and
 * words, so that an undated capture without number is a new article when its text was edited. An aggregator's
 * copy is never the article that it copied.
 */
export function articleIdentity(page: ExtractedPage): string {
  const address = addressIdentity(page);
  if (address) return `url ${address}`;
  const publisher = publisherOf(page);
  if (page.newsCode) return `code ${publisher} ${page.newsCode}`;
  const title = page.title ? keyOf(cut(page.text, page.title)) : '';
  const publishedMs = Date.parse(page.published?.iso ?? '');
  if (title !== '' && !Number.isNaN(publishedMs)) {
    return `time ${publisher} ${new Date(publishedMs).toISOString()} ${hashOf(title)}`;
  }
  return `text ${publisher} ${hashOf(title, bodyKey(page))}`;
}

/**
 * Says whether two readings of an article have the same words: kicker, title, lede and body as keys, so that
 * another spelling, half-space or quotation mark is no edit. Hexadecimal.
 */
export function contentKey(page: ExtractedPage): string {
  const head = [page.kicker, page.title, page.lede].map((range) =>
    range ? keyOf(cut(page.text, range)) : '',
  );
  return hashOf(...head, bodyKey(page));
}

function bodyKey(page: ExtractedPage): string {
  return page.body.map((block) => keyOf(cut(page.text, block.span))).join('\n');
}

function hashOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex');
}

/** Who put this page up: the outlet, or the aggregator that carries the outlet's article. */
function publisherOf(page: ExtractedPage): string {
  const outlet = page.outlet?.id ?? keyOf(page.outlet?.name ?? '').replaceAll(' ', '_');
  if (!page.republishedBy) return outlet || '-';
  return `${outlet || '-'}>${keyOf(page.republishedBy.name ?? '').replaceAll(' ', '_')}`;
}

/**
 * The page's address as one spelling. The canonical one counts where it belongs to the same host (an aggregator
 * names the original there) and is more than the front page (some systems name that on every page).
 */
export function addressIdentity(page: Addressed): string | undefined {
  const own = parseAddress(page.url);
  const canonical = parseAddress(page.canonicalUrl);
  const usable = canonical && !isFrontPage(canonical) && (!own || hostOf(canonical) === hostOf(own));
  const chosen = usable ? canonical : own;
  return chosen && !isFrontPage(chosen) ? spellAddress(chosen) : undefined;
}

/** Anything that may have an address of its own and name a canonical one. */
interface Addressed {
  readonly url?: string;
  readonly canonicalUrl?: string;
}

function parseAddress(url: string | undefined): URL | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const address = new URL(url);
  return /^https?:$/.test(address.protocol) ? address : undefined;
}

function isFrontPage(address: URL): boolean {
  return address.pathname === '/' && address.search === '';
}

/** `www.` and `m.` show the same articles. */
function hostOf(address: URL): string {
  return address.host.replace(/^(www|m|amp)\./, '');
}

/** Without what changes from reader to reader: scheme, fragment, campaign marks, order of parameters. */
function spellAddress(address: URL): string {
  const kept = [...address.searchParams].filter(([name]) => !CAMPAIGN.test(name)).sort();
  const query = new URLSearchParams(kept).toString();
  const path = decodePath(address.pathname).replace(/\/+$/, '');
  return `${hostOf(address)}${path}${query === '' ? '' : `?${query}`}`;
}

/** Persian paths come both encoded and plain. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Parameters that say where a reader came from, never what is shown. */
const CAMPAIGN = /^(utm_.*|fbclid|gclid|mc_[ce]id|ref_src)$/i;
