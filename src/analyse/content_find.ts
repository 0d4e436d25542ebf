import type { Span } from '../model/span.js';
import type { StatementForm } from '../model/statement.js';
import { findObject } from './content_object.js';
import type { Predicate } from './predicate_find.js';
import type { SpeakerView } from './speaker_phrase.js';
import {
  gapAfter,
  isFiniteAt,
  type Quotation,
  sentenceEnd,
  sentenceStart,
  verbKind,
  type WordBlock,
} from './statement_words.js';

/** What a predicate reports, as words of its block. */
export interface Content {
  readonly from: number;
  readonly to: number;
  readonly form: StatementForm;
  readonly rule: string;
  /** Index of the word before which the subject stands. */
  readonly subjectTo: number;
  /** The letters inside the marks, where all of it is quoted. */
  readonly inner?: Span;
  /** Runs on to the end of the paragraph. */
  readonly runsOn?: boolean;
  /** «…:» ends the paragraph: the next one is the content. */
  readonly inNextBlock?: boolean;
}

/** Where a predicate may look for its content. */
export interface Bounds {
  /** First word of its clause. */
  readonly from: number;
  /** Index behind the last word that is its own: the end of the block, or of the content around it. */
  readonly to: number;
}

interface Ask {
  readonly speakers: SpeakerView;
  readonly view: WordBlock;
  readonly predicate: Predicate;
  readonly bounds: Bounds;
}

/** A way in which Persian news gives the content of a predicate. */
export interface ContentRule {
  readonly id: string;
  readonly find: (ask: Ask) => Content | undefined;
  readonly yes: string;
  readonly no: string;
}

/** Asked in order; the first that finds something is right. */
export const CONTENT_RULES: readonly ContentRule[] = [
  {
    id: 'content/between',
    find: findBetween,
    yes: 'وزیر نیرو خواستار توقف ساخت سد شد.',
    no: 'وزیر نیرو خواستار شد.',
  },
  {
    id: 'content/colon',
    find: findColon,
    yes: 'وزیر نیرو گفت: سدها پر است. باران آمده است.',
    no: 'وزیر نیرو گفت که سدها پر است.',
  },
  {
    id: 'content/that',
    find: findThat,
    yes: 'وزیر نیرو گفت که سدها پر است.',
    no: 'وزیر نیرو گفت: سدها پر است.',
  },
  {
    id: 'content/quote-behind',
    find: findQuoteBehind,
    yes: 'وزیر نیرو گفت «سدها در این استان پر است».',
    no: 'وزیر نیرو از «سد» گفت.',
  },
  {
    id: 'content/object',
    find: ({ speakers, predicate, bounds }) => findObject(speakers, predicate, bounds),
    yes: 'وزیر نیرو این خبر را تکذیب کرد.',
    no: 'وزیر نیرو تکذیب کرد.',
  },
  {
    id: 'content/quote-before',
    find: findQuoteBefore,
    yes: '«سدها در این استان پر است»، وزیر نیرو گفت.',
    no: '«سد» نام کتابی است که وزیر نیرو گفت.',
  },
  {
    id: 'content/this-before',
    find: findThisBefore,
    yes: 'سدها پر است؛ این را وزیر نیرو به خبرنگاران گفت.',
    no: 'وزیر نیرو این را گفت که سدها پر است.',
  },
  {
    id: 'content/clause',
    find: findClause,
    yes: 'وزیر نیرو گفت سدها پر است.',
    no: 'وزیر نیرو گفت و رفت.',
  },
  {
    id: 'content/refusal',
    find: findRefusal,
    yes: 'وزیر نیرو از اظهارنظر خودداری کرد.',
    no: 'وزیر نیرو از سفر خودداری کرد.',
  },
];

/** «پاسخ نداد», «از اظهارنظر خودداری کرد»: the refusal itself is all there is. */
function findRefusal({ predicate }: Ask): Content | undefined {
  if (predicate.act !== 'decline') return undefined;
  const { start, next } = predicate;
  return { from: start, to: next, form: 'indirect', rule: 'content/refusal', subjectTo: start };
}

/** What a predicate reports; nothing where the text does not say. */
export function findContent(
  speakers: SpeakerView,
  predicate: Predicate,
  bounds: Bounds,
): Content | undefined {
  const ask = { speakers, view: speakers.view, predicate, bounds };
  for (const rule of CONTENT_RULES) {
    const content = rule.find(ask);
    if (content !== undefined) return content;
  }
  return undefined;
}

function findBetween({ view, predicate }: Ask): Content | undefined {
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

function behind(predicate: Predicate): number {
  return Math.max(predicate.next, predicate.verbNext ?? 0);
}

function findColon({ view, predicate, bounds }: Ask): Content | undefined {
  if (predicate.frame.clause === 'none') return undefined;
  const from = behind(predicate);
  const gap = gapAfter(view, from - 1);
  if (!/^[\s»"”)]*[:：]/.test(gap)) return undefined;
  const base = { from, subjectTo: predicate.start, rule: 'content/colon' };
  if (from >= view.words.length) return { ...base, to: from, form: 'colon', inNextBlock: true };
  const quotation = quotationAt(view, from);
  if (quotation !== undefined && isSpeech(view, quotation, bounds)) {
    return { ...base, to: quotation.next, form: 'direct', inner: quotation.inner };
  }
  return { ...base, to: bounds.to, form: 'colon', runsOn: true };
}

function findThat({ view, predicate, bounds }: Ask): Content | undefined {
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

function findQuoteBehind({ view, predicate, bounds }: Ask): Content | undefined {
  if (predicate.frame.clause === 'none') return undefined;
  const quotation = quotationAt(view, behind(predicate));
  if (quotation === undefined || !isSpeech(view, quotation, bounds)) return undefined;
  return {
    from: quotation.first,
    to: quotation.next,
    form: 'direct',
    inner: quotation.inner,
    rule: 'content/quote-behind',
    subjectTo: predicate.start,
  };
}

/** ««…» (را) گفت», ««…»، فلانی گفت.»: nothing is left behind the verb. */
function findQuoteBefore({ view, predicate, bounds }: Ask): Content | undefined {
  if (predicate.frame.clause === 'none' || hasMore(view, predicate)) return undefined;
  const quotation = [...view.quotations]
    .reverse()
    .find(({ first, next }) => next <= predicate.start && first >= bounds.from);
  if (quotation === undefined || predicate.start - quotation.next > 12) return undefined;
  const inSame = view.words[quotation.first]?.sentence === view.words[predicate.start]?.sentence;
  if (!isSpeech(view, quotation, bounds) || (!inSame && predicate.start - quotation.next > 6))
    return undefined;
  return {
    from: quotation.first,
    to: quotation.next,
    form: 'direct',
    inner: quotation.inner,
    rule: 'content/quote-before',
    subjectTo: predicate.start,
  };
}

/** «A؛ این را B گفت.»: «این» is the clause before it, or the sentence before its own. */
function findThisBefore({ view, predicate }: Ask): Content | undefined {
  if (predicate.passive || !SAID.test(predicate.act) || hasMore(view, predicate)) return undefined;
  const start = sentenceStart(view, predicate.start);
  let at = predicate.start - 2;
  while (at >= start && !(view.keys[at] === 'این' && view.keys[at + 1] === 'را')) at -= 1;
  const isFirst = at === start && at > 0;
  if (at < start || (!isFirst && !/[؛،,»]/.test(view.words[at]?.gap ?? ''))) return undefined;
  const from = isFirst ? sentenceStart(view, at - 1) : start;
  if (at - from < 3) return undefined;
  return { from, to: at, form: 'indirect', rule: 'content/this-before', subjectTo: predicate.start };
}

const SAID = /^(?:assert|announce|explain|emphasize|claim)$/;

function hasMore(view: WordBlock, predicate: Predicate): boolean {
  return (
    !/[.؛!؟]/.test(gapAfter(view, behind(predicate) - 1)) &&
    view.words[behind(predicate)] !== undefined &&
    view.keys[behind(predicate)] !== 'و'
  );
}

/** «گفت سدها پر است», «افزود، همچنین …»: a clause without «که». */
function findClause({ view, predicate, bounds }: Ask): Content | undefined {
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

function hasVerb(view: WordBlock, { from, to }: Bounds): boolean {
  if (to - from < 2) return false;
  for (let at = from; at < to; at += 1)
    if (isFiniteAt(view, at) || verbKind(view.keys[at] ?? '') === 'participle') return true;
  return false;
}

/** The quotation that begins with a word. */
function quotationAt(view: WordBlock, at: number): Quotation | undefined {
  const quotation = view.quotations[view.words[at]?.quote ?? -1];
  return quotation?.first === at ? quotation : undefined;
}

/** Most «…» are names and labels: speech has four words or more, or a verb. */
export function isSpeech(view: WordBlock, quotation: Quotation, bounds: Bounds): boolean {
  const size = quotation.next - quotation.first;
  return (
    quotation.next <= bounds.to &&
    (size >= 4 || (size >= 2 && hasVerb(view, { from: quotation.first, to: quotation.next })))
  );
}
