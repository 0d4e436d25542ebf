/** What the list of acts says of each kind of act, and where it leads. */
import type { OperatorAct, OperatorActKind } from '../../store/operator_acts.js';
import { articleHref, dossierHref, outletHref, topicHref } from '../addresses.js';
import { type Noun, say, type Words } from '../language.js';
import { counted, shown } from '../words.js';
import { DESK_NOUNS } from './desk_nouns.js';

const WORDS: Readonly<Record<OperatorActKind, Words>> = {
  'comment.published': { fa: 'دیدگاه را منتشر کرد', en: 'published a comment' },
  'comment.rejected': { fa: 'دیدگاه را رد کرد', en: 'rejected a comment' },
  'comment.pending': { fa: 'دیدگاه را به صف بازگرداند', en: 'put a comment back in the queue' },
  'hide.article': { fa: 'گزارشی را پنهان کرد', en: 'hid a report' },
  'hide.outlet': { fa: 'رسانه‌ای را پنهان کرد', en: 'hid an outlet' },
  'unhide.article': { fa: 'گزارشی را دوباره نشان داد', en: 'showed a report again' },
  'unhide.outlet': { fa: 'رسانه‌ای را دوباره نشان داد', en: 'showed an outlet again' },
  'topic.rename': { fa: 'نام موضوع را تغییر داد', en: 'renamed a topic' },
  'topic.merge': { fa: 'موضوع را با موضوعی دیگر یکی کرد', en: 'merged a topic into another' },
  'topic.hide': { fa: 'موضوع را پنهان کرد', en: 'hid a topic' },
  'topic.show': { fa: 'موضوع را دوباره جدا نشان داد', en: 'showed a topic by itself again' },
  'dossier.open': { fa: 'پرونده‌ای باز کرد', en: 'opened a dossier' },
  'dossier.change': { fa: 'پرونده را ویرایش کرد', en: 'changed a dossier' },
  'dossier.close': { fa: 'پرونده را بست', en: 'closed a dossier' },
  'page.write': { fa: 'متن صفحه را نوشت', en: 'wrote a page' },
  'setting.change': { fa: 'تنظیم را تغییر داد', en: 'changed a setting' },
  'outlet.full_text': {
    fa: 'اجازهٔ متن کامل رسانه را تغییر داد',
    en: 'changed the permission for an outlet’s full texts',
  },
  'issue.replay': { fa: 'بازخوانی خواست', en: 'asked for inputs to be read again' },
  'source.add': { fa: 'منبعی افزود', en: 'added a source' },
  'source.remove': { fa: 'منبعی برداشت', en: 'removed a source' },
  'source.enable': { fa: 'منبع را روشن کرد', en: 'switched a source on' },
  'source.disable': { fa: 'منبع را خاموش کرد', en: 'switched a source off' },
  'source.import': { fa: 'فهرستی از منبع‌ها افزود', en: 'added a list of sources' },
  'key.make': { fa: 'کلید رابط ساخت', en: 'made an API key' },
  'key.revoke': { fa: 'کلید رابط را بازپس گرفت', en: 'revoked an API key' },
  'alert.add': { fa: 'گیرندهٔ خبر افزود', en: 'added a receiver of alerts' },
  'alert.remove': { fa: 'گیرندهٔ خبر را برداشت', en: 'removed a receiver of alerts' },
};

/** Acts whose name is how much they were about. */
const COUNTS: Readonly<Partial<Record<OperatorActKind, Noun>>> = {
  'issue.replay': DESK_NOUNS.input,
  'source.import': DESK_NOUNS.source,
};

/** «دیدگاه را رد کرد»; of several comments their number is in the subject. */
export function actWords({ kind, subject }: Pick<OperatorAct, 'kind' | 'subject'>): string {
  const shows = /^(page|setting|source|key|alert)\./.test(kind);
  return shows ? `${say(WORDS[kind])} (\u2068${subject}\u2069)` : say(WORDS[kind]);
}

/** What was acted upon is called so; or how much it was: «۱۲ منبع». */
export function actName({ kind, name }: Pick<OperatorAct, 'kind' | 'name'>): string | undefined {
  const noun = COUNTS[kind];
  if (name === null) return undefined;
  return noun !== undefined && /^\d+$/.test(name) ? counted(Number(name), noun) : shown(name);
}

/** The page of what was acted upon. */
export function actHref({ kind, subject }: Pick<OperatorAct, 'kind' | 'subject'>): string | undefined {
  const [noun = '', what] = kind.split('.');
  if (what === 'article') return articleHref(Number(subject));
  if (what === 'outlet' || noun === 'outlet') return outletHref(subject);
  if (noun === 'topic') return topicHref(Number(subject));
  if (noun === 'dossier') return dossierHref(Number(subject));
  if (noun === 'issue') return /^\d+$/.test(subject) ? `/admin/quarantine/${subject}` : '/admin/quarantine';
  if (noun === 'comment') return `/admin/comments?state=${what}`;
  return undefined;
}
