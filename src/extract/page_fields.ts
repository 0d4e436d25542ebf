import type { Element } from 'domhandler';
import { squeezed, withPersianLetters } from '../persian/squeeze.js';
import type { Block } from './block.js';
import { lineOf, trimmedText } from './block_lookup.js';
import { BOILERPLATE_CUES } from './boilerplate_cues.js';
import type { PageProfile } from './cms_profile.js';
import { readLabelledCode } from './date_lines.js';
import type { Draft } from './draft.js';
import type { StructuredArticle } from './json_ld.js';
import { metaOf, type PageMeta } from './page_meta.js';
import { selectFirstOf } from './select.js';
import { frameTest } from './site_chrome.js';

/** Where the fields beside text and dates stand. */
export interface FieldPlaces {
  readonly meta: PageMeta;
  readonly profiles: readonly PageProfile[];
  readonly title: Block | undefined;
  readonly first: Block | undefined;
  readonly url?: string;
}

/** News code, category path, tags and authors from the head of the page and from what it prints. */
export function readFields(draft: Draft, places: FieldPlaces): void {
  const { meta } = places;
  const article = meta.articles[0];
  const code = codeOf(draft, places) ?? metaOf(meta, ['nastooh:code', 'nastooh:nid']);
  if (code !== undefined) draft.newsCode = code;
  draft.category.push(...categoryOf(places, article));
  const printed = listOf(places, 'tags').map(tagName).filter(isTag);
  const claimed = article?.keywords.length
    ? article.keywords
    : (metaOf(meta, ['article:tag', 'keywords', 'news_keywords'])?.split(/[,،]/) ?? []);
  draft.tags.push(...new Set((printed.length > 0 ? printed : claimed.map(tagName)).filter(Boolean)));
  draft.authors.push(...authorsOf(draft, places, article));
}

/** The labelled number nearest above or below the text, or the bare one in the profile's place for it. */
function codeOf(draft: Draft, { profiles, meta }: FieldPlaces): string | undefined {
  let code: string | undefined;
  for (const block of draft.page.blocks) {
    if (block.tag !== 'title') code ??= readLabelledCode(draft, block);
  }
  if (code !== undefined) return code;
  for (const { select } of profiles) {
    const digits = selectFirstOf(select.code, meta.index).map((element) => squeezed(trimmedText(element)));
    const bare = digits.find((text) => /^\d{2,12}$/.test(text));
    if (bare) return bare;
  }
  return undefined;
}

/** The printed path where it goes on from what the head claims, else the claim, else the path. */
function categoryOf(places: FieldPlaces, article: StructuredArticle | undefined): string[] {
  const section = metaOf(places.meta, ['article:section', 'section', 'category']);
  const claimed = (article?.section.length ? article.section : section ? [section] : [])
    .flatMap((name) => name.split(/\s*[>»/،]\s*/))
    .filter(Boolean);
  const path = listOf(places, 'category').filter(
    (name) => !HOME.has(squeezed(name)) && name.length < MAX_NAME_CHARS,
  );
  const [first] = claimed;
  if (first === undefined) return path;
  return path.some((name) => squeezed(name) === squeezed(first)) && path.length > claimed.length
    ? path
    : claimed;
}

/** What the first step of a path is called; it leads home and is no category. */
const HOME = new Set(['صفحه نخست', 'صفحه اصلی', 'خانه', 'صفحه اول', 'home', 'Home', 'سرویس'].map(squeezed));
const MAX_NAME_CHARS = 60;

function tagName(text: string): string {
  return text.trim().replace(/^#\s*|[\s،,؛]+$/gu, '');
}

/** Labels stand in the lists that they announce: «برچسب\u200cها:». */
function isTag(text: string): boolean {
  return text !== '' && text.length < MAX_NAME_CHARS && !TAG_LABELS.has(squeezed(text));
}

const TAG_LABELS = new Set(BOILERPLATE_CUES.filter((cue) => cue.kind === 'tags').map((cue) => cue.letters));

function listOf({ profiles, meta }: FieldPlaces, field: 'tags' | 'category'): string[] {
  for (const { select } of profiles) {
    const texts = selectFirstOf(select[field], meta.index).map(trimmedText).filter(Boolean);
    if (texts.length > 0) return [...new Set(texts)];
  }
  return [];
}

/** JSON-LD, meta, the profile's places, then `rel=author` and microdata near the headline. */
function authorsOf(draft: Draft, places: FieldPlaces, article: StructuredArticle | undefined): string[] {
  const { meta } = places;
  const claimed = article?.authors.length
    ? article.authors
    : [metaOf(meta, ['author', 'article:author', 'dc.creator']) ?? ''];
  const names = claimed.filter(
    (name) => name !== '' && !/^https?:/.test(name) && name.length < MAX_AUTHOR_CHARS,
  );
  return names.length > 0 ? names : printedAuthors(draft, places);
}

const MAX_AUTHOR_CHARS = 80;
const AUTHOR_LABEL = /^(?:نویسنده|نویسندگان|خبرنگار|توسط|گزارش|به قلم|by|von|par|por)[\s:：]+/iu;

function printedAuthors(draft: Draft, { profiles, meta, title, first }: FieldPlaces): string[] {
  const inFrame = frameTest([title?.element, first?.element]);
  const named = profiles.flatMap(({ select }) => selectFirstOf(select.author, meta.index).slice(0, 1));
  const marked = (meta.itemprops.get('author') ?? []).slice(0, 1);
  for (const element of [...named, ...marked]) {
    if (inFrame(element) || isOfComment(draft, element)) continue;
    const names = withoutLabel(trimmedText(element))
      .split(/\s*[،,]\s*/)
      .filter(isPersonName);
    if (names.length > 0) return names;
  }
  return [];
}

function isOfComment(draft: Draft, element: Element): boolean {
  return lineOf(draft, element)?.hint?.kind === 'comments';
}

function withoutLabel(text: string): string {
  const label = AUTHOR_LABEL.exec(withPersianLetters(text))?.[0].length ?? 0;
  return text.slice(label);
}

/** One to six words of letters. */
function isPersonName(text: string): boolean {
  return (
    /^[\p{L}\p{M}\u200c.'’-]+(?:\s[\p{L}\p{M}\u200c.'’-]+){0,5}$/u.test(text) &&
    text.length < MAX_AUTHOR_CHARS
  );
}
