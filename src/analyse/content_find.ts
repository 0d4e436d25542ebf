import { findBetween } from './content_between.js';
import { findClause, findThat } from './content_clause.js';
import { findObject } from './content_object.js';
import { findColon, findQuoteBefore, findQuoteBehind, findThisBefore } from './content_quote.js';
import type { Ask, Bounds, Content } from './content_view.js';
import type { Predicate } from './predicate_find.js';
import type { SpeakerView } from './speaker_view.js';

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
