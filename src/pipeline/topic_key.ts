import { createHash } from 'node:crypto';
import type { ExtractedPage, TopicItem } from '../model/extracted_page.js';
import { keyOf } from '../persian/keys.js';
import { addressIdentity } from './article_identity.js';

/** Says which topic a page lists: its address, or its outlet and name; undefined when it gives neither. */
export function topicKeyOf(page: ExtractedPage): string | undefined {
  const address = addressIdentity(page);
  if (address !== undefined) return `url ${address}`;
  const name = page.topic?.name;
  const outlet = page.outlet?.id ?? keyOf(page.outlet?.name ?? '');
  return name === undefined ? undefined : `name ${outlet} ${keyOf(name)}`;
}

/** Says which item of its topic this is: its address, or its words in any spelling. */
export function topicItemKey(item: TopicItem): string {
  const address = addressIdentity(item);
  if (address !== undefined) return `url ${address}`;
  const words = keyOf(`${item.title ?? ''}\n${item.text ?? ''}`);
  return `words ${createHash('sha256').update(words).digest('hex')}`;
}
