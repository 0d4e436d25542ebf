import { createHash } from 'node:crypto';
import type { ExtractedPage } from '../model/extracted_page.js';
import type { Transaction } from '../store/database.js';
import { findTopicWithItems, type SavedTopic, saveTopicPage } from '../store/topics.js';
import { topicItemKey, topicKeyOf } from './topic_key.js';

/** Share of a page's items that must be known of a topic for a nameless page to be taken as that topic again. */
const SAME_TOPIC_SHARE = 0.5;

/** Saves the items of a topic page. A page without address and name is told by the items that it shares. */
export async function saveTopicOf(
  tx: Transaction,
  page: ExtractedPage,
  place: { readonly pageId: number; readonly seenAt: string },
): Promise<SavedTopic> {
  const items = (page.topic?.items ?? []).map((item) => ({ ...item, key: topicItemKey(item) }));
  const itemKeys = items.map((item) => item.key);
  const key =
    topicKeyOf(page) ??
    (await findTopicWithItems(tx, { itemKeys, minCount: Math.ceil(items.length * SAME_TOPIC_SHARE) })) ??
    `items ${createHash('sha256').update(itemKeys.join('\n')).digest('base64url').slice(0, 22)}`;
  return saveTopicPage(tx, {
    ...place,
    key,
    name: page.topic?.name ?? '',
    outlet: page.outlet,
    url: page.canonicalUrl ?? page.url,
    shownCount: page.topic?.count,
    items: items.map(({ key: itemKey, title, text, url }) => ({ key: itemKey, title, text, url })),
  });
}
