/** Articles, their versions, source chains, copies and mentions. */

import { z } from 'zod';
import { cut } from '../../model/span.js';
import {
  type ArticleFilter,
  loadArticleHeads,
  loadCopies,
  loadVersionDetail,
  loadVersionHops,
  loadVersionLines,
  type StoredCopy,
  type StoredHop,
  type VersionDetail,
  type VersionHead,
} from '../../store/api_articles.js';
import { loadVersionMentions, type StoredMention } from '../../store/api_mentions.js';
import { loadSiteSettings } from '../../store/site_settings.js';
import { loadReadingTexts } from '../../store/site_story.js';
import { articleHref, safeHref } from '../addresses.js';
import { showText } from '../excerpt.js';
import { ARTICLE, ARTICLE_HEAD, CHAIN, COPY, VERSION_LINE } from './article_schemas.js';
import { readCursor, writeCursor } from './cursor.js';
import { MENTION } from './ledger_schemas.js';
import { namedOrNull } from './named.js';
import { type ApiSite, defineOperation, type Operation } from './operation.js';
import { AS_OF, CURSOR, dayFor, idOf, LIMIT, numberOf, wholeNumber, wordsFor } from './parameters.js';
import { hiddenProblem, missing } from './problem.js';
import { listOf, pageOf } from './schemas.js';
import { momentOf, momentOrNull, toJalaliText } from './times.js';

const TAG = 'articles';

export const ARTICLE_OPERATIONS: readonly Operation[] = [
  defineOperation({
    id: 'listArticles',
    path: '/articles',
    tag: TAG,
    summary: 'Articles, the newest first',
    parameters: {
      outlet: idOf('an outlet', 'isna').optional(),
      section: idOf('a section', 'politics').optional(),
      category: wordsFor('A category as its publisher prints it', 'سیاسی').optional(),
      tag: wordsFor('A tag as its publisher prints it', 'دیپلماسی').optional(),
      from: dayFor('Shown on this day or later'),
      to: dayFor('Shown on this day or earlier'),
      asOf: AS_OF,
      cursor: CURSOR,
      limit: LIMIT,
    },
    answer: pageOf(ARTICLE_HEAD),
    run: async ({ store }, taken) => {
      const after = readCursor('articles', taken.cursor, ['instant', 'number']);
      const filter: ArticleFilter = {
        outletId: taken.outlet,
        section: taken.section,
        category: taken.category,
        tag: taken.tag,
        dayFrom: taken.from,
        dayTo: taken.to,
        asOf: taken.asOf,
        after: after && { at: after[0], id: after[1] },
        limit: taken.limit + 1,
      };
      const heads = await loadArticleHeads(store, filter);
      const last = heads.length > taken.limit ? heads[taken.limit - 1] : undefined;
      return {
        items: heads.slice(0, taken.limit).map(headOf),
        next: last === undefined ? null : writeCursor('articles', [last.shownAt, last.id]),
      };
    },
  }),
  defineOperation({
    id: 'getArticle',
    path: '/articles/{id}',
    tag: TAG,
    summary: 'One article in its latest version, or in that of a moment',
    parameters: { id: numberOf('article'), asOf: AS_OF },
    answer: ARTICLE,
    run: async (site, { id, asOf }) => articleOf(site, await versionOf(site, { articleId: id, asOf })),
  }),
  defineOperation({
    id: 'listVersions',
    path: '/articles/{id}/versions',
    tag: TAG,
    summary: 'The versions of an article, the oldest first',
    parameters: { id: numberOf('article'), asOf: AS_OF },
    answer: z.object({ items: listOf(VERSION_LINE) }),
    run: async (site, { id, asOf }) => {
      await versionOf(site, { articleId: id, asOf });
      const lines = await loadVersionLines(site.store, { articleId: id, asOf });
      return {
        items: lines.map(({ number, seenAt, title, kinds }) => ({
          article: id,
          number,
          seen: momentOf(seenAt),
          title,
          changes: kinds ?? [],
        })),
      };
    },
  }),
  defineOperation({
    id: 'getVersion',
    path: '/articles/{id}/versions/{version}',
    tag: TAG,
    summary: 'One version of an article',
    parameters: { id: numberOf('article'), version: versionNumber() },
    answer: ARTICLE,
    run: async (site, { id, version }) => articleOf(site, await versionOf(site, { articleId: id, version })),
  }),
  defineOperation({
    id: 'getChain',
    path: '/articles/{id}/chain',
    tag: TAG,
    summary: 'The source chain of an article: who took it from whom, in its own words',
    parameters: { id: numberOf('article'), version: versionNumber().optional(), asOf: AS_OF },
    answer: CHAIN,
    run: async (site, { id, version, asOf }) => {
      const detail = await versionOf(site, { articleId: id, version, asOf });
      const hops = await loadVersionHops(site.store, { articleId: id, version: detail.version });
      return { article: id, version: detail.version, hops: hops.map((hop) => hopOf(hop, detail)) };
    },
  }),
  defineOperation({
    id: 'listCopies',
    path: '/articles/{id}/copies',
    tag: TAG,
    summary: 'What an article shares with others, and who took it from whom',
    parameters: { id: numberOf('article'), asOf: AS_OF },
    answer: z.object({ items: listOf(COPY) }),
    run: async (site, { id, asOf }) => {
      await versionOf(site, { articleId: id, asOf });
      const copies = await loadCopies(site.store, { articleId: id, asOf });
      const ids = copies.flatMap(({ copyId, otherId }) => [copyId, otherId]);
      const texts = await loadReadingTexts(site.store, ids);
      return { items: copies.map((copy) => copyOf(copy, texts)) };
    },
  }),
  defineOperation({
    id: 'listMentions',
    path: '/articles/{id}/mentions',
    tag: TAG,
    summary: 'Who is named in an article, and where',
    parameters: { id: numberOf('article'), version: versionNumber().optional(), asOf: AS_OF },
    answer: z.object({ items: listOf(MENTION) }),
    run: async (site, { id, version, asOf }) => {
      const detail = await versionOf(site, { articleId: id, version, asOf });
      const mentions = await loadVersionMentions(site.store, { articleId: id, version: detail.version });
      return { items: mentions.flatMap((mention) => mentionsOf(mention, detail)) };
    },
  }),
];

function versionNumber() {
  return wholeNumber({ min: 1, max: 100_000 }, 'Number of the version');
}

/** The version that is asked for; the problem of a missing or hidden one otherwise. */
export async function versionOf(
  { store }: ApiSite,
  asked: Parameters<typeof loadVersionDetail>[1],
): Promise<VersionDetail> {
  const detail = await loadVersionDetail(store, asked);
  if (detail === undefined) throw missing(asked.version === undefined ? 'such article' : 'such version');
  if (detail.hiddenAt !== null) throw hiddenProblem('article', detail.hiddenNote);
  return detail;
}

function headOf(head: VersionHead) {
  const { id, version, currentVersion, title, lede, section, category, credits, language } = head;
  return {
    id,
    page: articleHref(id),
    version,
    currentVersion,
    url: safeHref(head.url) ?? null,
    outlet: namedOrNull(head.outletId, head.outletName),
    story: head.storyId,
    language,
    dir: directionOf(language),
    title,
    lede,
    section,
    category,
    credits,
    published: publishedOf(head),
    firstSeen: momentOf(head.firstSeenAt),
    seen: momentOf(head.seenAt),
    at: momentOf(head.shownAt),
  };
}

function publishedOf(head: VersionHead) {
  const { publishedIso, publishedPrecision, publishedSurface } = head;
  if (publishedIso === null) return null;
  return {
    iso: publishedIso,
    jalali: toJalaliText(publishedIso),
    precision: publishedPrecision,
    surface: publishedSurface,
  };
}

/** Languages that are written from right to left, of those that outlets of the registry write. */
const RIGHT_TO_LEFT = new Set(['fa', 'prs', 'ar', 'ckb', 'ps', 'ur', 'he', 'az-Arab', 'ug', 'sd']);

function directionOf(language: string | null): 'rtl' | 'ltr' | 'auto' {
  if (language === null) return 'auto';
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}

async function articleOf({ store }: ApiSite, detail: VersionDetail) {
  const { extracted, text, body } = detail;
  const blocks =
    extracted.body?.map(({ role, span }) => ({ role, text: cut(text, span) })) ??
    body.split('\n').map((line) => ({ role: 'paragraph' as const, text: line }));
  const shown = showText({ ...detail, blocks, readingHtml: undefined }, await loadSiteSettings(store));
  return {
    ...headOf(detail),
    canonicalUrl: safeHref(detail.canonicalUrl) ?? null,
    kicker: detail.kicker,
    text: shown.blocks.map(({ role, text: words }) => ({ role, text: words })),
    isExcerpt: shown.isExcerpt,
    authors: extracted.authors ?? [],
    tags: detail.tags,
    newsCode: detail.newsCode,
    modified: momentOrNull(detail.modifiedAt),
    versionCount: detail.versionCount,
  };
}

function hopOf(hop: StoredHop, { id, version, text }: VersionDetail) {
  const { name, outletId, relation, anonymous, state, foundId, start, end, rule } = hop;
  const evidence =
    start === null || end === null
      ? null
      : { article: id, version, start, end, words: text.slice(start, end), rule };
  return { name, outlet: outletId, relation, anonymous, state, found: foundId, evidence };
}

function mentionsOf(mention: StoredMention, { id, version, text }: VersionDetail) {
  const { entityId, name, type, spans } = mention;
  return spans.map(([start, end, via]) => ({
    entity: { id: entityId, name, type },
    via,
    evidence: { article: id, version, start, end, words: text.slice(start, end), rule: null },
  }));
}

/** Passages shown, and units of one: whole texts are for their publishers' own pages. */
const PASSAGES = 12;
const PASSAGE_UNITS = 420;

function copyOf(copy: StoredCopy, texts: ReadonlyMap<number, string>) {
  const { copyId, otherId, degree, containment, direction, directionBy, knownAt, spans } = copy;
  const wordsIn = (article: number, start: number, end: number) => ({
    article,
    start,
    end,
    words: (texts.get(article) ?? '').slice(start, Math.min(end, start + PASSAGE_UNITS)),
  });
  return {
    copy: copyId,
    of: otherId,
    degree,
    containment,
    direction,
    directionBy,
    known: momentOf(knownAt),
    sharedCount: spans.length,
    shared: spans.slice(0, PASSAGES).map(([ownStart, ownEnd, otherStart, otherEnd]) => ({
      own: wordsIn(copyId, ownStart, ownEnd),
      other: wordsIn(otherId, otherStart, otherEnd),
    })),
  };
}
