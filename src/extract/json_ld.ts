/** What structured data on a page says about the article; every field as the publisher wrote it. */
export interface StructuredArticle {
  readonly type: string;
  readonly headline?: string;
  readonly description?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly section: readonly string[];
  readonly keywords: readonly string[];
  readonly authors: readonly string[];
  readonly publisher?: string;
  readonly images: readonly string[];
  readonly body?: string;
  readonly url?: string;
}

const ARTICLE_TYPE =
  /(article|posting|report|review|recipe|liveblog|analysis|opinion|webpage|videoobject|imagegallery|faqpage|newsarticle)$/i;
/** Types that describe the page as a whole are believed only where no article is described. */
const PAGE_TYPE = /webpage$/i;
const MAX_NODES = 2000;
const MAX_SCRIPT_CHARS = 1_000_000;

/** Reads the `application/ld+json` scripts of a page; broken ones are repaired where that is safe, else skipped. */
export function readJsonLd(scripts: readonly string[]): readonly StructuredArticle[] {
  const found: StructuredArticle[] = [];
  for (const script of scripts) {
    if (script.length > MAX_SCRIPT_CHARS) continue;
    for (const node of listNodes(parseLoosely(script))) {
      const article = readArticle(node);
      if (article) found.push(article);
    }
  }
  return found.sort((a, b) => rank(a) - rank(b));
}

function rank(article: StructuredArticle): number {
  if (PAGE_TYPE.test(article.type)) return 2;
  return /article|posting|report/i.test(article.type) ? 0 : 1;
}

/** JSON as sites really write it: in HTML comments or CDATA, with raw line ends in strings, trailing commas. */
function parseLoosely(script: string): unknown {
  const trimmed = script
    .replace(/^\s*(<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[|\/\/<!\[CDATA\[)/, '')
    .replace(/(-->|\/\*\]\]>\*\/|\/\/\]\]>|\]\]>)\s*;?\s*$/, '');
  return parseJson(trimmed) ?? parseJson(repairJson(trimmed));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function repairJson(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/,\s*([}\]])/g, '$1')
    .replace(/;\s*$/, '');
}

type Node = Readonly<Record<string, unknown>>;

/** All objects below a value, outermost first; bounded. */
function listNodes(value: unknown): Node[] {
  const nodes: Node[] = [];
  const queue: unknown[] = [value];
  for (let at = 0; at < queue.length && nodes.length < MAX_NODES; at++) {
    const next = queue[at];
    if (Array.isArray(next)) queue.push(...next.slice(0, MAX_NODES));
    else if (next !== null && typeof next === 'object') {
      const node = next as Node;
      nodes.push(node);
      for (const key of [
        '@graph',
        'mainEntity',
        'mainEntityOfPage',
        'hasPart',
        'itemListElement',
        'item',
        'video',
      ]) {
        if (node[key] !== null && typeof node[key] === 'object') queue.push(node[key]);
      }
    }
  }
  return nodes;
}

function readArticle(node: Node): StructuredArticle | undefined {
  const type = stringsOf(node['@type'])
    .map((name) => name.replace(/^.*[/#]/, ''))
    .find((name) => ARTICLE_TYPE.test(name));
  if (!type) return undefined;
  return {
    type,
    ...given('headline', textOf(node.headline) ?? (PAGE_TYPE.test(type) ? undefined : textOf(node.name))),
    ...given('description', textOf(node.description)),
    ...given('published', textOf(node.datePublished) ?? textOf(node.dateCreated) ?? textOf(node.uploadDate)),
    ...given('modified', textOf(node.dateModified)),
    ...given('publisher', namesOf(node.publisher)[0]),
    ...given('body', textOf(node.articleBody)),
    ...given('url', textOf(node.url)),
    section: stringsOf(node.articleSection),
    keywords: stringsOf(node.keywords)
      .flatMap((words) => words.split(/[,،;]/))
      .map((word) => word.trim())
      .filter(Boolean),
    authors: namesOf(node.author),
    images: [node.image, node.thumbnailUrl].flatMap(imagesOf),
  };
}

function given<Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, string>);
}

function textOf(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'number') return String(first);
  if (typeof first === 'string') return first.trim() === '' ? undefined : first.trim();
  const inner = (first as Node | null | undefined)?.['@value'];
  return typeof inner === 'string' ? inner : undefined;
}

function stringsOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value.slice(0, 100) : [value];
  return list
    .filter((entry): entry is string => typeof entry === 'string' && entry.trim() !== '')
    .map((entry) => entry.trim());
}

function namesOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value.slice(0, 50) : [value];
  return list.flatMap((entry) => {
    if (typeof entry === 'string') return entry.trim() === '' ? [] : [entry.trim()];
    const name = (entry as Node | null | undefined)?.name;
    return stringsOf(name);
  });
}

function imagesOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value.slice(0, 20) : [value];
  return list.flatMap((entry) =>
    typeof entry === 'string' ? [entry] : stringsOf((entry as Node | null | undefined)?.url),
  );
}
