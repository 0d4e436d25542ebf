/** What joins statements: one inside another, one that answers another. */
import { cut, type Span } from '../model/span.js';
import type { Statement } from '../model/statement.js';
import { keyOf } from '../persian/keys.js';

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

/**
 * «این گزارش‌ها را تکذیب کرد» answers the last statement before it that somebody else made, «این دیدار را تأیید کرد» the last
 * one that speaks of a meeting, if there is one.
 */
export function withTarget(text: string, statement: Statement, before: readonly Statement[]): Statement {
  const words = cut(text, statement.content);
  if (!ANSWERS.has(statement.act) || !POINTING.test(words)) return statement;
  const isOther = ({ speaker, content }: Statement): boolean =>
    speaker?.name !== statement.speaker?.name &&
    content.end <= (statement.verb?.start ?? statement.content.start);
  const noun = pointedNoun(words);
  const isOfIt = (other: Statement): boolean =>
    noun !== undefined && isOther(other) && nounsOf(cut(text, other.content)).includes(noun);
  const named = before.findLastIndex(isOfIt);
  const target = named < 0 ? before.findLastIndex(isOther) : named;
  return target < 0 ? statement : { ...statement, target };
}

/** «برگزاری این گفت‌وگوها» points to a talk: the noun behind «این», without its plural. */
function pointedNoun(words: string): string | undefined {
  const noun = /(?:^| )(?:این|آن|چنین) (\S+)/.exec(keyOf(words))?.[1];
  return noun?.replace(ENDING, '');
}

function nounsOf(words: string): readonly string[] {
  return keyOf(words)
    .split(' ')
    .map((key) => key.replace(ENDING, ''));
}

/** «گفت‌وگوها», «دیداری», «تماس‌هایی». */
const ENDING = /(?:ها|های|هایی|ی)$/;

function lengthOf({ start, end }: Span): number {
  return end - start;
}
