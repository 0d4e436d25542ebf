import { spanOfWords } from './contact_line.js';
import { type Party, type PartyLine, stateOf } from './contact_party.js';
import { PLURAL_TITLE, sharedParty } from './contact_party_titles.js';
import { verbAt } from './contact_verbs.js';
import { isStop, TIME_WORD } from './contact_words.js';

// Parties that the words name only together: whoever was spoken of, or who holds an office in the two states.

/** «دو طرف», «دو کشور», «طرفین»: whoever was spoken of last. */
export function groupAt(at: PartyLine, index: number): Party | undefined {
  const { line } = at;
  const [first = '', second = ''] = line.keys.slice(index, index + 2);
  const isPair =
    /^(?:دو|هردو)$/.test(first) &&
    /^(?:طرف|کشور|رییسجمهور|رییسجمهوری|وزیر|مقام|دولت|رهبر|فرمانده|وزارتخانه|دیپلمات|نخستوزیر|همسایه|هیات|هییت)$/.test(
      second,
    );
  const one =
    /^(?:طرفین|دوطرف|روسایجمهور|دوکشور|سران)$/.test(first) &&
    !line.keys
      .slice(index + 1, index + 3)
      .some((key, at, keys) => HOME_HEADS.test(key) && keys[at - 1] !== 'دو');
  // «سران ترکیه و ایران»
  const isOfNamed = at.items.some((item) => item.from === index + 1);
  if (!isPair && (!one || isOfNamed)) return officesAt(at, index);
  const range = { from: index, to: index + (isPair ? 2 : 1) };
  const span = spanOfWords(line, range);
  return { ...range, span, name: line.text.slice(span.start, span.end), via: 'implicit', type: 'group' };
}

/** «سران سه قوه», «سران کشورهای عربی»: of one country, or of many. */
const HOME_HEADS = /^(?:کشور|گروه|سه|قوا|قوه|عشایر|قبایل|احزاب|اصناف|فتنه|جناح|جهان|عرب|اتحادیه|سازمان)/u;

/** Words that an office may have behind its noun: «فرماندهان نیروی دریایی». */
const LONGEST_OFFICE = 3;

/** «فرماندهان نیروی دریایی», «رؤسای سرویس‌های اطلاعاتی دو کشور»: an office in the plural whose states are not named. */
function officesAt({ line, items }: PartyLine, index: number): Party | undefined {
  if (!PLURAL_TITLE.test(line.keys[index] ?? '')) return undefined;
  let to = index + 1;
  while (to <= index + LONGEST_OFFICE && isPlain({ line, items }, to)) to += 1;
  if (to === index + 1 || to > index + LONGEST_OFFICE) return undefined;
  if (items.some((item) => item.from <= to && to < item.to)) return undefined;
  const isOfBoth = /^(?:دو کشور|دو همسایه|دو دولت)$/u.test(line.keys.slice(to, to + 2).join(' '));
  // «مقام‌های دفاعی»: of whom is not told.
  if (!isOfBoth && /^(?:مقام|مسیول|نماین|طرف|دولت|کشور|سران)/u.test(line.keys[index] ?? '')) return undefined;
  const range = { from: index, to: isOfBoth ? to + 2 : to };
  const span = spanOfWords(line, { from: index, to });
  const name = line.text.slice(span.start, span.end);
  return { ...range, span, name, via: 'implicit', type: 'group', plural: true };
}

/** A word that goes on with an office: no name, verb, preposition, time or sign. */
function isPlain({ line, items }: Pick<PartyLine, 'line' | 'items'>, at: number): boolean {
  const key = line.keys[at];
  if (key === undefined || key === 'و' || isStop(key) || TIME_WORD.test(key)) return false;
  // «دیدار وزیران بررسی شد»
  if (verbAt(line.keys, at + 1) !== undefined) return false;
  if (
    /^(?:دو|هردو|سه|چهار|پنج|شش|هفت|هشت|ده|چند|آن|این|خود|کشور|گروه|کشورهای|جهان|منطقه|عرب|اروپایی)$/u.test(
      key,
    )
  )
    return false;
  if (/\S/u.test(line.words[at]?.before ?? '') || verbAt(line.keys, at) !== undefined) return false;
  return !items.some((item) => item.from <= at && at < item.to);
}

/** Who holds the office of a group in both states of the last pair, else of the article. */
export function holdersInDyad(at: PartyLine, party: Party, pair: readonly Party[]): readonly Party[] {
  const told = pair.map((each) => stateOf(each, at.known)).filter((each) => each.type === 'state');
  const isOfBoth = at.line.keys[party.to - 2] === 'دو';
  const states = isOfBoth && told.length === 2 ? told : dyadOf(at, party);
  const office = { from: party.from, to: isOfBoth ? party.to - 2 : party.to };
  const held = states.map((state) => sharedParty(at, office, { ...state, from: office.to, to: party.to }));
  return held.length === 2 ? held.map((each) => ({ ...each, span: party.span ?? each.span ?? NOWHERE })) : [];
}

const NOWHERE = { start: 0, end: 0 };

/** The two states of the article as parties. */
export function dyadOf({ known }: PartyLine, where: Pick<Party, 'from' | 'to' | 'span'>): readonly Party[] {
  return known.dyad().map(({ id, name }) => ({
    ...{ from: where.from, to: where.to, name, entity: id, side: id, via: 'implicit', type: 'state' },
    ...(where.span && { span: where.span }),
  }));
}
