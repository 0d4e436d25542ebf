/** Entities, dyads, statements, contacts, and what dossiers hold of them. */
import { CONTACT_OPERATIONS } from './contact_operations.js';
import { DYAD_OPERATIONS } from './dyad_operations.js';
import { ENTITY_OPERATIONS } from './entity_operations.js';
import type { Operation } from './operation.js';
import { STATEMENT_OPERATIONS } from './statement_operations.js';

export const LEDGER_OPERATIONS: readonly Operation[] = [
  ...ENTITY_OPERATIONS,
  ...STATEMENT_OPERATIONS,
  ...CONTACT_OPERATIONS,
  ...DYAD_OPERATIONS,
];
