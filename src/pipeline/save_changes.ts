import { diffVersions } from '../extract/version_diff.js';
import type { ChangeKind, VersionChange } from '../model/version_change.js';
import type { Transaction } from '../store/database.js';
import { loadPairsAround, saveVersionChange, type VersionPair } from '../store/version_changes.js';

/**
 * Works out how a version that was just written differs from the one seen before it, and the one seen after it from
 * this one: captures come in any order. A reading that wrote no version changes nothing.
 */
export async function saveChangesAround(
  tx: Transaction,
  written: { readonly articleId: number; readonly version: number; readonly pageId: number },
): Promise<void> {
  for (const pair of await loadPairsAround(tx, written)) {
    const { version, earlier } = pair;
    await saveVersionChange(tx, { articleId: written.articleId, version, earlier }, changeOf(pair));
  }
}

function changeOf({ before, after, isRestored }: VersionPair): VersionChange {
  const change = diffVersions(before, after);
  if (!isRestored) return change;
  const kinds: readonly ChangeKind[] = ['back_again', ...change.kinds];
  return { ...change, kinds };
}
