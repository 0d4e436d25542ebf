import { type AnalyseContext, analyseArticle } from '../analyse/analyse_article.js';
import type { Analysis } from '../model/analysis.js';
import type { Contact } from '../model/contact.js';
import type { ExtractedPage } from '../model/extracted_page.js';
import { cut, type Span } from '../model/span.js';
import type { Statement } from '../model/statement.js';
import { analyseInputOf } from '../pipeline/analyse_input.js';

/**
 * What the analysis reads in a page, drawn for a terminal: {speaker}, <verb> and [content] stand as marks in the
 * publisher's own sentence, since columns do not line up where letters run from right to left.
 */
export function explainAnalysis(page: ExtractedPage, context: AnalyseContext): string[] {
  const analysis = analyseArticle(analyseInputOf(page), context);
  return [
    ...chainLine(analysis),
    ...analysis.statements.flatMap((statement, index) => statementLines(page.text, statement, index)),
    ...analysis.contacts.flatMap((contact) => contactLines(page.text, contact)),
  ];
}

function chainLine({ chain }: Analysis): string[] {
  const hops = chain.map(({ name, relation }) => `${name} (${relation})`);
  return hops.length === 0 ? [] : [`chain    ${hops.join(' ← ')}`];
}

function statementLines(text: string, statement: Statement, index: number): string[] {
  const { act, stance, factuality, form, evidence, nestedIn, target } = statement;
  const speakers = [statement.speaker, ...statement.coSpeakers].flatMap((speaker) => speaker?.name ?? []);
  const facts = [
    speakers.join(' + ') || 'nobody made out',
    `${act} ${stance} ${factuality} ${form}`,
    evidence.rule,
    ...(nestedIn === undefined ? [] : [`inside ${nestedIn + 1}`]),
    ...(target === undefined ? [] : [`answers ${target + 1}`]),
    ...statement.flags,
  ];
  return [`said ${String(index + 1).padEnd(3)} ${facts.join(' · ')}`, `         ${drawn(text, statement)}`];
}

/** The evidence with marks around speaker, verb and content. */
function drawn(text: string, { evidence: { span: around }, speaker, verb, content }: Statement): string {
  const marks = [
    ...marksOf(speaker?.span, '{', '}'),
    ...marksOf(verb, '<', '>'),
    ...marksOf(content, '[', ']'),
  ]
    .filter(({ at }) => at >= around.start && at <= around.end)
    .sort((a, b) => b.at - a.at || b.rank - a.rank);
  let letters = cut(text, around);
  for (const { at, sign } of marks) {
    letters = letters.slice(0, at - around.start) + sign + letters.slice(at - around.start);
  }
  return letters.replace(/\s+/g, ' ');
}

/** At one place a span that ends is closed before the next one opens. */
function marksOf(
  range: Span | undefined,
  open: string,
  close: string,
): { at: number; sign: string; rank: number }[] {
  if (range === undefined) return [];
  return [
    { at: range.start, sign: open, rank: 1 },
    { at: range.end, sign: close, rank: 0 },
  ];
}

function contactLines(
  text: string,
  { actors, roles, kind, status, secrecy, when, trigger, voices }: Contact,
): string[] {
  const said = voices.flatMap(({ statement }) => (statement === undefined ? [] : [statement + 1]));
  const facts = [
    actors.map(({ name }) => name).join(' ⇄ '),
    `${kind} ${status}`,
    ...roles.map(({ part, name }) => `${part} ${name}`),
    ...(secrecy === 'unknown' ? [] : [secrecy]),
    ...(when?.iso === undefined ? [] : [when.iso]),
    `«${cut(text, trigger)}»`,
    ...(said.length === 0 ? [] : [`said in ${said.join(', ')}`]),
  ];
  return [`contact  ${facts.join(' · ')}`];
}
