/** A secret of this installation, from which proofs are made that need no table of their own. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { saveFirstSetting } from '../store/commands.js';
import type { Database } from '../store/database.js';
import { loadSetting } from '../store/site_settings.js';

const KEY = 'site_secret';

/** The secret; made at its first use. Of processes that make it at the same time one wins. */
export async function ensureSecret(database: Database, now: string): Promise<string> {
  const known = await loadSetting(database, KEY);
  if (typeof known === 'string') return known;
  await saveFirstSetting(database, { key: KEY, value: randomBytes(32).toString('base64url'), at: now });
  return String(await loadSetting(database, KEY));
}

/** A proof that we said `words` with this secret. */
export function proofOf(secret: string, words: string): string {
  return createHmac('sha256', secret).update(words).digest('base64url');
}

/** Whether a proof is ours. */
export function isProof(secret: string, words: string, proof: string): boolean {
  return isSameText(proofOf(secret, words), proof);
}

/** Compares in a time that tells nothing about the letters. */
export function isSameText(right: string, given: string): boolean {
  const [a, b] = [Buffer.from(right), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
