import type { Database } from '../../store/database.js';
import { dossierFilter, loadDossier } from '../../store/dossiers.js';
import { missing } from './problem.js';

/** What the dossier of a number asks for; a fault where there is none. */
export async function filterOfDossier(store: Database, id: number) {
  const dossier = await loadDossier(store, id);
  if (dossier === undefined) throw missing('such dossier');
  return dossierFilter(dossier);
}
