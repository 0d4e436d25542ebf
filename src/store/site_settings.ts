/** What the operator has set for the site, and the words of its fixed pages. */
import type { Database } from './database.js';
import { prepared } from './prepared.js';

/** Settings that the operator changes under /admin. */
export interface SiteSettings {
  /** `open`: readers' comments stand at once; `moderated`: after a decision; `closed`: none are taken. */
  readonly comments: 'open' | 'moderated' | 'closed';
  /** `excerpt`: headline, lede and the beginning; `full`: the whole text for every outlet. */
  readonly fullText: 'excerpt' | 'full';
  /** Letters of an excerpt. */
  readonly excerptLength: number;
  /** Whether thumbnails of publishers' pictures are fetched and shown. */
  readonly pictures: boolean;
  /** What the site is called where it has a name of its own. */
  readonly siteName: string;
  /** Mail or web address under which readers and publishers reach the operator; empty: none. */
  readonly contact: string;
}

export const DEFAULT_SETTINGS: SiteSettings = {
  comments: 'moderated',
  fullText: 'excerpt',
  excerptLength: 600,
  pictures: true,
  siteName: 'سند',
  contact: '',
};

/** Enough to know what it is about, little enough that the publisher is still read. */
export const EXCERPT_BOUNDS = { min: 100, max: 3000 } as const;

/** Names of the rows of `setting`. */
export type SettingKey = 'comments' | 'full_text' | 'excerpt_length' | 'pictures' | 'site_name' | 'contact';

/** One wording of a fixed page. */
export interface PageText {
  readonly number: number;
  readonly text: string;
  readonly editedAt: string;
}

/** The settings; what was never set, or cannot be read, is as it comes with the program. */
export async function loadSiteSettings(database: Database): Promise<SiteSettings> {
  const rows = await database.rows<{ key: string; value: unknown }>(
    prepared(`select key, value from setting
     where key in ('comments', 'comments_open', 'full_text', 'excerpt_length', 'pictures', 'site_name', 'contact')`),
  );
  const values = new Map(rows.map(({ key, value }) => [key, value]));
  const text = (key: SettingKey): string | undefined => {
    const value = values.get(key);
    return typeof value === 'string' ? value : undefined;
  };
  const length = values.get('excerpt_length');
  return {
    comments: commentsOf(values),
    fullText: text('full_text') === 'full' ? 'full' : 'excerpt',
    excerptLength: typeof length === 'number' ? length : DEFAULT_SETTINGS.excerptLength,
    pictures: text('pictures') !== 'off',
    siteName: text('site_name') || DEFAULT_SETTINGS.siteName,
    contact: text('contact') ?? DEFAULT_SETTINGS.contact,
  };
}

/** Earlier programs kept only whether comments were open, which meant moderated. */
function commentsOf(values: ReadonlyMap<string, unknown>): SiteSettings['comments'] {
  const value = values.get('comments');
  if (value === 'open' || value === 'closed' || value === 'moderated') return value;
  return values.get('comments_open') === false ? 'closed' : DEFAULT_SETTINGS.comments;
}

/** One setting as it was saved; `undefined` when it never was. */
export async function loadSetting(database: Database, key: string): Promise<unknown> {
  const row = await database.row<{ value: unknown }>(prepared('select value from setting where key = $1'), [
    key,
  ]);
  return row?.value;
}

/** Writes one setting; `undefined` takes it away, so that the default holds. */
export async function putSetting(
  database: Database,
  setting: { readonly key: string; readonly value: unknown; readonly at: string },
): Promise<void> {
  if (setting.value === undefined) {
    await database.run('delete from setting where key = $1', [setting.key]);
    return;
  }
  await database.run(
    `insert into setting (key, value, changed_at) values ($1, $2, $3)
     on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`,
    [setting.key, JSON.stringify(setting.value), setting.at],
  );
}

/** Saves those that differ; returns what they were before (`value` absent: never set). */
export async function saveSettings(
  tx: Database,
  wanted: ReadonlyMap<SettingKey, unknown>,
  at: string,
): Promise<readonly { readonly key: SettingKey; readonly value?: unknown }[]> {
  const changed: { key: SettingKey; value?: unknown }[] = [];
  for (const [key, value] of wanted) {
    const before = await loadSetting(tx, key);
    if (before === value) continue;
    await putSetting(tx, { key, value, at });
    changed.push(before === undefined ? { key } : { key, value: before });
  }
  return changed;
}

/** The newest wording of a fixed page; nothing while the operator has written none. */
export function loadPageText(database: Database, slug: string): Promise<PageText | undefined> {
  return database.row(
    `select number, text, edited_at as "editedAt" from page_text where slug = $1 order by number desc limit 1`,
    [slug],
  );
}
