/** Our own few categories, under which articles of all outlets stand together; the slug is the address. */
export interface Section {
  readonly slug: string;
  /** Persian name in display spelling. */
  readonly name: string;
  readonly nameEn: string;
}

/** In the order of the menu. */
export const SECTIONS: readonly Section[] = [
  { slug: 'politics', name: 'سیاست', nameEn: 'Politics' },
  { slug: 'world', name: 'جهان', nameEn: 'World' },
  { slug: 'economy', name: 'اقتصاد', nameEn: 'Economy' },
  { slug: 'society', name: 'جامعه', nameEn: 'Society' },
  { slug: 'science', name: 'دانش', nameEn: 'Science' },
  { slug: 'culture', name: 'فرهنگ', nameEn: 'Culture' },
  { slug: 'sport', name: 'ورزش', nameEn: 'Sport' },
];
