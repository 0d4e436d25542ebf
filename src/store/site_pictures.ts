/** Reads which pictures stored articles have. */
import type { Database } from './database.js';
import { prepared } from './prepared.js';
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
  return database.rows<ArticlePicture>(PICTURES_SQL, [articleIds]);
}

/** What was extracted is unpacked once for each article: the fence keeps the planner from doing it for each part. */
const PICTURES_SQL = prepared(`select a.id as "articleId", image->>'url' as url, image->>'caption' as caption
  from ${LINE_TABLES} cross join lateral (select v.extracted #> '{images,0}' as image offset 0) first
  where a.id = any($1) and ${VISIBLE} and image->>'url' is not null`);
