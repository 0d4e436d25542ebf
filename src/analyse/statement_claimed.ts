import { LABEL_WORDS } from './label_words.js';
import { readSubject } from './speaker_phrase.js';
import type { SpeakerView } from './speaker_view.js';
import { BODIES, TITLES, UNNAMED } from './speaker_words.js';
import type { Draft } from './statement_draft.js';
import { isFiniteAt, sentenceEnd, type WordBlock } from './statement_words.js';

/** «ادعای X مبنی بر …»: a noun for what somebody said, with its owner and its content. */
export interface ClaimedRule {
  readonly id: string;
  readonly heads: string;
  /** «دربارهٔ» stands before the content instead of «مبنی بر». */
  readonly about?: true;
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
    id: 'claimed/claim-about',
    heads: 'ادعای ادعاهای',
    about: true,
    act: 'claim',
    stance: 'affirm',
    yes: 'ادعای وزیر نیرو درباره پر بودن سدها نادرست است.',
    no: 'ادعای بزرگی درباره پر بودن سدها نیست.',
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

/** The statements that nouns with «مبنی بر» or «دربارهٔ» tell of. */
export function draftClaimed(speakers: SpeakerView): Draft[] {
  const { view } = speakers;
  const found: Draft[] = [];
  for (let at = 2; at < view.words.length - 2; at += 1) {
    const link = linkAt(view, at);
    const draft = link && draftAt(speakers, at, link);
    if (draft !== undefined) found.push(draft);
  }
  return found;
}

/** What joins a noun and its content at a word. */
interface Link {
  readonly next: number;
  readonly about: boolean;
}

function linkAt({ keys }: WordBlock, at: number): Link | undefined {
  if (keys[at] === 'مبنی' && keys[at + 1] === 'بر') return { next: at + 2, about: false };
  if (/^(?:درباره|دربارهی|درمورد|درخصوص|پیرامون)$/.test(keys[at] ?? '')) return { next: at + 1, about: true };
  const isTwo = keys[at] === 'در' && /^(?:مورد|خصوص|باره)$/.test(keys[at + 1] ?? '');
  return isTwo ? { next: at + 2, about: true } : undefined;
}

function draftAt(speakers: SpeakerView, at: number, { next, about }: Link): Draft | undefined {
  const { view } = speakers;
  const head = headBefore(view, at, about);
  if (head === undefined) return undefined;
  const subject = readSubject(speakers, { from: head.at + 1, to: at });
  if (subject?.from !== head.at + 1 || subject.to !== at || subject.via === 'pronoun') return undefined;
  const first = view.keys[subject.from] ?? '';
  const isSure = subject.mention !== undefined || [TITLES, BODIES, UNNAMED].some((words) => words.has(first));
  if (!isSure) return undefined;
  const isClause = /^(?:اینکه|آنکه)$/.test(view.keys[next] ?? '');
  const from = isClause ? next + 1 : next;
  const to = contentEnd(view, from, isClause);
  if (to <= from || (about && !isClause && !tellsOfEvent(view, from))) return undefined;
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

/** «پر بودن سدها», «توقف برنامه» can be claimed; «سدها» is only what the claim is about. */
function tellsOfEvent({ keys }: WordBlock, from: number): boolean {
  return (
    LABEL_WORDS.events.has(keys[from]) || keys.slice(from, from + 3).some((key) => /..(?:دن|تن)$/.test(key))
  );
}

function headBefore(
  view: WordBlock,
  at: number,
  about: boolean,
): { readonly at: number; readonly rule: ClaimedRule } | undefined {
  for (let back = at - 2; back >= Math.max(0, at - LONGEST_OWNER); back -= 1) {
    if (view.words[back]?.sentence !== view.words[at]?.sentence || isFiniteAt(view, back)) return undefined;
    const rule = (about ? byHeadAbout : byHead).get(view.keys[back] ?? '');
    if (rule !== undefined) return about && view.keys[back - 1] === 'این' ? undefined : { at: back, rule };
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

const byHead = tableOf(CLAIMED_RULES.filter(({ about }) => about !== true));
const byHeadAbout = tableOf(CLAIMED_RULES.filter(({ about }) => about === true));

function tableOf(rules: readonly ClaimedRule[]): ReadonlyMap<string, ClaimedRule> {
  return new Map(rules.flatMap((rule) => rule.heads.split(' ').map((head) => [head, rule] as const)));
}
