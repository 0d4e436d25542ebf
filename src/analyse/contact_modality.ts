import { clauseStart, type Governing, governingVerb } from './contact_arguments.js';
import type { Frame } from './contact_frames.js';
import { governorOf } from './contact_governed.js';
import { hasSignBefore, type Line } from './contact_line.js';
import { MODALITY_RULES } from './contact_modality_rules.js';
import {
  type Modality,
  type ModalityRule,
  OPENING,
  type Surroundings,
  TOPIC,
} from './contact_surroundings.js';
import type { FoundTrigger } from './contact_triggers.js';

/**
 * What a trigger says: the first rule that fits. Nothing when it speaks of contacts in general, of a need or a wish.
 */
export function readModality(
  line: Line,
  found: FoundTrigger,
  frame: Frame,
  floor: number,
): Modality | undefined {
  const rule = ruleOf(line, found, frame, floor);
  if (rule !== undefined && isQuestion(line))
    return { ...PLAIN, stance: 'unknown', rule: 'modality/question' };
  if (rule === undefined || (rule.gives.stance === 'unknown' && !rule.id.startsWith(TOPIC))) return undefined;
  return { ...PLAIN, ...rule.gives, rule: rule.id };
}

/** The first rule that fits, also where it says that no contact is told. */
export function ruleOf(
  line: Line,
  found: FoundTrigger,
  frame: Frame,
  floor: number,
): ModalityRule | undefined {
  const around = surroundingsOf(line, found, frame, floor);
  if (found.trigger.shape === 'arrival' && around.verb?.lemma !== 'شد') return undefined;
  return MODALITY_RULES.find((each) => each.when(around));
}

const PLAIN = { presupposed: false, speculative: false, isActed: false } as const;

/** What is asked is not said: «دیدار سران در فیروزان؟». */
function isQuestion({ text, sentence }: Line): boolean {
  return /[؟?][»"”)\s]*$/u.test(text.slice(sentence.start, sentence.end));
}

function surroundingsOf(line: Line, found: FoundTrigger, frame: Frame, floor: number): Surroundings {
  const start = clauseStart(line, found.from, floor);
  const end = endOfSpeech(line, frame.phrase.to);
  const verb = governingVerb(line, frame.phrase.to);
  const join = (from: number, to: number): string => ` ${line.keys.slice(from, to).join(' ')} `;
  const between = verb === undefined ? ' none ' : join(frame.phrase.to, verb.at);
  const isVerbTrigger = found.trigger.shape !== 'noun';
  const clause = join(start, found.from);
  const governor = isVerbTrigger ? undefined : governorOf(clause);
  return {
    clause,
    governor,
    before: join(afterCause(line, floor, found.from), found.from),
    after: join(frame.phrase.to, end),
    phrase: join(found.from, frame.phrase.to),
    object: verb === undefined ? ' ' : join(frame.phrase.to, verb.at),
    rest: verb === undefined ? ' ' : join(verb.next, end),
    verb,
    found,
    isLight:
      verb !== undefined &&
      governor === undefined &&
      (isVerbTrigger || isLightVerb(verb, between, join(Math.max(start, found.from - 3), found.from))),
  };
}

/** «… داده، چون وی … گفت‌وگو داشته است»: what stands before a cause says nothing of it. */
function afterCause(line: Line, floor: number, at: number): number {
  for (let index = at - 1; index >= floor; index -= 1) {
    if (/^(?:چون|زیرا|چراکه)$/u.test(line.keys[index] ?? '')) return index + 1;
  }
  return floor;
}

function endOfSpeech(line: Line, from: number): number {
  for (let index = from; index < line.words.length; index += 1) {
    if (index > from && hasSignBefore(line, index, /[:؛]/)) return index;
  }
  return line.words.length;
}

/** «دیدار [خود را] کرد», «دیدار … برگزار شد»; not «در دیدار با او … پیشنهاد کرد». */
function isLightVerb(verb: Governing, between: string, before: string): boolean {
  // «برای گفت‌وگو عجله‌ای نداریم»
  if (OPENING.test(before) || / (?:برای|درباره|علیه)(?: (?:این|آن|چنین))? $/u.test(before)) return false;
  if (/ (?:برگزار|انجام|صورت|برقرار|آغاز|شروع|ترتیب|میسر|مبادله|برپا|تشکیل|از سر|وجود) $/u.test(between))
    return true;
  const words = between.trim() === '' ? 0 : between.trim().split(' ').length;
  const isOwn = LIGHT.has(verb.lemma) || (verb.lemma === 'بود' && verb.negated);
  return words <= 2 && isOwn && !NOMINAL.test(between);
}

const LIGHT = new Set('کرد داشت گرفت داد شد پذیرفت نشست رفت زد آمد نمود فرستاد'.split(' '));
const NOMINAL = / (?:رد|تکذیب|تایید|اعلام|ابراز|تاکید|خواستار|لغو|منتفی|متوقف|خبر|محکوم|دشوار|دشوارتر) $/u;
