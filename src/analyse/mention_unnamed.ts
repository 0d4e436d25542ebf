import type { EntityIndex } from './entity_lookup.js';
import { longestAt, type SentenceWords } from './sentence_words.js';

/** Somebody without a name in words `from` up to `to`: «یک مقام ارشد آمریکایی», «منابع آگاه». */
export interface UnnamedFound {
  readonly from: number;
  readonly to: number;
  /** Id of the country in its words. */
  readonly side?: string;
}

const DETERMINERS = new Set('یک برخی بعضی چند چندین دو سه این آن'.split(' '));
const HEADS = new Set(
  'منبع منابع منابعی مقام مقامات مقامها مقامهای مقاماتی دیپلمات دیپلماتها دیپلماتهای مسیول مسیولان کارشناس کارشناسان تحلیلگر تحلیلگران رسانهها رسانههای شاهدان فرد شخص افراد سخنگو ناظران نماینده نظامی نظامیان افسر'.split(
    ' ',
  ),
);
const MODIFIERS = new Set(
  'آگاه مطلع رسمی ارشد بلندپایه نزدیک دیپلماتیک امنیتی نظامی محلی خبری غربی عربی سابق پیشین دولتی عبری عبریزبان اروپایی غیررسمی بیمارستانی پزشکی اطلاعاتی دیگر ناشناس موثق میدانی سیاسی منطقهای بینالمللی ارشدتر عینی مسیول نفتی قضایی انتظامی وابسته'.split(
    ' ',
  ),
);
/** «مقام معظم رهبری» is somebody, «مقام نخست» is a rank. */
const NO_SOURCE_AFTER = new Set('معظم اول دوم سوم نخست قهرمانی خود'.split(' '));

/** Unnamed speakers and actors of a sentence, left to right. */
export function findUnnamed(words: SentenceWords, index: EntityIndex): readonly UnnamedFound[] {
  const found: UnnamedFound[] = [];
  for (let at = 0; at < words.keys.length; at += 1) {
    const one = HEADS.has(words.keys[at] ?? '') ? unnamedAt(words, at, index) : undefined;
    if (one === undefined) continue;
    found.push(one);
    at = one.to - 1;
  }
  return found;
}

function unnamedAt(words: SentenceWords, head: number, index: EntityIndex): UnnamedFound | undefined {
  const hasDeterminer = DETERMINERS.has(words.keys[head - 1] ?? '') && words.gaps[head] === 'none';
  let to = head + 1;
  let side: string | undefined;
  while (to < words.keys.length && words.gaps[to] === 'none') {
    const adjective = longestAt(words, to, index.adjectives);
    if (adjective === undefined && !MODIFIERS.has(words.keys[to] ?? '')) break;
    side ??= adjective?.value;
    to = adjective?.to ?? to + 1;
  }
  const isBare = to === head + 1;
  if ((isBare && !hasDeterminer) || NO_SOURCE_AFTER.has(words.keys[to] ?? '')) return undefined;
  return { from: hasDeterminer ? head - 1 : head, to, ...(side !== undefined && { side }) };
}
