import type { Outlet } from '../model/outlet.js';
import { isWordEnd, rawEndOf, type SqueezedText, squeeze, squeezed, withPersianLetters } from './squeeze.js';

/** An outlet's name found in a text; offsets are raw offsets in that text. */
export interface OutletMention {
  readonly outlet: Outlet;
  readonly start: number;
  readonly end: number;
}

/** Outlets by the squeezed letters of each of their names. */
export interface OutletNames {
  /** The outlet that a whole string names, in any spelling. */
  named(text: string): Outlet | undefined;
  /** The longest name that begins at a raw offset, with «خبرگزاری», «روزنامه» or an opening quote before it. */
  at(text: string, offset: number): OutletMention | undefined;
}

const INDEXES = new WeakMap<readonly Outlet[], OutletNames>();

/** The name index of a registry's outlets, built once for each list. */
export function outletNamesOf(outlets: readonly Outlet[]): OutletNames {
  const known = INDEXES.get(outlets);
  if (known) return known;
  const names = buildNames(outlets);
  INDEXES.set(outlets, names);
  return names;
}

/** Nouns that stand before an outlet's name and are no part of it. */
const KIND_NOUNS =
  /^(?:(?:خبرگزاری|خبرگزارى|روزنامه(?:\s?ی|ٔ)?|سایت|وب\u200c?\s?سایت|وبگاه|پایگاه خبری(?: تحلیلی)?|پایگاه اطلاع\u200c?\s?رسانی|شبکه(?: خبری| تلویزیونی)?|نشریه|مجله|هفته\u200c?\s?نامه|تارنمای|کانال(?: خبری)?|رسانه|آژانس(?: خبری)?|خبرنگار(?: سیاسی| اقتصادی| اجتماعی| فرهنگی| حوزه [\p{L}\u200c]+| گروه [\p{L}\u200c]+)?|سرویس [\p{L}\u200c]+|گروه [\p{L}\u200c]+)\s+)+/u;
const MAX_NAME_CHARS = 60;

function buildNames(outlets: readonly Outlet[]): OutletNames {
  const byLetters = new Map<string, Outlet>();
  for (const outlet of outlets) {
    for (const name of [outlet.name, ...outlet.aliases, outlet.nameEn ?? '']) {
      const letters = squeezed(name).toLowerCase();
      if (letters.length >= 2 && !byLetters.has(letters)) byLetters.set(letters, outlet);
    }
  }
  const longest = new Map<string, number>();
  for (const letters of byLetters.keys()) {
    const beginning = letters.slice(0, 2);
    longest.set(beginning, Math.max(longest.get(beginning) ?? 0, letters.length));
  }
  return {
    named: (text) =>
      byLetters.get(squeezed(text.slice(0, MAX_NAME_CHARS * 2)).toLowerCase()) ??
      withoutNoun(byLetters, text),
    at: (text, offset) => findAt({ byLetters, longest }, text, offset),
  };
}

function withoutNoun(byLetters: ReadonlyMap<string, Outlet>, text: string): Outlet | undefined {
  const rest = withPersianLetters(text.slice(0, MAX_NAME_CHARS * 2)).replace(KIND_NOUNS, '');
  return rest.length === Math.min(text.length, MAX_NAME_CHARS * 2)
    ? undefined
    : byLetters.get(squeezed(rest).toLowerCase());
}

interface NameIndex {
  readonly byLetters: ReadonlyMap<string, Outlet>;
  /** Letters of the longest name by the first two letters: most words of a text begin no name. */
  readonly longest: ReadonlyMap<string, number>;
}

function findAt(index: NameIndex, text: string, offset: number): OutletMention | undefined {
  const window = withPersianLetters(text.slice(offset, offset + MAX_NAME_CHARS * 2));
  const direct = mayBegin(index, window) ? findPrefix(index, squeeze(window)) : undefined;
  if (direct) return { outlet: direct.outlet, start: offset, end: closeQuote(text, offset + direct.rawEnd) };
  const noun = KIND_NOUNS.exec(window.replace(/^[«"“]/, ' ').trimStart())?.[0];
  if (!noun) return undefined;
  const skipped = window.indexOf(noun) + noun.length;
  const behind = findPrefix(index, squeeze(window.slice(skipped)));
  return behind
    ? { outlet: behind.outlet, start: offset, end: closeQuote(text, offset + skipped + behind.rawEnd) }
    : undefined;
}

/** Letters within which the first two of a name stand, marks and signs between them included. */
const BEGINNING_CHARS = 24;
/** Mostly there is none of them. */
const MOSTLY_CHARS = 6;

function mayBegin({ longest }: NameIndex, window: string): boolean {
  let letters = squeezed(window.slice(0, MOSTLY_CHARS));
  // A third letter says that nothing behind can change the first two.
  if (letters.length < 3) letters = squeezed(window.slice(0, BEGINNING_CHARS));
  return letters.length < 3 || longest.has(letters.slice(0, 2).toLowerCase());
}

function findPrefix(index: NameIndex, text: SqueezedText): { outlet: Outlet; rawEnd: number } | undefined {
  const leading = /^[\s«"“]*/.exec(text.raw)?.[0].length ?? 0;
  if ((text.from[0] ?? 0) > leading) return undefined;
  const letters = text.letters.toLowerCase();
  const longest = index.longest.get(letters.slice(0, 2)) ?? 0;
  for (let length = Math.min(longest, letters.length); length >= 2; length--) {
    const outlet = index.byLetters.get(letters.slice(0, length));
    const rawEnd = outlet ? rawEndOf(text, length) : 0;
    if (outlet && isWordEnd(text.raw, rawEnd) && !GOES_ON.test(text.raw.slice(rawEnd, rawEnd + 2)))
      return { outlet, rawEnd };
  }
  return undefined;
}

/** A half-space and a letter: «ایرنا‌ی». A half-space before a comma joins nothing. */
const GOES_ON = /^\u200c[\p{L}\p{N}]/u;

function closeQuote(text: string, end: number): number {
  return /[»"”]/.test(text[end] ?? '') ? end + 1 : end;
}
