/** What stands against each other as rows to take along: both statements with article, version and span. */
import type { Database } from './database.js';
import type { ExportRow } from './export_rows.js';
import { type ContradictionFilter, loadContradictions } from './site_contradictions.js';
import type { StatementLine } from './site_statements.js';

/** Pairs of one question to the store: what an export holds in memory. */
const PIECE = 200;

/** All pairs that the filter lets pass, the newest first; the cursor of a row goes on behind it. */
export async function* exportContradictions(
  db: Database,
  { after, ...filter }: Omit<ContradictionFilter, 'limit'>,
): AsyncGenerator<ExportRow> {
  let place = after;
  for (;;) {
    const pairs = await loadContradictions(db, { ...filter, after: place, limit: PIECE });
    for (const { id, kind, contactId, rule, one, other, at, knownAt } of pairs) {
      yield {
        cursor: `${at}_${id}`,
        ...{ kind, contact: contactId, rule, at, known_at: knownAt },
        ...sideOf('one', one),
        ...sideOf('other', other),
      };
    }
    const last = pairs.at(-1);
    if (last === undefined) return;
    place = { at: last.at, id: last.id };
  }
}

function sideOf(name: 'one' | 'other', line: StatementLine): ExportRow {
  const speaker = line.speakers[0];
  return {
    [`${name}_statement`]: line.id,
    [`${name}_speaker`]: speaker?.name ?? null,
    [`${name}_speaker_entity`]: speaker?.entityId ?? null,
    [`${name}_act`]: line.act,
    [`${name}_stance`]: line.stance,
    [`${name}_said_at`]: line.saidAt,
    [`${name}_outlet`]: line.outletName,
    [`${name}_content`]: line.content,
    [`${name}_sentence`]: line.evidence,
    [`${name}_article`]: line.articleId,
    [`${name}_version`]: line.version,
    [`${name}_start`]: line.evidenceStart,
    [`${name}_end`]: line.evidenceEnd,
    [`${name}_url`]: line.url,
  };
}
