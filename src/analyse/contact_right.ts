import { hasSignBefore, type WordRange } from './contact_line.js';
import type { Party, PartyLine } from './contact_party.js';
import { readParties } from './contact_party_list.js';
import type { FoundTrigger } from './contact_triggers.js';
import { verbAt } from './contact_verbs.js';
import { CONTACT_ADJECTIVE, isStop, TAKES_WITH, TIME_WORD, TITLE_HEAD } from './contact_words.js';

/** Who stands behind the noun of a contact. */
export interface RightSide extends WordRange {
  readonly between: readonly Party[];
  readonly owners: readonly Party[];
  readonly partners: readonly Party[];
  readonly receivers: readonly Party[];
  readonly isReciprocal: boolean;
  /** «پیام به نشست …»: to somebody, known or not. */
  readonly isAddressed: boolean;
  /** «تماس تلفنی مکرون با وی». */
  readonly isWithSubject: boolean;
}

/** How many adjectives may stand between the noun and its parties. */
const LONGEST_WALK = 8;

/** What stands behind the noun: adjectives, then «بین A و B», «A و B», «A با B», «با B», «A به B». */
export function readRight(at: PartyLine, found: FoundTrigger): RightSide {
  if (found.trigger.shape === 'motion') return { ...NOBODY, from: found.from, to: found.from };
  const limit = at.line.words.length;
  const index = toBetween(at, walkAdjectives(at, found.to, limit));
  const key = at.line.keys[index] ?? '';
  if (BETWEEN.test(key)) {
    const { parties, to } = readParties(at, index + 1, limit);
    return { ...NOBODY, between: parties, from: found.to, to: Math.max(to, index) };
  }
  const isSent = key === 'از' && found.trigger.kind === 'message';
  const isOther = !isSent && /^(?:با|به|برای|از|در)$/.test(key);
  const own = isOther ? undefined : readParties(at, isSent ? index + 1 : index, limit);
  const owners = own?.parties ?? [];
  // «اجلاس سران میان A و B»
  if (
    own !== undefined &&
    owners.every(({ type }) => type === 'group') &&
    BETWEEN.test(at.line.keys[own.to] ?? '')
  ) {
    const { parties, to } = readParties(at, own.to + 1, limit);
    return { ...NOBODY, between: parties, from: found.to, to: Math.max(to, own.to) };
  }
  const from = owners.length > 0 ? (own?.to ?? index) : index;
  const others = readOthers(at, walkAdjectives(at, from, limit));
  const end = owners.length > 0 ? from : found.to;
  const isAddressed = at.line.keys[walkAdjectives(at, from, limit)] === 'به';
  return {
    ...NOBODY,
    ...others,
    isAddressed,
    owners,
    from: found.to,
    to: Math.max(end, others.to, found.to),
  };
}

const NOBODY = {
  between: [],
  owners: [],
  partners: [],
  receivers: [],
  isReciprocal: false,
  isAddressed: false,
  isWithSubject: false,
} as const;

interface Others {
  readonly partners: readonly Party[];
  readonly receivers: readonly Party[];
  readonly isReciprocal: boolean;
  readonly isWithSubject: boolean;
  readonly to: number;
}

/** «… به A با B», «… در A با B», «… با یکدیگر»: at most three phrases behind the owners. */
function readOthers(at: PartyLine, from: number): Others {
  const { keys } = at.line;
  const limit = keys.length;
  let index = from;
  let others: Others = { partners: [], receivers: [], isReciprocal: false, isWithSubject: false, to: 0 };
  for (let steps = 0; steps < 3; steps += 1) {
    const [preposition = '', next = ''] = keys.slice(index, index + 2);
    if (
      /^(?:باهم|بایکدیگر)$/.test(preposition) ||
      (preposition === 'با' && /^(?:یکدیگر|هم|همدیگر)$/.test(next))
    )
      return { ...others, isReciprocal: true };
    if (preposition === 'با' && /^(?:وی|او|ایشان)$/u.test(next))
      return { ...others, isWithSubject: true, to: index + 2 };
    if (!/^(?:با|به|در)$/.test(preposition)) return others;
    const { parties, to } = readParties(at, index + 1, limit);
    if (parties.length === 0) return others;
    if (preposition === 'با') return { ...others, partners: parties, to };
    others = { ...others, ...(preposition === 'به' && { receivers: parties }), to };
    index = walkAdjectives(at, to, limit);
  }
  return others;
}

function walkAdjectives({ line, items }: PartyLine, from: number, limit: number): number {
  let index = from;
  for (; index < Math.min(limit, from + LONGEST_WALK); index += 1) {
    const key = line.keys[index] ?? '';
    if (index > from && hasSignBefore(line, index, /[:؛.()]/)) return index;
    if (index < from + 3 && ODD_ADJECTIVE.test(key) && !TITLE_HEAD.test(key)) continue;
    const isNamed = items.some((item) => item.from === index && item.adjective !== true);
    if (isNamed) return index;
    if (!isDescribing(key, line.keys[index + 1])) return index;
  }
  return index;
}

function isDescribing(key: string, next: string | undefined): boolean {
  // «گفت‌وگو در روز شنبه با …», «سفری یک روزه به …»
  if (key === 'در') return TIME_WORD.test(next ?? '');
  if (key === 'یک') return /^(?:روزه|ساعته|هفتهای|ماهه)$/u.test(next ?? '');
  return (
    CONTACT_ADJECTIVE.test(key) ||
    TIME_WORD.test(key) ||
    /^(?:خود|خویش|را|هم|نیز|همچنین|ما|من|بنده|اینجانب)$/.test(key)
  );
}

const BETWEEN = /^(?:بین|میان|فیمابین)$/u;

/** «گفت‌وگوی تندی میان A و B», «تماسی به‌ویژه دشوار میان …»: whatever describes the noun before «میان». */
function toBetween({ line, items }: PartyLine, from: number): number {
  for (let index = from; index <= from + LONGEST_DESCRIPTION; index += 1) {
    const key = line.keys[index] ?? '';
    if (BETWEEN.test(key)) return TAKES_WITH.test(line.keys[index - 1] ?? '') ? from : index;
    const isNamed = items.some((item) => item.from <= index && index < item.to);
    // «دیداری که دیروز میان A و B برگزار شد»
    if (index === from && key === 'که') continue;
    if (
      isNamed ||
      isStop(key) ||
      verbAt(line.keys, index) !== undefined ||
      /\S/u.test(line.words[index]?.before ?? '')
    )
      return from;
  }
  return from;
}

const LONGEST_DESCRIPTION = 3;

/** «یک‌ونیم صفحه‌ای», «گفت‌وگوی آب»: what no list holds. */
const ODD_ADJECTIVE =
  /^(?:\S{3,}های|یکونیم|روزه|ساعته|آب|مرز|گاز|اسرا|\S{2,}سالانه|بسیار|خیلی|کاملا|(?:پر|غیر|بی|نا)\S{3,}|سازنده\S{1,2}|\S+(?:آمیز|بخش|انگیز))$/u;
