import type { ContactLine, RoleName } from '../../store/site_contacts.js';
import type { ContradictionPair } from '../../store/site_contradictions.js';
import type { StatementLine } from '../../store/site_statements.js';
import { contactHref, statementHref } from '../addresses.js';
import { say } from '../language.js';
import { ACT_WORDS, contactName, daysWords, PART_WORDS, partiesWords, stateOf } from '../ledger_words.js';
import { cutAtWord, shown } from '../words.js';
import type { FeedEntry } from './feed.js';

/** «سیما پرتو گفت: …», with the sentence as its summary. */
export function entryOfStatement(line: StatementLine, baseUrl: string): FeedEntry {
  const speaker = line.speakers[0]?.name ?? 'گوینده روشن نیست';
  return {
    url: `${baseUrl}${statementHref(line.id)}`,
    title: `${shown(speaker)} ${say(ACT_WORDS[line.act])}: ${cutAtWord(shown(line.content), 110)}`,
    summary: shown(line.evidence),
    outlet: line.outletName === null ? undefined : shown(line.outletName),
    category: 'گفته',
    publishedAt: line.at,
  };
}

/** Two statements against each other, under the page of the later one. */
export function entryOfPair({ kind, one, other, at }: ContradictionPair, baseUrl: string): FeedEntry {
  const nameOf = ({ speakers }: StatementLine): string => shown(speakers[0]?.name ?? 'گوینده روشن نیست');
  const sayingOf = (line: StatementLine): string =>
    `${nameOf(line)} ${say(ACT_WORDS[line.act])}: ${cutAtWord(shown(line.content), 160)}`;
  return {
    url: `${baseUrl}${statementHref(other.id)}#pair-${one.id}`,
    title:
      kind === 'changed'
        ? `تغییر موضع ${nameOf(other)}: ${cutAtWord(shown(other.content), 90)}`
        : `${nameOf(one)} در برابر ${nameOf(other)}: ${cutAtWord(shown(other.content), 90)}`,
    summary: `${sayingOf(one)}\n${sayingOf(other)}`,
    outlet: other.outletName === null ? undefined : shown(other.outletName),
    category: kind === 'changed' ? 'تغییر موضع' : 'روبه‌روی هم',
    publishedAt: at,
  };
}

/** A contact as its status now stands; it comes again with every change of it. */
export function entryOfContact(line: ContactLine, baseUrl: string): FeedEntry {
  const { entry } = line;
  return {
    url: `${baseUrl}${contactHref(line.id)}`,
    title: `${contactName(entry)}، ${partiesWords(line)}: ${say(stateOf(entry).word)}`,
    summary:
      [daysWords(entry.days)?.main, ...line.roles.map(roleWords)].filter(Boolean).join('؛ ') || undefined,
    outlet: undefined,
    category: 'تماس',
    publishedAt: line.changedAt,
  };
}

/** «با میانجیگری عمان» */
function roleWords({ part, name }: RoleName): string {
  return `${say(PART_WORDS[part])} ${shown(name)}`;
}
