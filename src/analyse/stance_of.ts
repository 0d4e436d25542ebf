import type { Span } from '../model/span.js';
import type { Act, Factuality, Stance } from '../model/statement.js';
import { readMainClause } from './stance_clause.js';
import { factualityOf, STANCE_RULES } from './stance_rules.js';
import { spanOf, type WordBlock } from './statement_words.js';

/** How a speaker stands to a content, and the words that show it. */
export interface StanceReading {
  readonly act: Act;
  readonly stance: Stance;
  readonly factuality: Factuality;
  readonly cues: readonly Span[];
  /** Id of the rule that decided. */
  readonly rule: string;
}

/** Acts that decide by themselves what they do with the content. */
const DECIDED: ReadonlySet<Act> = new Set([
  'deny',
  'rule_out',
  'not_rule_out',
  'reject_proposal',
  'decline',
  'ask',
  'demand',
  'label',
  'accuse',
  'condemn',
  'support',
  'confirm',
  'threaten',
]);

/** The stance of a content in words [from, to) under a predicate. */
export function stanceOf(
  view: WordBlock,
  content: { readonly from: number; readonly to: number },
  predicate: { readonly act: Act; readonly stance: Stance; readonly isObject: boolean },
): StanceReading {
  const { act } = predicate;
  const own = act === 'demand' ? 'affirm' : predicate.stance;
  const byVerb = {
    act,
    stance: own,
    factuality: factualityOf(own, act, false),
    cues: [],
    rule: 'stance/verb',
  };
  if (DECIDED.has(act) || predicate.isObject) return byVerb;
  const clause = readMainClause(view, content.from, content.to);
  for (const rule of STANCE_RULES) {
    const cue = rule.find(clause);
    if (cue === undefined || isWeaker(rule.stance, own)) continue;
    const span = spanOf(view, content.from + cue[0], content.from + cue[1]);
    const ruleAct = rule.act ?? act;
    return {
      act: ruleAct,
      stance: rule.stance,
      factuality: factualityOf(rule.stance, ruleAct, clause.verb?.future === true),
      cues: span === undefined ? [] : [span],
      rule: rule.id,
    };
  }
  return byVerb;
}

/** A hope or an offer stays one, whatever its content says: «ابراز امیدواری کرد که صلح شود». */
function isWeaker(found: Stance, own: Stance): boolean {
  return own !== 'affirm' && found !== 'conditional' && found !== 'not_ruled_out';
}
