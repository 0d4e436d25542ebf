import { readVerbPhrases } from '../persian/verb_phrases.js';
import { isFiniteAt, verbKind, type WordBlock } from './statement_words.js';

/** The first sentence of a content and its main verb, which bears the stance. */
export interface MainClause {
  readonly keys: readonly string[];
  /** Index behind the main clause: cues behind it belong to another. */
  readonly mainEnd: number;
  readonly isQuestion: boolean;
  /** «ممکن است A باشد، اما B»: what follows «اما» counts. */
  readonly concession: boolean;
  /** Index from which on another speaks or thinks: «گفت که …» inside the content. */
  readonly complement?: number;
  readonly verb?: {
    readonly from: number;
    readonly to: number;
    readonly negated: boolean;
    readonly future: boolean;
  };
}

/** Reads the main clause of the content in words [from, to). */
export function readMainClause(view: WordBlock, from: number, to: number): MainClause {
  const sentence = view.words[from]?.sentence;
  let end = from;
  while (end < to && view.words[end]?.sentence === sentence) end += 1;
  const concession = concessionAt(view, from, end);
  const start = concession ?? from;
  const verb = mainVerb(view, start, end);
  const keys = view.keys.slice(from, end);
  const mainEnd = verb?.to ?? end;
  const gap = view.text.slice(view.words[end - 1]?.end ?? 0, (view.words[end - 1]?.end ?? 0) + 3);
  return {
    keys,
    mainEnd: mainEnd - from,
    isQuestion: /[؟?]/.test(gap) || /^(?:آیا|چرا)$/.test(keys[0] ?? ''),
    concession: concession !== undefined,
    ...(verb !== undefined && view.keys[verb.to] === 'که' && { complement: verb.to - from }),
    ...(verb && { verb: { ...verb, from: verb.from - from, to: verb.to - from } }),
  };
}

function concessionAt(view: WordBlock, from: number, to: number): number | undefined {
  for (let at = from + 1; at < to; at += 1) {
    if (!/^(?:اما|ولی)$/.test(view.keys[at] ?? '')) continue;
    return view.keys
      .slice(from, at)
      .some((key, back) => key === 'ممکن' && view.keys[from + back + 1] === 'است')
      ? at + 1
      : undefined;
  }
  return undefined;
}

const SUBORDINATING = new Set('که اینکه آنکه چون زیرا هرچند گرچه اگرچه وقتی هنگامی چنانکه'.split(' '));

/** The first finite verb that ends no subordinate clause. */
function mainVerb(view: WordBlock, from: number, to: number): MainVerb | undefined {
  let isUnder = false;
  for (let at = from; at < to; at += 1) {
    if (view.words[at]?.aside) continue;
    if (SUBORDINATING.has(view.keys[at] ?? '')) isUnder ||= at === from || !isFiniteAt(view, at - 1);
    const verb = verbAt(view, at, to);
    if (verb === undefined) continue;
    if (!isUnder) return verb;
    isUnder = view.keys[verb.to] === 'و';
    at = verb.to - 1;
  }
  return undefined;
}

type MainVerb = NonNullable<MainClause['verb']>;

function verbAt(view: WordBlock, at: number, to: number): MainVerb | undefined {
  const key = view.keys[at] ?? '';
  if (/^ن?باید$/.test(key)) return undefined;
  const isVerb =
    isFiniteAt(view, at) || (verbKind(key) === 'participle' && isFiniteAt(view, at + 1) && at + 1 < to);
  if (!isVerb && !/^ن?خواه(?:د|ند|م|یم)$/.test(key)) return undefined;
  const [phrase] = readVerbPhrases(view.keys, at);
  const negated =
    phrase?.negated === true ||
    /^ن(?:می|خواه|یست|دار|شد|کرد|بود|داشت)/.test(key) ||
    /^نباید$/.test(view.keys[at - 1] ?? '');
  const future = phrase?.tense === 'future' || /^ن?خواهی?م$/.test(key);
  return { from: at, to: Math.max(at + 1, phrase?.next ?? 0), negated, future };
}
