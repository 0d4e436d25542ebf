/** All operations of the machine interface. */
import { ARTICLE_OPERATIONS } from './article_operations.js';
import { COMMENT_OPERATIONS } from './comment_operations.js';
import { CONTRADICTION_OPERATIONS } from './contradiction_operations.js';
import { FETCH_OPERATIONS } from './fetch_operations.js';
import { LEDGER_OPERATIONS } from './ledger_operations.js';
import { LIST_OPERATIONS } from './list_operations.js';
import type { Operation } from './operation.js';
import { OPERATOR_OPERATIONS } from './operator_operations.js';
import { STORY_OPERATIONS } from './story_operations.js';
import { THREAD_OPERATIONS } from './thread_operations.js';
import { WEBHOOK_OPERATIONS } from './webhook_operations.js';

export const OPERATIONS: readonly Operation[] = [
  ...STORY_OPERATIONS,
  ...THREAD_OPERATIONS,
  ...ARTICLE_OPERATIONS,
  ...COMMENT_OPERATIONS,
  ...LEDGER_OPERATIONS,
  ...CONTRADICTION_OPERATIONS,
  ...LIST_OPERATIONS,
  ...FETCH_OPERATIONS,
  ...WEBHOOK_OPERATIONS,
  ...OPERATOR_OPERATIONS,
];
