import type { MediumType, Statement } from '../model/statement.js';
import { sentenceStart, spanOf, type WordBlock } from './statement_words.js';

/** Where or by what something was said: «در نشست خبری». A place for words, never a contact. */
export interface MediumRule {
  readonly id: string;
  readonly type: MediumType;
  /** Solid keys behind «در», «طی», «با» or «به»; «|» separates them. */
  readonly words: string;
  readonly before: RegExp;
  readonly yes: string;
  readonly no: string;
}

export const MEDIUM_RULES: readonly MediumRule[] = [
  {
    id: 'medium/press-conference',
    type: 'press_conference',
    words: 'نشست خبری | نشست مطبوعاتی | کنفرانس خبری | کنفرانس مطبوعاتی | نشست هفتگی',
    before: /^(?:در|طی|یک|این)$/,
    yes: 'وزیر نیرو در نشست خبری گفت: سدها پر است.',
    no: 'وزیر نیرو در نشست شورا گفت: سدها پر است.',
  },
  {
    id: 'medium/tv-interview',
    type: 'tv_interview',
    words:
      'مصاحبهای تلویزیونی | مصاحبه تلویزیونی | گفتوگوی تلویزیونی | گفتوگویی تلویزیونی | گفتوگوی ویژه خبری',
    before: /^(?:در|طی|یک)$/,
    yes: 'وزیر نیرو در مصاحبه‌ای تلویزیونی گفت: سدها پر است.',
    no: 'وزیر نیرو در تلویزیون گفت: سدها پر است.',
  },
  {
    id: 'medium/interview',
    type: 'interview',
    words:
      'مصاحبه | مصاحبهای | گفتوگو با خبرنگار | گفتوگو با خبرگزاری | گفتوگو با رسانههای | گفتوگو با شبکه | گفتوگو با روزنامه | گفتوگویی با خبرنگار',
    before: /^(?:در|طی|یک|ادامه)$/,
    yes: 'وزیر نیرو در گفت‌وگو با خبرنگار ما گفت: سدها پر است.',
    no: 'وزیر نیرو در گفت‌وگو با همتای خود گفت: سدها پر است.',
  },
  {
    id: 'medium/media-talk',
    type: 'media_talk',
    words: 'خبرنگاران | جمع خبرنگاران | جمع اصحاب رسانه',
    before: /^(?:به|در|با)$/,
    yes: 'وزیر نیرو در جمع خبرنگاران گفت: سدها پر است.',
    no: 'وزیر نیرو درباره خبرنگاران گفت: سدها پر است.',
  },
  {
    id: 'medium/social',
    type: 'social',
    words:
      'توییتر | توییت | توییتی | توییترش | حساب کاربری | صفحه اینستاگرام | پیام توییتری | پیامی توییتری | صفحه رسمی | اینستاگرام | کانال تلگرامی',
    before: /^(?:در|طی|با|یک)$/,
    yes: 'وزیر نیرو در توییتی نوشت: سدها پر است.',
    no: 'وزیر نیرو از توییتر نوشت: سدها پر است.',
  },
  {
    id: 'medium/written',
    type: 'statement',
    words:
      'بیانیهای | بیانیه | اطلاعیهای | اطلاعیه | صدور بیانیهای | صدور بیانیه | صدور اطلاعیهای | انتشار بیانیهای | نامهای | یادداشتی | پیامی',
    before: /^(?:در|طی|با|این)$/,
    yes: 'وزیر نیرو در بیانیه‌ای اعلام کرد که سدها پر است.',
    no: 'وزیر نیرو درباره بیانیه گفت: سدها پر است.',
  },
  {
    id: 'medium/speech',
    type: 'speech',
    words: 'سخنرانی | سخنانی | سخنان | خطبههای | نطق',
    before: /^(?:در|طی)$/,
    yes: 'وزیر نیرو در سخنانی گفت: سدها پر است.',
    no: 'وزیر نیرو درباره سخنان او گفت: سدها پر است.',
  },
];

/** The medium named in the sentence before the content: the words with their preposition. */
export function mediumOf(view: WordBlock, verb: { readonly from: number }): Statement['medium'] {
  const start = sentenceStart(view, verb.from);
  for (let at = start + 1; at < verb.from; at += 1) {
    if ((view.words[at]?.quote ?? -1) >= 0) continue;
    const found = mediumAt(view, at, verb.from);
    if (found !== undefined) return found;
  }
  return undefined;
}

function mediumAt(view: WordBlock, at: number, limit: number): Statement['medium'] {
  const before = view.keys[at - 1] ?? '';
  for (const { keys, rule } of byHead.get(view.keys[at] ?? '') ?? []) {
    const to = at + keys.length;
    if (
      to > limit ||
      !rule.before.test(before) ||
      !keys.every((key, offset) => view.keys[at + offset] === key)
    )
      continue;
    const span = spanOf(view, at - 1, to);
    if (span !== undefined) return { type: rule.type, span };
  }
  return undefined;
}

const byHead = new Map<string, { readonly keys: readonly string[]; readonly rule: MediumRule }[]>();
for (const rule of MEDIUM_RULES) {
  for (const words of rule.words.split(' | ')) {
    const keys = words.split(' ');
    const head = keys[0] ?? '';
    byHead.set(
      head,
      [...(byHead.get(head) ?? []), { keys, rule }].sort((a, b) => b.keys.length - a.keys.length),
    );
  }
}
