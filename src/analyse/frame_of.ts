/** The frame of a predicate. */
import type { ReportingPredicate } from '../persian/reporting_predicates.js';
import { FRAMES, type Frame } from './predicate_frames.js';

/** Predicates that tell of no speaker («قرار است»), or report only in company that the table does not name. */
const NEVER = new Set([
  'پوشش داد',
  'سکوت کرد',
  'قرار است',
  'انتظار می\u200cرود',
  'احتمال می\u200cرود',
  'احتمال دارد',
  'گمان می\u200cرود',
  'شایعه شد',
  'چشم\u200cانتظار است',
  'عنوان داد',
  'مکتوب کرد',
  'حاضر شد',
  'تاخت',
]);

/** The frame of a predicate, or nothing where it never reports. */
export function frameOf(entry: ReportingPredicate, keys: readonly string[]): Frame | undefined {
  if (isNeverReporting(entry)) return undefined;
  const nominal = keys.slice(0, -1);
  const names =
    entry.act === 'decline' ? [entry.act] : [nominal.join(''), nominal[0] ?? '', keys.join(''), entry.act];
  for (const name of names) {
    const found = name === '' ? undefined : byHead().get(name);
    if (found !== undefined) return found;
  }
  return MARKED;
}

/** Whether a predicate is in the list of phrases for other uses only. */
export function isNeverReporting({ phrase }: ReportingPredicate): boolean {
  return NEVER.has(phrase);
}

const MARKED: Frame = { id: 'frame/marked', heads: '', clause: 'marked', yes: '', no: '' };

let heads: ReadonlyMap<string, Frame> | undefined;

function byHead(): ReadonlyMap<string, Frame> {
  heads ??= new Map(
    FRAMES.flatMap((frame) => frame.heads.split(' ').map((head) => [head, frame] as const)).reverse(),
  );
  return heads;
}
