/** Contents that are a clause, with «که» or without. */
import { behind, hasVerb, isSpeech, quotationAt } from './content_quote.js';
import type { Ask, Bounds, Content } from './content_view.js';
import type { Predicate } from './predicate_find.js';
import { gapAfter, isFiniteAt, sentenceEnd, verbKind, type WordBlock } from './statement_words.js';

/** «گفت که A»: up to the end of its clause. */
export function findThat({ view, predicate, bounds }: Ask): Content | undefined {
  if (predicate.frame.clause === 'none' || !hasAddressee(view, predicate, bounds)) return undefined;
  const at = behind(predicate);
  if (view.keys[predicate.start] === 'منتشر') return undefined;
  if (hasOwnObject(view, predicate) || isWhile(view, predicate)) return undefined;
  const isThat = view.keys[at] === 'که' || (view.keys[at] === 'تا' && predicate.act === 'demand');
  if (!isThat || /[.:؛]/.test(view.words[at]?.gap ?? '')) return undefined;
  return clause(view, { from: at + 1, bounds, predicate, rule: 'content/that' });
}

/** «این سخنان در حالی بیان شد که …», «ساعتی پس از آن اعلام شد که …»: «که» goes with «در حالی», «آن». */
function isWhile(view: WordBlock, { start }: Predicate): boolean {
  for (let at = start - 1; at > Math.max(0, start - 20); at -= 1) {
    if (view.words[at]?.sentence !== view.words[start]?.sentence || view.keys[at] === 'که') return false;
    if (/^(?:در)?حالی$/.test(view.keys[at] ?? '')) return true;
    if (view.keys[at] === 'آن' && /^(?:پس|بعد|پیش|قبل) از$/.test(view.keys.slice(at - 2, at).join(' ')))
      return true;
  }
  return false;
}

/** «ترامپ این دیدار را رد نکرده که پیش‌تر …»: the object is named already, but «این را گفت که …» only points ahead. */
function hasOwnObject(view: WordBlock, { start, frame }: Predicate): boolean {
  if (frame.ra !== true || view.keys[start - 1] !== 'را') return false;
  return !view.keys.slice(Math.max(0, start - 4), start - 1).some((key) => /^(?:این|آن)$/.test(key));
}

/** «گفت سدها پر است», «افزود، همچنین …»: a clause without «که». */
export function findClause({ view, predicate, bounds }: Ask): Content | undefined {
  if (predicate.frame.clause !== 'bare' || predicate.passive || !hasAddressee(view, predicate, bounds))
    return undefined;
  const from = behind(predicate);
  const gap = gapAfter(view, from - 1);
  if (/[.؛!؟:]/.test(gap) || /^(?:و|اما|ولی|تا|زیرا)$/.test(view.keys[from] ?? '')) return undefined;
  if (isWhatWasSaid(view, predicate)) return undefined;
  const whole = clause(view, { from, bounds, predicate, rule: 'content/clause' });
  const content = whole && withoutNext(view, whole);
  return content !== undefined && hasVerb(view, content) && !hasColon(view, content) ? content : undefined;
}

/** «به آنچه رئیس‌جمهور گفته است چیزی نمی‌افزایم»: «آنچه» is what was said. */
function isWhatWasSaid(view: WordBlock, { start }: Predicate): boolean {
  for (let at = start - 1; at >= Math.max(0, start - 8); at -= 1) {
    if (isFiniteAt(view, at) || view.words[at]?.sentence !== view.words[start]?.sentence) return false;
    if (/^(?:آنچه|هرآنچه|آنچهکه)$/.test(view.keys[at] ?? '')) return true;
  }
  return false;
}

/** «پیش‌بینی کرد A و گفت: B»: the clause ends before the «و» of the verb that has the colon. */
function withoutNext(view: WordBlock, content: Content): Content {
  for (let at = content.from + 2; at < content.to; at += 1) {
    if (!/[:：]/.test(view.words[at]?.gap ?? '')) continue;
    for (let joint = at - 2; joint >= Math.max(content.from + 1, at - 4); joint -= 1)
      if (view.keys[joint] === 'و' && isFiniteAt(view, joint - 1)) return { ...content, to: joint };
    return content;
  }
  return content;
}

/** «… امیدوار بود یا خیر، گفت: …»: the colon belongs to another predicate. */
function hasColon(view: WordBlock, { from, to }: Bounds): boolean {
  for (let at = from + 1; at < to; at += 1) {
    if (/[:：]/.test(view.words[at]?.gap ?? '') && verbKind(view.keys[at - 1] ?? '') !== undefined)
      return true;
  }
  return false;
}

/** «از X خواست که …»; «می‌خواهد» alone is a wish. */
function hasAddressee(view: WordBlock, predicate: Predicate, bounds: Bounds): boolean {
  if (predicate.frame.id !== 'frame/ask-of') return true;
  if (/^ن?می/.test(view.keys[predicate.start] ?? '') && view.keys[predicate.next] !== 'که') return false;
  const from = Math.max(bounds.from, predicate.start - 25);
  for (let at = predicate.start - 2; at >= from; at -= 1) {
    if (isFiniteAt(view, at)) return false;
    if (view.keys[at] === 'از' && !/^(?:پس|بعد|پیش|قبل)$/.test(view.keys[at - 1] ?? '')) return true;
  }
  return false;
}

/** A predicate inside a relative clause («ترامپ که می‌گوید …، رفت») reports to the end of that clause. */
function relativeEnd(view: WordBlock, predicate: Predicate, from: number, to: number): number {
  let opener = predicate.start - 1;
  while (opener > 0 && predicate.start - opener < 8 && !/^(?:این)?که$/.test(view.keys[opener] ?? ''))
    opener -= 1;
  const isRelative =
    /^(?:این)?که$/.test(view.keys[opener] ?? '') &&
    !/^(?:طور|گونه|آنطور|آنگونه|همانطور|همانگونه|چنان)$/.test(view.keys[opener - 1] ?? '') &&
    !isFiniteAt(view, opener - 1) &&
    view.words[opener]?.sentence === view.words[predicate.start]?.sentence;
  if (!isRelative) return to;
  for (let at = from; at < to - 1; at += 1) {
    if (isFiniteAt(view, at) && /،/.test(view.words[at + 1]?.gap ?? '')) return at + 1;
  }
  return to;
}

function clause(
  view: WordBlock,
  { from, bounds, predicate, rule }: { from: number; bounds: Bounds; predicate: Predicate; rule: string },
): Content | undefined {
  const to = relativeEnd(view, predicate, from, Math.min(sentenceEnd(view, predicate.start), bounds.to));
  if (to <= from) return undefined;
  const quotation = quotationAt(view, from);
  if (quotation !== undefined && quotation.next >= to - 1 && isSpeech(view, quotation, bounds)) {
    return {
      from,
      to: quotation.next,
      form: 'direct',
      inner: quotation.inner,
      rule,
      subjectTo: predicate.start,
    };
  }
  return { from, to, form: 'indirect', rule, subjectTo: predicate.start };
}
