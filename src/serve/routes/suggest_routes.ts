/** What the search field offers while somebody types, as JSON for `assets/suggest.js`. */
import type { Context, Hono } from 'hono';
import {
  loadSuggestions,
  type NameKind,
  type SuggestedName,
  type SuggestionBook,
} from '../../store/suggestions.js';
import { dossierHref, entityHref, outletHref, searchHref, topicHref } from '../addresses.js';
import type { Words } from '../language.js';
import { TYPE_WORDS } from '../ledger_words.js';
import type { SiteContext } from '../site_context.js';

interface Offer {
  readonly text: string;
  readonly href: string;
  readonly word: Words;
}

const KIND_WORDS: Readonly<Record<NameKind | 'query', Words>> = {
  ...TYPE_WORDS,
  topic: { fa: 'موضوع', en: 'topic' },
  outlet: { fa: 'رسانه', en: 'outlet' },
  dossier: { fa: 'پرونده', en: 'dossier' },
  query: { fa: 'جست‌وجو', en: 'search' },
};

/** Offers of each sort: a list that fits over the keyboard of a phone. */
const QUERIES = 4;
const NAMES = 5;
/** Longer queries are no beginnings of words any more. */
const TYPED_MAX = 60;
/** Browsers ask again after so many seconds. */
const MAX_AGE = 60;

export function addSuggestRoutes(app: Hono, site: SiteContext): void {
  const book = keepBook(site);
  app.get('/search/suggest', async (context) => {
    const typed = (context.req.query('q') ?? '').slice(0, QUERY_MAX).trimStart();
    const { names, queries } =
      typed === '' || typed.length > TYPED_MAX ? NOTHING : (await book()).find(typed, NAMES);
    const offers = [...queries.slice(0, QUERIES).map(offerQuery), ...names.map(offerName)];
    return send(context, { offers });
  });
}

const QUERY_MAX = 200;
const NOTHING = { names: [], queries: [] };

/** The same in both languages and for everybody; the words of both go with it. */
function send(context: Context, body: { readonly offers: readonly Offer[] }): Response {
  return context.json(body, 200, { 'Cache-Control': `public, max-age=${MAX_AGE}` });
}

function offerQuery(text: string): Offer {
  return { text, href: searchHref(text), word: KIND_WORDS.query };
}

function offerName(name: SuggestedName): Offer {
  return { text: name.name, href: hrefOf(name), word: KIND_WORDS[name.kind] };
}

function hrefOf({ kind, ref }: SuggestedName): string {
  if (kind === 'topic') return topicHref(Number(ref));
  if (kind === 'outlet') return outletHref(ref);
  return kind === 'dossier' ? dossierHref(Number(ref)) : entityHref(ref);
}

/** The book is read anew after so many times the time that reading took: a half percent of one processor. */
const REST = 200;
const LEAST_KEPT_MS = 5000;

/** The book; whoever asks while it is renewed gets the old one at once. */
function keepBook({ store, config }: SiteContext): () => Promise<SuggestionBook> {
  let kept: Promise<SuggestionBook> | undefined;
  let freshUntil = 0;
  return () => {
    if (kept !== undefined && performance.now() < freshUntil && config.keptMs !== 0) return kept;
    freshUntil = Number.POSITIVE_INFINITY;
    const started = performance.now();
    const next = loadSuggestions(store);
    const old = kept ?? next;
    kept ??= next;
    next.then(
      () => {
        kept = next;
        const now = performance.now();
        freshUntil = now + Math.max(LEAST_KEPT_MS, REST * (now - started));
      },
      () => {
        if (kept === next) kept = undefined;
        freshUntil = 0;
      },
    );
    return config.keptMs === 0 ? next : old;
  };
}
