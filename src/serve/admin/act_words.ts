/** What the list of acts says of each kind of act, and where it leads. */
import type { OperatorAct, OperatorActKind } from '../../store/operator_acts.js';
import { articleHref, dossierHref, outletHref, topicHref } from '../addresses.js';

const WORDS: Readonly<Record<OperatorActKind, string>> = {
  'comment.published': 'دیدگاه را منتشر کرد',
  'comment.rejected': 'دیدگاه را رد کرد',
  'comment.pending': 'دیدگاه را به صف بازگرداند',
  'hide.article': 'خبری را پنهان کرد',
  'hide.outlet': 'رسانه‌ای را پنهان کرد',
  'unhide.article': 'خبری را دوباره نشان داد',
  'unhide.outlet': 'رسانه‌ای را دوباره نشان داد',
  'topic.rename': 'نام موضوع را تغییر داد',
  'topic.merge': 'موضوع را با موضوعی دیگر یکی کرد',
  'topic.hide': 'موضوع را پنهان کرد',
  'topic.show': 'موضوع را دوباره جدا نشان داد',
  'dossier.open': 'پرونده‌ای باز کرد',
  'dossier.change': 'پرونده را ویرایش کرد',
  'dossier.close': 'پرونده را بست',
  'page.write': 'متن صفحه را نوشت',
  'setting.change': 'تنظیم را تغییر داد',
  'outlet.full_text': 'اجازهٔ متن کامل رسانه را تغییر داد',
  'issue.replay': 'بازخوانی خواست',
  'source.add': 'منبعی افزود',
  'source.remove': 'منبعی برداشت',
  'source.enable': 'منبع را روشن کرد',
  'source.disable': 'منبع را خاموش کرد',
  'source.import': 'فهرستی از منبع‌ها افزود',
  'key.make': 'کلید رابط ساخت',
  'key.revoke': 'کلید رابط را بازپس گرفت',
};

/** «دیدگاه را رد کرد»; of several comments their number is in the subject. */
export function actWords({ kind, subject }: Pick<OperatorAct, 'kind' | 'subject'>): string {
  const shows = /^(page|setting|issue|source|key)\./.test(kind);
  return shows ? `${WORDS[kind]} (\u2068${subject}\u2069)` : WORDS[kind];
}

/** The page of what was acted upon. */
export function actHref({ kind, subject }: Pick<OperatorAct, 'kind' | 'subject'>): string | undefined {
  const [noun = '', what] = kind.split('.');
  if (what === 'article') return articleHref(Number(subject));
  if (what === 'outlet' || noun === 'outlet') return outletHref(subject);
  if (noun === 'topic') return topicHref(Number(subject));
  if (noun === 'dossier') return dossierHref(Number(subject));
  if (noun === 'comment') return `/admin/comments?state=${what}`;
  return undefined;
}
