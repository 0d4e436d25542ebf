/** Our own few categories, under which articles of all outlets stand together; the slug is the address. */
export interface Section {
  readonly slug: string;
  /** Persian name in display spelling. */
  readonly name: string;
}

/** In the order of the menu. */
export const SECTIONS: readonly Section[] = [
  { slug: 'politics', name: 'سیاست' },
  { slug: 'world', name: 'جهان' },
  { slug: 'economy', name: 'اقتصاد' },
  { slug: 'society', name: 'جامعه' },
  { slug: 'science', name: 'دانش' },
  { slug: 'culture', name: 'فرهنگ' },
  { slug: 'sport', name: 'ورزش' },
];
