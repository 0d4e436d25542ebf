import type { Element } from 'domhandler';
import type { BlockHint } from './block.js';

// What tags, classes and ids say about the part of the page below them. Wordings are those that content
// systems and front-end frameworks of all countries use; they are compared word by word with class and id.

const HINTS_BY_TAG: ReadonlyMap<string, BlockHint> = new Map([
  ['nav', { kind: 'navigation', rule: 'tag/nav' }],
  ['footer', { kind: 'footer', rule: 'tag/footer' }],
  ['aside', { kind: 'related', rule: 'tag/aside' }],
  ['menu', { kind: 'navigation', rule: 'tag/menu' }],
  ['dialog', { kind: 'other', rule: 'tag/dialog' }],
]);

const HINTS_BY_ROLE: ReadonlyMap<string, BlockHint> = new Map([
  ['navigation', { kind: 'navigation', rule: 'role/navigation' }],
  ['banner', { kind: 'navigation', rule: 'role/banner' }],
  ['contentinfo', { kind: 'footer', rule: 'role/contentinfo' }],
  ['complementary', { kind: 'related', rule: 'role/complementary' }],
  ['search', { kind: 'navigation', rule: 'role/search' }],
  ['dialog', { kind: 'other', rule: 'role/dialog' }],
  ['alertdialog', { kind: 'other', rule: 'role/dialog' }],
  ['menu', { kind: 'navigation', rule: 'role/menu' }],
  ['tablist', { kind: 'navigation', rule: 'role/tablist' }],
]);

/** First match wins. A pattern sees ` class words id ` in lower case with camelCase split by hyphens. */
const HINTS_BY_NAME: readonly (readonly [pattern: RegExp, hint: BlockHint])[] = [
  [
    /[ _-](comments?|commentlist|commentform|disqus\w*|respond|livefyre|leserkommentare|kommentare?|comentarios?|commentaires?)([ _-]|$)/,
    { kind: 'comments', rule: 'name/comments' },
  ],
  [
    /[ _-](share\w*|sharing|social\w*|socials|addthis\w*|addtoany\w*|shariff|sharedaddy|follow-us|teilen)([ _-]|$)/,
    { kind: 'share', rule: 'name/share' },
  ],
  [
    /[ _-](related\w*|recommend\w*|recirc\w*|outbrain\w*|taboola\w*|yarpp\w*|jp-relatedposts|crp|read-?more|more-?(news|stories|articles|on)|also-?read|see-?also|similar|you-may\w*|matched|weiterlesen|mehr-zum-thema|verwandte?|linklist|link-list|onward|next-article|next-post|prev-next|post-navigation|nav-links|article-nav\w*)([ _-]|$)/,
    { kind: 'related', rule: 'name/related' },
  ],
  [
    /[ _-](most-?(viewed|read|popular|visited|shared|commented)|popular\w*|trending|bestseller|meistgelesen|mais-lidas)([ _-]|$)/,
    { kind: 'most_viewed', rule: 'name/most-viewed' },
  ],
  [
    /[ _-](latest\w*|recent-?(posts|news|entries)|last-?news|newsticker|ticker|breaking-news|marquee)([ _-]|$)/,
    { kind: 'latest', rule: 'name/latest' },
  ],
  [
    /[ _-](breadcrumbs?|navigation|navbar|nav|menu|submenu|mainmenu|topbar|top-bar|toolbar|pagination|pager|paging|skip-links?|skiplinks?|sitemap|sidebar\w*|side-bar|widget\w*|wp-block-widget|toc|table-of-contents|site-header|page-header|masthead|languages?)([ _-]|$)/,
    { kind: 'navigation', rule: 'name/navigation' },
  ],
  [
    /[ _-](footer\w*|footnote-links|copyright|colophon|imprint|impressum|legal|disclaimer|site-info)([ _-]|$)/,
    { kind: 'footer', rule: 'name/footer' },
  ],
  [
    /[ _-](tags?|tag-?links|tag-?list|tagcloud|keywords|post-tags|entry-tags|article-tags|categories|cat-links|post-categories|topics)([ _-]|$)/,
    { kind: 'tags', rule: 'name/tags' },
  ],
  [
    /[ _-](ad|ads|advert\w*|adsense|adbox|banner\w*|sponsor\w*|promo\w*|dfp|anzeige|werbung|publicidad|commercial)([ _-]|$)/,
    { kind: 'advert', rule: 'name/advert' },
  ],
  [
    /[ _-](byline\w*|author\w*|post-?meta|entry-?meta|article-?meta|meta-?data|meta|posted-on|timestamp|date|datum|dateline|publish\w*|pubdate|post-info|entry-info|news-tools|article-tools|print\w*|bio|about-author|vcard|contributors?)([ _-]|$)/,
    { kind: 'meta_line', rule: 'name/meta' },
  ],
  [
    /[ _-](cookie\w*|consent|gdpr|modal|popup|pop-up|overlay|lightbox|newsletter\w*|subscri\w*|signup|sign-up|login|log-in|register|paywall\w*|search\w*|rating\w*|votes?|poll|feedback|tooltip|sr-only|screen-reader\w*|visually-hidden|visuallyhidden|noprint|no-print|donat\w*|hidden|hide|carousel|slider|slideshow|gallery-nav|player\w*|video-js|jump-to\w*|back-to-top|error|alert|warning|notice|credits?|teaser\w*|infobox-links|mw-editsection|navbox\w*|reflist|references|catlinks|jw-\w*|ytp-\w*)([ _-]|$)/,
    { kind: 'other', rule: 'name/other' },
  ],
];

/** Elements whose own names say nothing: they hold the whole page. */
const NEVER_HINTED = new Set([
  'html',
  'body',
  'main',
  'article',
  'h1',
  'h2',
  'p',
  'span',
  'em',
  'strong',
  'b',
  'i',
  'font',
  'a',
]);
/** WordPress lists tags, categories and state of an entry among the classes of its container. */
const WORDPRESS_ENTRY = /\b(hentry|type-post|type-page|status-publish|post-\d+|page-id-\d+)\b/;
const CACHE = new Map<string, BlockHint | undefined>();
const CACHE_ENTRIES = 20_000;

/** What the element itself says that its part of the page is, or undefined. */
export function hintOf(element: Element): BlockHint | undefined {
  const byTag = HINTS_BY_TAG.get(element.name);
  if (byTag) return byTag;
  const { role, class: classes, id } = element.attribs;
  const byRole = role ? HINTS_BY_ROLE.get(role) : undefined;
  if (byRole) return byRole;
  if ((!classes && !id) || NEVER_HINTED.has(element.name)) return undefined;
  return hintOfNames(`${classes ?? ''} ${id ?? ''}`);
}

function hintOfNames(names: string): BlockHint | undefined {
  if (names.length > 400 || WORDPRESS_ENTRY.test(names)) return undefined;
  if (CACHE.has(names)) return CACHE.get(names);
  const words = ` ${names.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()}`;
  const hint = findHint(words);
  if (CACHE.size >= CACHE_ENTRIES) CACHE.clear();
  CACHE.set(names, hint);
  return hint;
}

/** The rule names the word that decided, so that an account of the page can be checked: `name/share:sharing`. */
function findHint(words: string): BlockHint | undefined {
  for (const [pattern, hint] of HINTS_BY_NAME) {
    const word = pattern.exec(words)?.[1];
    if (word !== undefined) return { kind: hint.kind, rule: `${hint.rule}:${word}` };
  }
  return undefined;
}
