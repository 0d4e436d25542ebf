/** What only operators may see: what went wrong, and how the parts fare. */
import { loadWaiting } from '../../store/api_lists.js';
import { countOpenIssues, listOpenIssues, type StoredIssue } from '../../store/issues.js';
import { loadSourceHealth } from '../../store/source_health.js';
import { loadSourceStatuses } from '../../store/source_state.js';
import { readCursor, writeCursor } from './cursor.js';
import { defineOperation, type Operation } from './operation.js';
import { HEALTH, ISSUE } from './operator_schemas.js';
import { CURSOR, idOf, LIMIT, oneOf } from './parameters.js';
import { pageOf } from './schemas.js';
import { momentOf } from './times.js';

export const OPERATOR_OPERATIONS: readonly Operation[] = [
  defineOperation({
    id: 'listIssues',
    path: '/issues',
    tag: 'operators',
    summary: 'What went wrong and is open; severity fatal is the quarantine',
    scope: 'operator',
    parameters: {
      severity: oneOf(['warning', 'fatal'], 'Only these').optional(),
      code: idOf('a kind of issue', 'extract.empty_body').optional(),
      cursor: CURSOR,
      limit: LIMIT,
    },
    answer: pageOf(ISSUE),
    run: async ({ store }, { severity, code, cursor, limit }) => {
      const beforeId = readCursor('issues', cursor, ['number'])?.[0];
      const issues = await listOpenIssues(store, {
        ...(severity === undefined ? {} : { severity }),
        ...(code === undefined ? {} : { code }),
        ...(beforeId === undefined ? {} : { beforeId }),
        limit: limit + 1,
      });
      const last = issues.length > limit ? issues[limit - 1] : undefined;
      return {
        items: issues.slice(0, limit).map(issueOf),
        next: last === undefined ? null : writeCursor('issues', [last.issueId]),
      };
    },
  }),
  defineOperation({
    id: 'getHealth',
    path: '/health',
    tag: 'operators',
    summary: 'How sources and stages fare',
    scope: 'operator',
    parameters: {},
    answer: HEALTH,
    run: async ({ store, clock }) => {
      const now = clock();
      const [waiting, openIssues, statuses, healths] = await Promise.all([
        loadWaiting(store),
        countOpenIssues(store),
        loadSourceStatuses(store),
        loadSourceHealth(store, { now }),
      ]);
      return {
        at: momentOf(now),
        waiting,
        openIssues,
        sources: statuses.map((source) => {
          const health = healths.get(source.sourceId);
          return {
            id: source.sourceId,
            outlet: source.outletId,
            condition: source.condition.code,
            detail: source.condition.detail ?? null,
            failures: source.failures,
            seenLastDay: health?.seenLastDay ?? null,
            expectedPerDay: health?.expectedPerDay ?? null,
            medianDelaySeconds: health?.medianDelayS ?? null,
          };
        }),
      };
    },
  }),
];

function issueOf({ issueId, issue, stage, inputName, pageId, seenAt }: StoredIssue) {
  return {
    id: issueId,
    stage,
    ...{ code: issue.code, severity: issue.severity, message: issue.message },
    input: inputName ?? null,
    fetchedPage: pageId ?? null,
    seen: momentOf(seenAt),
  };
}
