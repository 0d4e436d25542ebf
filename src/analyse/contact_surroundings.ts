import type { Stance } from '../model/statement.js';
import type { Governing } from './contact_arguments.js';
import type { Governor } from './contact_governed.js';
import type { FoundTrigger } from './contact_triggers.js';

/** What the words around a trigger say of the truth of the contact. */
export interface Modality {
  readonly stance: Stance;
  /** Taken for granted: «در دیدار با …», «هدف این گفت‌وگوها …». */
  readonly presupposed: boolean;
  readonly speculative: boolean;
  readonly calledOff?: 'cancelled' | 'refused';
  /** A denial or confirmation is the sentence's own act: «… را رد کرد», «… را تأیید کرد». */
  readonly isActed: boolean;
  /** Rule id; the table of rules. */
  readonly rule: string;
}

/** Around a trigger: keys of its clause before it, of the sentence before it, behind its phrase, and its verb. */
export interface Surroundings {
  readonly clause: string;
  readonly before: string;
  readonly after: string;
  readonly phrase: string;
  /** From the phrase to the verb: «… را به شدت رد». */
  readonly object: string;
  /** Behind the verb. */
  readonly rest: string;
  readonly verb: Governing | undefined;
  readonly found: FoundTrigger;
  /** The verb is the noun's own: «دیدار کرد», «برگزار شد». */
  readonly isLight: boolean;
  /** «روند مذاکرات …»: what the sentence is about instead of the contact. */
  readonly governor: Governor | undefined;
}

export interface ModalityRule {
  readonly id: string;
  /** A sentence that it reads, and one like it that it does not. */
  readonly example: string;
  readonly counterExample: string;
  readonly when: (around: Surroundings) => boolean;
  readonly gives: Partial<Omit<Modality, 'rule'>> & { readonly stance: Stance };
}

/** What is asked about: it tells of no contact, but what is answered refers to it. */
export const TOPIC = 'modality/topic';

/** Words before a trigger behind which it is where or when something else was said; not «دور جدیدی از مذاکرات». */
export const OPENING =
  / (?:در|طی|ضمن|خلال|جریان|پایان|حاشیه|پی|دنبال|(?<! (?:دور|دوری|دورهای|مرحله|مرحلهای)(?: \S+){0,2} )از|پس از|بعد از|آستانه|ابتدای|ادامه|خاتمه)(?: (?:این|آن|همین|یک|نخستین|آخرین))? $/u;

const EXISTS = new Set('کرد داشت شد گرفت بود داد زد رفت آمد نمود فرستاد پذیرفت'.split(' '));

export function has(text: 'clause' | 'before' | 'after' | 'phrase' | 'object' | 'rest', words: RegExp) {
  return (around: Surroundings): boolean => words.test(around[text]);
}

export function all(...tests: readonly ((around: Surroundings) => boolean)[]) {
  return (around: Surroundings): boolean => tests.every((each) => each(around));
}

export function any(...tests: readonly ((around: Surroundings) => boolean)[]) {
  return (around: Surroundings): boolean => tests.some((each) => each(around));
}

export const isLight = (around: Surroundings): boolean => around.isLight;
export const isNegated = (around: Surroundings): boolean =>
  around.verb?.negated === true && EXISTS.has(around.verb.lemma);
export function mood(...moods: readonly Governing['mood'][]) {
  return ({ verb }: Surroundings): boolean => verb !== undefined && moods.includes(verb.mood);
}

/** «… را رد کرد»: the contact is the object of the sentence's own predicate, not where it was said. */
export const isObject = ({ clause, governor }: Surroundings): boolean =>
  !OPENING.test(clause) && governor === undefined;
export const isGoverned = ({ governor }: Surroundings): boolean => governor !== undefined;
/** Many talks, or of such that some there were: they are no mere idea. */
export const isGovernedFact = ({ governor, phrase }: Surroundings): boolean =>
  governor?.isFact === true ||
  (governor !== undefined && /^ \S+(?:ات|ها|های|هایی|هایش|هایشان) /u.test(phrase));
export const isVerbNegated = (around: Surroundings): boolean => around.verb?.negated === true;
export const isVerbPlain = (around: Surroundings): boolean => around.verb?.negated === false;
