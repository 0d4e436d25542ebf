import type { Ask, Content } from './content_view.js';
import { sentenceEnd, verbKind, type WordBlock } from './statement_words.js';

/** «خواستار X شد»: the content between a noun and its verb. */
export function findBetween({ view, predicate }: Ask): Content | undefined {
  const { verbNext, next, start } = predicate;
  if (verbNext === undefined) return undefined;
  const verb = predicate.verbSize === undefined ? verbStart(view, verbNext) : verbNext - predicate.verbSize;
  const last = view.keys[verb - 1] === 'را' ? verb - 1 : verb;
  if (last <= next) return undefined;
  const isPointer = last - next <= 2 && /^(?:آن|این|اینکه|آنکه)$/.test(view.keys[next] ?? '');
  if (isPointer && view.keys[verbNext] === 'که') {
    return {
      from: verbNext + 1,
      to: sentenceEnd(view, start),
      form: 'indirect',
      rule: 'content/that',
      subjectTo: start,
    };
  }
  return { from: next, to: last, form: 'indirect', rule: 'content/between', subjectTo: start };
}

/** First word of a finite verb that ends before a word: «شده است» has two. */
function verbStart(view: WordBlock, next: number): number {
  const isAuxiliary = /^(?:است|اند|بود|بودند|باشد|شد|شده)$/.test(view.keys[next - 1] ?? '');
  return isAuxiliary && verbKind(view.keys[next - 2] ?? '') === 'participle' ? next - 2 : next - 1;
}
