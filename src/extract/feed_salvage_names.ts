export type SalvagedField =
  | 'title'
  | 'summary'
  | 'content'
  | 'published'
  | 'updated'
  | 'author'
  | 'category'
  | 'guid'
  | 'link'
  | 'language';

/** Element in lower case, with the usual prefix where it has one → field. The first of an item counts. */
export const FIELDS: Readonly<Record<string, SalvagedField>> = {
  title: 'title',
  'dc:title': 'title',
  link: 'link',
  guid: 'guid',
  id: 'guid',
  description: 'summary',
  summary: 'summary',
  abstract: 'summary',
  'dc:description': 'summary',
  content: 'content',
  'content:encoded': 'content',
  'xhtml:body': 'content',
  body: 'content',
  fullitem: 'content',
  pubdate: 'published',
  published: 'published',
  issued: 'published',
  created: 'published',
  'dc:date': 'published',
  'dcterms:issued': 'published',
  'dcterms:created': 'published',
  updated: 'updated',
  modified: 'updated',
  'dcterms:modified': 'updated',
  author: 'author',
  'dc:creator': 'author',
  'dc:author': 'author',
  category: 'category',
  'dc:subject': 'category',
  language: 'language',
  'dc:language': 'language',
};

/** Parts of a feed or item that have titles and links of their own. */
export const ASIDE: ReadonlySet<string> = new Set([
  'image',
  'textinput',
  'source',
  'contributor',
  'generator',
  'cloud',
  'media:group',
]);

/** Namespace → the prefix under which the table above knows its elements; all others keep their prefix. */
export const CANONICAL_PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/purl\.org\/dc\/elements\//i, 'dc'],
  [/^https?:\/\/purl\.org\/dc\/terms\//i, 'dcterms'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content/i, 'content'],
  [/^https?:\/\/www\.w3\.org\/1999\/xhtml/i, 'xhtml'],
  [/^https?:\/\/(?:www\.w3\.org\/2005\/atom|purl\.org\/atom\/|purl\.org\/rss\/1\.0\/?$)/i, ''],
  [
    /^https?:\/\/(?:my\.netscape\.com|channel\.netscape\.com|backend\.userland\.com|blogs\.law\.harvard\.edu)\//i,
    '',
  ],
];
