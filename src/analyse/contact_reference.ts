import { clauseStart, governingVerb } from './contact_arguments.js';
import { phraseOf } from './contact_details.js';
import type { Frame } from './contact_frames.js';
import type { Line } from './contact_line.js';
import type { Modality } from './contact_surroundings.js';
import type { FoundTrigger } from './contact_triggers.js';

// Whether a noun without parties speaks of a contact told before, or of another one.

/** «چنین تماسی را رد نمی‌کنم», «هیچ گفت‌وگویی انجام نشده است»: of what was spoken of before. */
export function isAnsweredBefore(
  line: Line,
  found: FoundTrigger,
  { isActed, rule, stance }: Modality,
): boolean {
  const before = phraseOf(line, Math.max(0, found.from - 3), found.from);
  if (/ چنین /u.test(before)) return isActed || stance === 'deny';
  return rule === 'modality/negated' && / (?:هیچ|هیچگونه) /u.test(before);
}

/** «پیش‌شرط هر دیداری در سطح بالاتر»: any meeting of those who were spoken of last. */
export function isAnyOfPair(line: Line, found: FoundTrigger, { stance }: Modality): boolean {
  return stance === 'conditional' && /^(?:هر|هرگونه|چنین)$/u.test(line.keys[found.from - 1] ?? '');
}

/** «گفت‌وگوها دشوار اما صریح بود»: definite, the subject of its clause, in the past. */
export function isDefiniteSubject(line: Line, found: FoundTrigger, { presupposed }: Modality): boolean {
  const key = line.keys[found.from] ?? '';
  if (!presupposed || !/^(?:گفتوگوها|مذاکرات|رایزنیها|دیدارها)$/u.test(key)) return false;
  const verb = governingVerb(line, found.to);
  return clauseStart(line, found.from, 0) === found.from && verb?.mood === 'past' && !verb.negated;
}

/** «تماس تلفنی دیگری», «آخرین دیدار», «بار دیگر دیدار کنند», «چهار ماه پیش نیز … گرد هم آمده بودند». */
export function isAnotherContact(line: Line, found: FoundTrigger, frame: Frame): boolean {
  const before = phraseOf(line, Math.max(0, found.from - 4), found.from);
  const start = clauseStart(line, found.from, 0);
  const clause = phraseOf(line, start, found.from);
  const behind = phraseOf(line, found.to, frame.phrase.to + 1);
  return (
    isLastTime(line, start) ||
    / (?:آخرین|آخرینبار|آخرین بار|بار دیگر|باردیگر|دوباره|پیشتر|نخستین) /u.test(before) ||
    / (?:آخرین ?بار|(?:روز|هفته|ماه|سال) (?:پیش|قبل|گذشته) (?:نیز|هم)) /u.test(clause) ||
    / (?:دیگر|دیگری|بعدی|جدید|جدیدی|مجدد|دوباره) /u.test(behind)
  );
}

/** «یازده ماه پیش آخرین باری بود که …»: another contact, whose time stands before. */
export function isLastTime(line: Line, clauseFrom: number): boolean {
  const before = phraseOf(line, Math.max(0, clauseFrom - 5), clauseFrom);
  return / (?:آخرین|واپسین|اولین|نخستین) ?باری? (?:است|بود|بوده است) که $/u.test(before);
}

/** Which of several rounds: «دور نخست این گفت‌وگوها», «دور دوم». */
export function roundOf(line: Line, found: FoundTrigger, from: number): string | undefined {
  const words =
    found.trigger.id === 'talks/round'
      ? phraseOf(line, found.from, found.to)
      : phraseOf(line, from, found.from);
  const ordinal =
    / دور (نخست|نخستین|اول|دوم|سوم|چهارم|پنجم|ششم|قبلی|پیشین|گذشته)(?: این)? $/u.exec(words)?.[1] ??
    / (نخستین|اولین|دومین|سومین|چهارمین) دور(?: این)? $/u.exec(words)?.[1];
  return ordinal === undefined ? undefined : FIRST.test(ordinal) ? 'نخست' : ordinal.replace(/ین$/u, '');
}

const FIRST = /^(?:نخست|نخستین|اول|اولین)$/u;

/** A round said to be held or to come: «بیشتر وقت دور نخست صرف … شد»; «تاریخ دور دوم» says neither. */
export function isToldRound(
  line: Line,
  found: FoundTrigger,
  { stance, presupposed, rule }: Modality,
): boolean {
  if (found.trigger.id !== 'talks/round' || !/گفت[\u200c ]?وگوها|مذاکرات/u.test(line.text)) return false;
  return stance !== 'unknown' && (!presupposed || rule === 'modality/round-held');
}
