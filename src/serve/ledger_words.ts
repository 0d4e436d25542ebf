/** Words for what the analysis found: every one stands for one value of a stored field. */
import type { ContactKind, ContactLevel, ContactStatus, Secrecy } from '../model/contact.js';
import type { EntityType } from '../model/entity.js';
import type { LedgerContact } from '../model/ledger.js';
import type { Act, Factuality, MediumType, Stance } from '../model/statement.js';
import { formatDay } from '../persian/format_date.js';
import type { ContactLine } from '../store/site_contacts.js';

/** The shape that stands for a state; its colour is the class `st-<shape>`. */
export type ShapeName = 'affirm' | 'deny' | 'open' | 'poss' | 'cond' | 'next' | 'claim' | 'disp' | 'lock';

export interface StateWord {
  readonly shape: ShapeName;
  readonly word: string;
}

export const STATUS_WORDS: Readonly<Record<ContactStatus | 'disputed', StateWord>> = {
  confirmed: { shape: 'affirm', word: 'تأیید شده' },
  stated: { shape: 'claim', word: 'گزارش شده' },
  claimed: { shape: 'claim', word: 'ادعا شده' },
  denied: { shape: 'deny', word: 'تکذیب شده' },
  not_ruled_out: { shape: 'open', word: 'رد نشده' },
  expected: { shape: 'next', word: 'در پیش' },
  conditional: { shape: 'cond', word: 'مشروط' },
  offered: { shape: 'next', word: 'پیشنهاد شده' },
  speculated: { shape: 'poss', word: 'محتمل' },
  not_occurred: { shape: 'deny', word: 'انجام نشده' },
  disputed: { shape: 'disp', word: 'محل اختلاف' },
};

/** What somebody says of what he speaks of. */
export const STANCE_WORDS: Readonly<Record<Stance, StateWord>> = {
  affirm: { shape: 'affirm', word: 'می‌گوید' },
  deny: { shape: 'deny', word: 'رد می‌کند' },
  not_ruled_out: { shape: 'open', word: 'رد نمی‌کند' },
  possible: { shape: 'poss', word: 'محتمل می‌داند' },
  conditional: { shape: 'cond', word: 'مشروط می‌کند' },
  expected: { shape: 'next', word: 'در پیش می‌بیند' },
  offered: { shape: 'next', word: 'پیشنهاد می‌کند' },
  unknown: { shape: 'claim', word: 'موضع ناروشن' },
};

export const ACT_WORDS: Readonly<Record<Act, string>> = {
  assert: 'گفت',
  announce: 'اعلام کرد',
  report: 'گزارش داد',
  explain: 'توضیح داد',
  emphasize: 'تأکید کرد',
  confirm: 'تأیید کرد',
  deny: 'تکذیب کرد',
  rule_out: 'منتفی دانست',
  not_rule_out: 'رد نکرد',
  claim: 'ادعا کرد',
  accuse: 'متهم کرد',
  condemn: 'محکوم کرد',
  support: 'پشتیبانی کرد',
  label: 'وصف کرد',
  warn: 'هشدار داد',
  threaten: 'تهدید کرد',
  promise: 'وعده داد',
  offer: 'پیشنهاد داد',
  demand: 'خواستار شد',
  expect: 'پیش‌بینی کرد',
  speculate: 'گمانه زد',
  believe: 'بر این باور است',
  ask: 'پرسید',
  comment: 'اظهارنظر کرد',
  decline: 'اظهارنظر نکرد',
  reject_proposal: 'پیشنهاد را نپذیرفت',
};

export const KIND_WORDS: Readonly<Record<ContactKind, string>> = {
  phone_call: 'تماس تلفنی',
  video_call: 'گفت‌وگوی تصویری',
  meeting: 'دیدار',
  visit: 'سفر',
  talks: 'مذاکره',
  message: 'پیام',
  channel: 'کانال ارتباطی',
  contact: 'تماس',
};

export const LEVEL_WORDS: Readonly<Record<ContactLevel, string>> = {
  leaders: 'سران',
  ministers: 'وزیران',
  senior_officials: 'مقام‌های بلندپایه',
  intelligence: 'دستگاه‌های اطلاعاتی',
  military: 'نظامیان',
  experts: 'کارشناسان',
  states: 'دولت‌ها',
  unspecified: 'سطح ناروشن',
};

export const SECRECY_WORDS: Readonly<Record<Secrecy, string>> = {
  announced: 'اعلام‌شده',
  unannounced: 'اعلام‌نشده',
  secret: 'محرمانه',
  unknown: 'ناروشن',
};

export const MEDIUM_WORDS: Readonly<Record<MediumType, string>> = {
  press_conference: 'در نشست خبری',
  interview: 'در مصاحبه',
  tv_interview: 'در گفت‌وگوی تلویزیونی',
  media_talk: 'در جمع خبرنگاران',
  statement: 'در بیانیه',
  social: 'در شبکه‌های اجتماعی',
  speech: 'در سخنرانی',
};

export const TYPE_WORDS: Readonly<Record<EntityType, string>> = {
  person: 'شخص',
  organisation: 'سازمان',
  place: 'جا',
};

/** The state that a reader sees first: a dispute outweighs the last word. */
export function stateOf({ status, disputed }: Pick<LedgerContact, 'status' | 'disputed'>): StateWord {
  return disputed ? STATUS_WORDS.disputed : STATUS_WORDS[status];
}

/** «دیدار وزیران» */
export function contactName({ kind, level }: Pick<LedgerContact, 'kind' | 'level'>): string {
  if (level === 'unspecified' || level === 'states') return KIND_WORDS[kind];
  // A silent he at the end takes the mark of the construct.
  return `${KIND_WORDS[kind].replace(/ه$/, 'هٔ')} ${LEVEL_WORDS[level]}`;
}

export interface DaysWords {
  readonly jalali: string;
  readonly gregorian: string;
}

/** «۱۶ آبان ۱۴۰۴ تا ۱۹ آبان ۱۴۰۴», «تا ۲۰ آذر ۱۴۰۴», «از …», nothing where no day is known. */
export function daysWords([from, to]: LedgerContact['days']): DaysWords | undefined {
  if (from === null && to === null) return undefined;
  const [fromJalali = '', fromGregorian = ''] = from === null ? [] : formatDay(from).split(' · ');
  const [toJalali = '', toGregorian = ''] = to === null ? [] : formatDay(to).split(' · ');
  if (from === to) return { jalali: fromJalali, gregorian: fromGregorian };
  if (from === null) return { jalali: `تا ${toJalali}`, gregorian: `تا ${toGregorian}` };
  if (to === null) return { jalali: `از ${fromJalali}`, gregorian: `از ${fromGregorian}` };
  return { jalali: `${fromJalali} تا ${toJalali}`, gregorian: `${fromGregorian} تا ${toGregorian}` };
}

/** How many articles tell of it; versions of one article count once. */
export function articleCount({ entry }: Pick<ContactLine, 'entry'>): number {
  return new Set(entry.tellings.map(({ article }) => article.split('.')[0])).size;
}

/** Whether anybody ever confirmed it, by its history. */
export function wasConfirmed({ entry }: Pick<ContactLine, 'entry'>): boolean {
  return entry.history.some(({ status }) => status === 'confirmed');
}

/** How sure the speaker shows himself. */
export const FACTUALITY_WORDS: Readonly<Record<Factuality, string>> = {
  'CT+': 'بی‌تردید: هست',
  'PR+': 'به گمان قوی: هست',
  'PS+': 'شاید هست',
  'CT-': 'بی‌تردید: نیست',
  'PR-': 'به گمان قوی: نیست',
  'PS-': 'شاید نیست',
  CTu: 'دانسته است، گفته نشده',
  Uu: 'قطعیت ناروشن',
};
