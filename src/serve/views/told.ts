import type { Database } from '../../store/database.js';
import { loadContacts } from '../../store/site_contacts.js';
import { loadStatements } from '../../store/site_statements.js';
import type { Told } from '../pieces/told.js';
import { loadAgainst } from './against_view.js';

/** Statements and contacts on one page at most. */
const MOST_STATEMENTS = 60;
const MOST_CONTACTS = 20;

/** What these articles tell; what several print counts once, and stands with the first of them. */
export async function loadTold(db: Database, articleIds: readonly number[]): Promise<Told> {
  const [statements, contacts, against] = await Promise.all([
    loadStatements(db, {
      articleIds,
      withTwins: articleIds.length === 1,
      order: 'text',
      limit: MOST_STATEMENTS,
    }),
    loadContacts(db, { articleIds, limit: MOST_CONTACTS }),
    loadAgainst(db, { articleIds }),
  ]);
  return { statements, contacts, against };
}
