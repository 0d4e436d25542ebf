import { readSubject, type SpeakerView } from './speaker_phrase.js';
import { BODIES, TITLES, UNNAMED } from './speaker_words.js';
import type { Draft } from './statement_draft.js';
import { isFiniteAt, sentenceEnd, type WordBlock } from './statement_words.js';

/** «ادعای X مبنی بر …»: a noun for what somebody said, with its owner and its content. */
export interface ClaimedRule {
  readonly id: string;
  readonly heads: string;
  readonly act: Draft['act'];
  readonly stance: Draft['stance'];
  readonly yes: string;
  readonly no: string;
}

export const CLAIMED_RULES: readonly ClaimedRule[] = [
  {
    id: 'claimed/claim',
    heads: 'ادعای ادعاهای ادعایی اتهام اتهامات اتهامهای',
    act: 'claim',
    stance: 'affirm',
    yes: 'ادعای وزیر نیرو مبنی بر پر بودن سدها نادرست است.',
    no: 'ادعای بزرگی مبنی بر پر بودن سدها نیست.',
  },
  {
    id: 'claimed/report',
    heads: 'گزارش گزارشهای خبر اخبار اظهارات سخنان گفتههای اظهارنظر',
    act: 'assert',
    stance: 'affirm',
    yes: 'اظهارات وزیر نیرو مبنی بر پر بودن سدها نادرست است.',
    no: 'گزارش‌هایی مبنی بر پر بودن سدها نیست.',
  },
  {
    id: 'claimed/announcement',
    heads: 'اعلام وعده وعدههای هشدار هشدارهای تهدید تهدیدهای',
    act: 'announce',
    stance: 'affirm',
    yes: 'هشدار وزیر نیرو مبنی بر خالی شدن سدها بی‌پاسخ است.',
    no: 'هشدار مبنی بر خالی شدن سدها بی‌پاسخ است.',
  },
];

/** Words between the noun and «مبنی بر» at most. */
const LONGEST_OWNER = 10;
const LONGEST_CONTENT = 30;

/** The statements that nouns with «مبنی بر» tell of. */
export function draftClaimed(speakers: SpeakerView): Draft[] {
  const { view } = speakers;
  const found: Draft[] = [];
  for (let at = 2; at < view.words.length - 2; at += 1) {
    if (view.keys[at] !== 'مبنی' || view.keys[at + 1] !== 'بر') continue;
    const draft = draftAt(speakers, at);
    if (draft !== undefined) found.push(draft);
  }
  return found;
}

function draftAt(speakers: SpeakerView, at: number): Draft | undefined {
  const { view } = speakers;
  const head = headBefore(view, at);
  if (head === undefined) return undefined;
  const subject = readSubject(speakers, { from: head.at + 1, to: at });
  if (subject?.from !== head.at + 1 || subject.to !== at || subject.via === 'pronoun') return undefined;
  const first = view.keys[subject.from] ?? '';
  const isSure = subject.mention !== undefined || [TITLES, BODIES, UNNAMED].some((words) => words.has(first));
  if (!isSure) return undefined;
  const isClause = /^(?:اینکه|آنکه)$/.test(view.keys[at + 2] ?? '');
  const from = isClause ? at + 3 : at + 2;
  const to = contentEnd(view, from, isClause);
  if (to <= from) return undefined;
  return {
    verb: { from: head.at, to: head.at + 1 },
    act: head.rule.act,
    stance: head.rule.stance,
    isObject: !isClause,
    rule: head.rule.id,
    form: 'indirect',
    from,
    to,
    runsOn: false,
    inNextBlock: false,
    past: true,
    plural: false,
    subject,
    passive: false,
    isMarker: true,
    sharesSentence: false,
    flags: [],
  };
}

function headBefore(
  view: WordBlock,
  at: number,
): { readonly at: number; readonly rule: ClaimedRule } | undefined {
  for (let back = at - 2; back >= Math.max(0, at - LONGEST_OWNER); back -= 1) {
    if (view.words[back]?.sentence !== view.words[at]?.sentence || isFiniteAt(view, back)) return undefined;
    const rule = byHead.get(view.keys[back] ?? '');
    if (rule !== undefined) return { at: back, rule };
  }
  return undefined;
}

/** A clause ends with its verb before a sign or «را»; a noun phrase at «را», a sign, or before the sentence's predicate. */
function contentEnd(view: WordBlock, from: number, isClause: boolean): number {
  const end = Math.min(sentenceEnd(view, from - 1), from + LONGEST_CONTENT);
  for (let at = from + 1; at < end; at += 1) {
    const isSign = /[،؛,]/.test(view.words[at]?.gap ?? '');
    const isEnd = isSign || view.keys[at] === 'را';
    if (isClause ? isEnd && isFiniteAt(view, at - 1) : isEnd) return at;
    if (!isClause && isFiniteAt(view, at)) return Math.max(from + 1, verbFrom(view, at));
  }
  return end;
}

/** «واکنش نشان نداده است», «رد شد»: the noun belongs to the verb. */
function verbFrom({ keys }: WordBlock, at: number): number {
  return keys[at - 1] === 'نشان' ? at - 2 : at - 1;
}

const byHead = new Map(
  CLAIMED_RULES.flatMap((rule) => rule.heads.split(' ').map((head) => [head, rule] as const)),
);
