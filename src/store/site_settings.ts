/** Reads what the operator has set for the site, and the words of its fixed pages. */
import type { Database } from './database.js';

/** Settings that the operator changes under /admin. */
export interface SiteSettings {
  /** Whether readers may write comments. */
  readonly commentsOpen: boolean;
  /** `excerpt`: headline, lede and the beginning; `full`: the whole text for every outlet. */
  readonly fullText: 'excerpt' | 'full';
}

export const DEFAULT_SETTINGS: SiteSettings = { commentsOpen: true, fullText: 'excerpt' };

/** One wording of a fixed page. */
export interface PageText {
  readonly number: number;
  readonly text: string;
  readonly editedAt: string;
}

export async function loadSiteSettings(database: Database): Promise<SiteSettings> {
  const rows = await database.rows<{ key: string; value: unknown }>(
    `select key, value from setting where key in ('comments_open', 'full_text')`,
  );
  const values = new Map(rows.map(({ key, value }) => [key, value]));
  return {
    commentsOpen: values.get('comments_open') !== false,
    fullText: values.get('full_text') === 'full' ? 'full' : 'excerpt',
  };
}

/** One setting as it was saved; `undefined` when it never was. */
export async function loadSetting(database: Database, key: string): Promise<unknown> {
  const row = await database.row<{ value: unknown }>('select value from setting where key = $1', [key]);
  return row?.value;
}

/** The newest wording of a fixed page; nothing while the operator has written none. */
export function loadPageText(database: Database, slug: string): Promise<PageText | undefined> {
  return database.row(
    `select number, text, edited_at as "editedAt" from page_text where slug = $1 order by number desc limit 1`,
    [slug],
  );
}
