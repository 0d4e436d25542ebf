/** Words for what the analysis found: every one stands for one value of a stored field. */
import type { ContactKind, ContactLevel, ContactPart, ContactStatus, Secrecy } from '../model/contact.js';
import type { EntityType } from '../model/entity.js';
import type { LedgerContact } from '../model/ledger.js';
import type { Act, Factuality, MediumType, Stance } from '../model/statement.js';
import type { ContactLine } from '../store/site_contacts.js';
import { isEnglish, say, type Words } from './language.js';
import { dayInBothCalendars, shown } from './words.js';

/** The shape that stands for a state; its colour is the class `st-<shape>`. */
export type ShapeName = 'affirm' | 'deny' | 'open' | 'poss' | 'cond' | 'next' | 'claim' | 'disp' | 'lock';

export interface StateWord {
  readonly shape: ShapeName;
  readonly word: Words;
}

export const STATUS_WORDS: Readonly<Record<ContactStatus | 'disputed', StateWord>> = {
  confirmed: { shape: 'affirm', word: { fa: 'تأیید شده', en: 'confirmed' } },
  stated: { shape: 'claim', word: { fa: 'گزارش شده', en: 'reported' } },
  claimed: { shape: 'claim', word: { fa: 'ادعا شده', en: 'claimed' } },
  denied: { shape: 'deny', word: { fa: 'تکذیب شده', en: 'denied' } },
  not_ruled_out: { shape: 'open', word: { fa: 'رد نشده', en: 'not ruled out' } },
  expected: { shape: 'next', word: { fa: 'در پیش', en: 'expected' } },
  conditional: { shape: 'cond', word: { fa: 'مشروط', en: 'conditional' } },
  offered: { shape: 'next', word: { fa: 'پیشنهاد شده', en: 'offered' } },
  speculated: { shape: 'poss', word: { fa: 'محتمل', en: 'possible' } },
  not_occurred: { shape: 'deny', word: { fa: 'انجام نشده', en: 'did not take place' } },
  disputed: { shape: 'disp', word: { fa: 'محل اختلاف', en: 'disputed' } },
};

/** What somebody says of what he speaks of. */
export const STANCE_WORDS: Readonly<Record<Stance, StateWord>> = {
  affirm: { shape: 'affirm', word: { fa: 'می‌گوید', en: 'says so' } },
  deny: { shape: 'deny', word: { fa: 'رد می‌کند', en: 'denies it' } },
  not_ruled_out: { shape: 'open', word: { fa: 'رد نمی‌کند', en: 'does not rule it out' } },
  possible: { shape: 'poss', word: { fa: 'محتمل می‌داند', en: 'holds it possible' } },
  conditional: { shape: 'cond', word: { fa: 'مشروط می‌کند', en: 'makes it conditional' } },
  expected: { shape: 'next', word: { fa: 'در پیش می‌بیند', en: 'expects it' } },
  offered: { shape: 'next', word: { fa: 'پیشنهاد می‌کند', en: 'offers it' } },
  unknown: { shape: 'claim', word: { fa: 'موضع ناروشن', en: 'position unclear' } },
};

export const ACT_WORDS: Readonly<Record<Act, Words>> = {
  assert: { fa: 'گفت', en: 'said' },
  announce: { fa: 'اعلام کرد', en: 'announced' },
  report: { fa: 'گزارش داد', en: 'reported' },
  explain: { fa: 'توضیح داد', en: 'explained' },
  emphasize: { fa: 'تأکید کرد', en: 'stressed' },
  confirm: { fa: 'تأیید کرد', en: 'confirmed' },
  deny: { fa: 'تکذیب کرد', en: 'denied' },
  rule_out: { fa: 'منتفی دانست', en: 'ruled out' },
  not_rule_out: { fa: 'رد نکرد', en: 'did not rule out' },
  claim: { fa: 'ادعا کرد', en: 'claimed' },
  accuse: { fa: 'متهم کرد', en: 'accused' },
  condemn: { fa: 'محکوم کرد', en: 'condemned' },
  support: { fa: 'پشتیبانی کرد', en: 'supported' },
  label: { fa: 'وصف کرد', en: 'called it' },
  warn: { fa: 'هشدار داد', en: 'warned' },
  threaten: { fa: 'تهدید کرد', en: 'threatened' },
  promise: { fa: 'وعده داد', en: 'promised' },
  offer: { fa: 'پیشنهاد داد', en: 'offered' },
  demand: { fa: 'خواستار شد', en: 'demanded' },
  expect: { fa: 'پیش‌بینی کرد', en: 'expected' },
  speculate: { fa: 'گمانه زد', en: 'speculated' },
  believe: { fa: 'بر این باور است', en: 'believes' },
  ask: { fa: 'پرسید', en: 'asked' },
  comment: { fa: 'اظهارنظر کرد', en: 'commented' },
  decline: { fa: 'اظهارنظر نکرد', en: 'declined to comment' },
  reject_proposal: { fa: 'پیشنهاد را نپذیرفت', en: 'turned the proposal down' },
};

export const KIND_WORDS: Readonly<Record<ContactKind, Words>> = {
  phone_call: { fa: 'تماس تلفنی', en: 'phone call' },
  video_call: { fa: 'گفت‌وگوی تصویری', en: 'video call' },
  meeting: { fa: 'دیدار', en: 'meeting' },
  visit: { fa: 'سفر', en: 'visit' },
  talks: { fa: 'مذاکره', en: 'talks' },
  message: { fa: 'پیام', en: 'message' },
  channel: { fa: 'کانال ارتباطی', en: 'channel of communication' },
  contact: { fa: 'تماس', en: 'contact' },
};

export const LEVEL_WORDS: Readonly<Record<ContactLevel, Words>> = {
  leaders: { fa: 'سران', en: 'leaders' },
  ministers: { fa: 'وزیران', en: 'ministers' },
  senior_officials: { fa: 'مقام‌های بلندپایه', en: 'senior officials' },
  intelligence: { fa: 'دستگاه‌های اطلاعاتی', en: 'intelligence services' },
  military: { fa: 'نظامیان', en: 'military' },
  experts: { fa: 'کارشناسان', en: 'experts' },
  states: { fa: 'دولت‌ها', en: 'states' },
  unspecified: { fa: 'سطح ناروشن', en: 'unclear' },
};

export const SECRECY_WORDS: Readonly<Record<Secrecy, Words>> = {
  announced: { fa: 'اعلام‌شده', en: 'announced' },
  unannounced: { fa: 'اعلام‌نشده', en: 'unannounced' },
  secret: { fa: 'محرمانه', en: 'secret' },
  unknown: { fa: 'ناروشن', en: 'unclear' },
};

/** What somebody has to do with a contact without having to be a party of it. */
export const PART_WORDS: Readonly<Record<ContactPart, Words>> = {
  initiator: { fa: 'به ابتکار', en: 'initiated by' },
  mediator: { fa: 'با میانجیگری', en: 'mediated by' },
  host: { fa: 'به میزبانی', en: 'hosted by' },
};

export const MEDIUM_WORDS: Readonly<Record<MediumType, Words>> = {
  press_conference: { fa: 'در نشست خبری', en: 'at a press conference' },
  interview: { fa: 'در مصاحبه', en: 'in an interview' },
  tv_interview: { fa: 'در گفت‌وگوی تلویزیونی', en: 'in a television interview' },
  media_talk: { fa: 'در جمع خبرنگاران', en: 'to reporters' },
  statement: { fa: 'در بیانیه', en: 'in a written statement' },
  social: { fa: 'در شبکه‌های اجتماعی', en: 'on social media' },
  speech: { fa: 'در سخنرانی', en: 'in a speech' },
};

export const TYPE_WORDS: Readonly<Record<EntityType, Words>> = {
  person: { fa: 'شخص', en: 'person' },
  organisation: { fa: 'سازمان', en: 'organisation' },
  place: { fa: 'جا', en: 'place' },
};

/** The state that a reader sees first: a dispute outweighs the last word. */
export function stateOf({ status, disputed }: Pick<LedgerContact, 'status' | 'disputed'>): StateWord {
  return disputed ? STATUS_WORDS.disputed : STATUS_WORDS[status];
}

/** «دیدار وزیران», "Ministers’ meeting" */
export function contactName({ kind, level }: Pick<LedgerContact, 'kind' | 'level'>): string {
  const name = say(KIND_WORDS[kind]);
  if (isEnglish()) return asTitle(`${ENGLISH_MODIFIERS[level]} ${name}`.trim());
  if (level === 'unspecified' || level === 'states') return name;
  // A silent he at the end takes the mark of the construct.
  return `${name.replace(/ه$/, 'هٔ')} ${say(LEVEL_WORDS[level])}`;
}

/** The level before the noun. */
const ENGLISH_MODIFIERS: Readonly<Record<ContactLevel, string>> = {
  leaders: 'leaders’',
  ministers: 'ministers’',
  senior_officials: 'senior officials’',
  intelligence: 'intelligence',
  military: 'military',
  experts: 'experts’',
  states: '',
  unspecified: '',
};

/** English words that begin a line of their own; Persian has no capitals. */
export function asTitle(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export interface DaysWords {
  /** In the calendar of the page's language. */
  readonly main: string;
  readonly other: string;
}

/** «۱۶ آبان ۱۴۰۴ تا ۱۹ آبان ۱۴۰۴», «تا ۲۰ آذر ۱۴۰۴», «از …», nothing where no day is known. */
export function daysWords([from, to]: LedgerContact['days']): DaysWords | undefined {
  if (from === null && to === null) return undefined;
  const [fromMain = '', fromOther = ''] = from === null ? [] : dayInBothCalendars(from).split(' · ');
  const [toMain = '', toOther = ''] = to === null ? [] : dayInBothCalendars(to).split(' · ');
  if (from === to) return { main: fromMain, other: fromOther };
  return { main: spanWords(fromMain, toMain), other: spanWords(fromOther, toOther) };
}

function spanWords(from: string, to: string): string {
  if (from === '') return say(`تا ${to}`, `until ${to}`);
  if (to === '') return say(`از ${from}`, `from ${from}`);
  return say(`${from} تا ${to}`, `${from} to ${to}`);
}

/** How many articles tell of it; versions of one article count once. */
export function articleCount({ entry }: Pick<ContactLine, 'entry'>): number {
  return new Set(entry.tellings.map(({ article }) => article.split('.')[0])).size;
}

/** «پوتین ⇄ ترامپ»; of an open contact «پوتین ⇄ طرفی که نام برده نشده». */
export function partiesWords(line: Pick<ContactLine, 'actors' | 'entry'>): string {
  const names = line.actors.map(({ name }) => shown(name));
  return [...names, ...(line.entry.isOpen ? [say(OPEN_SIDE)] : [])].join(' ⇄ ');
}

/** In place of the name of a side that no report names. */
export const OPEN_SIDE: Words = { fa: 'طرفی که نام برده نشده', en: 'a side not named' };

/** Whether anybody ever confirmed it, by its history. */
export function wasConfirmed({ entry }: Pick<ContactLine, 'entry'>): boolean {
  return entry.history.some(({ status }) => status === 'confirmed');
}

/** How sure the speaker shows himself. */
export const FACTUALITY_WORDS: Readonly<Record<Factuality, Words>> = {
  'CT+': { fa: 'با قطعیت: چنین است', en: 'with certainty: it is so' },
  'PR+': { fa: 'به گمان قوی: چنین است', en: 'probably: it is so' },
  'PS+': { fa: 'شاید چنین باشد', en: 'possibly: it is so' },
  'CT-': { fa: 'با قطعیت: چنین نیست', en: 'with certainty: it is not so' },
  'PR-': { fa: 'به گمان قوی: چنین نیست', en: 'probably: it is not so' },
  'PS-': { fa: 'شاید چنین نباشد', en: 'possibly: it is not so' },
  CTu: { fa: 'می‌داند، ولی نگفته است', en: 'known, but left unsaid' },
  Uu: { fa: 'قطعیت ناروشن', en: 'certainty unclear' },
};
