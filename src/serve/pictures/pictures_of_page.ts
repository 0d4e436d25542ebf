/** The pictures that the page which is being rendered may show. */
import { createContext, useContext } from 'hono/jsx';
import { loadPictures } from '../../store/site_pictures.js';
import { loadSiteSettings } from '../../store/site_settings.js';
import { safeHref } from '../addresses.js';
import type { SiteContext } from '../site_context.js';
import { SHAPES, type Shape } from './thumbnail.js';

/** A picture of ours, with the words of its publisher. */
export interface ShownPicture {
  readonly href: string;
  readonly width: number;
  readonly height: number;
  readonly caption: string | undefined;
}

/** Pictures by the article that they belong to. */
export type PagePictures = ReadonlyMap<number, Partial<Record<Shape, ShownPicture>>>;

export const PicturesOfPage = createContext<PagePictures>(new Map());

/** The picture of an article in a shape, where the page has one. */
export function pictureOf(articleId: number, shape: Shape): ShownPicture | undefined {
  return useContext(PicturesOfPage).get(articleId)?.[shape];
}

/** Finds what is there of the pictures of these articles; the others are fetched for the next reader. */
export async function findPictures(site: SiteContext, articleIds: readonly number[]): Promise<PagePictures> {
  const { pictures, store } = site;
  if (pictures === undefined) return new Map();
  const [settings, given] = await Promise.all([loadSiteSettings(store), loadPictures(store, articleIds)]);
  if (!settings.pictures) return new Map();
  const found = new Map<number, Partial<Record<Shape, ShownPicture>>>();
  for (const { articleId, url, caption } of given) {
    if (safeHref(url) === undefined) continue;
    pictures.wish(url);
    const shown = (shape: Shape): Partial<Record<Shape, ShownPicture>> => {
      const file = pictures.find(url, shape);
      if (file === undefined) return {};
      const { width, height } = SHAPES[shape];
      const href = `/article/${articleId}/picture/${shape}?v=${file.slice(0, 8)}`;
      return { [shape]: { href, width, height, caption: caption ?? undefined } };
    };
    found.set(articleId, { ...shown('small'), ...shown('wide') });
  }
  return found;
}
