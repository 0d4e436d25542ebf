/** Reads which pictures stored articles have. */
import type { Database } from './database.js';
import { LINE_TABLES, VISIBLE } from './site_lines.js';

/** The first picture of an article, as its publisher names it. */
export interface ArticlePicture {
  readonly articleId: number;
  readonly url: string;
  readonly caption: string | null;
}

/** The first picture of each of these articles that readers may see and that has one. */
export function loadPictures(
  database: Database,
  articleIds: readonly number[],
): Promise<readonly ArticlePicture[]> {
  if (articleIds.length === 0) return Promise.resolve([]);
  return database.rows<ArticlePicture>(
    `select a.id as "articleId", v.extracted #>> '{images,0,url}' as url,
       v.extracted #>> '{images,0,caption}' as caption
     from ${LINE_TABLES} where a.id = any($1) and ${VISIBLE} and v.extracted #>> '{images,0,url}' is not null`,
    [articleIds],
  );
}
