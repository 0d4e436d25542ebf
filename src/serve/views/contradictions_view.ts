/** Reads the newest contradictions about contacts and claims. */
import { findContradictions } from '../../model/contradictions.js';
import type { Database } from '../../store/database.js';
import { loadContacts } from '../../store/site_contacts.js';
import { loadStatements } from '../../store/site_statements.js';
import { findStoryMates } from '../../store/site_story.js';
import { type ClaimPair, findClaimPairs } from './claim_pairs.js';
import type { ContradictionLine } from './ledger_views.js';

export interface ContradictionsView {
  readonly contacts: readonly ContradictionLine[];
  readonly claims: readonly ClaimPair[];
}

/** So many denials and contacts are looked at, the newest first. */
const LOOKED_AT = 200;
const MOST_ARTICLES = 2000;
const MOST_STATEMENTS = 5000;
const SHOWN = 40;

export async function loadContradictionsView(db: Database): Promise<ContradictionsView> {
  const [contacts, denials] = await Promise.all([
    loadContacts(db, { limit: LOOKED_AT }),
    loadStatements(db, { act: 'deny', stance: 'deny', limit: LOOKED_AT }),
  ]);
  const own = denials.map(({ articleId }) => articleId);
  const articleIds = own.length === 0 ? [] : await findStoryMates(db, own, MOST_ARTICLES);
  const claims =
    articleIds.length === 0
      ? []
      : await loadStatements(db, { articleIds, stance: 'affirm', withTwins: true, limit: MOST_STATEMENTS });
  return {
    contacts: contacts
      .flatMap((contact) => findContradictions([contact.entry]).map((found) => ({ contact, found })))
      .slice(0, SHOWN),
    claims: findClaimPairs([...denials, ...claims]).slice(0, SHOWN),
  };
}
