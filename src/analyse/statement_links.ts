/** What joins statements: one inside another, one that answers another. */
import { cut, type Span } from '../model/span.js';
import type { Statement } from '../model/statement.js';

/** Sets for each statement the innermost one in whose content its verb stands. */
export function nest(statements: readonly Statement[]): Statement[] {
  return statements.map((statement, at) => {
    const place = statement.verb ?? statement.content;
    let inner: number | undefined;
    statements.forEach((other, index) => {
      if (index === at || other.content.start > place.start || other.content.end < place.end) return;
      const best = inner === undefined ? undefined : statements[inner];
      if (best === undefined || lengthOf(other.content) < lengthOf(best.content)) inner = index;
    });
    return inner === undefined ? statement : { ...statement, nestedIn: inner };
  });
}

const ANSWERS = new Set<Statement['act']>([
  'deny',
  'confirm',
  'not_rule_out',
  'rule_out',
  'decline',
  'reject_proposal',
]);

/** «این گزارش‌ها», «برگزاری این دیدار», «ادعای مذکور». */
const POINTING = /^(?:\S+ )?(?:این|آن|چنین) |(?:مذکور|یادشده)/;

/** «این گزارش‌ها را تکذیب کرد» answers the last statement before it that somebody else made. */
export function withTarget(text: string, statement: Statement, before: readonly Statement[]): Statement {
  if (!ANSWERS.has(statement.act) || !POINTING.test(cut(text, statement.content))) return statement;
  const isOther = ({ speaker, content }: Statement): boolean =>
    speaker?.name !== statement.speaker?.name &&
    content.end <= (statement.verb?.start ?? statement.content.start);
  const target = before.findLastIndex(isOther);
  return target < 0 ? statement : { ...statement, target };
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
