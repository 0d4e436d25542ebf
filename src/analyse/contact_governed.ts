/**
 * A word that stands before the noun of a contact and governs it: «روند مذاکرات», «درباره مذاکرات». The verb of the
 * sentence is then about that word, and its time too.
 */
export interface Governor {
  readonly id: string;
  /** The end of the keys of the clause before the noun. */
  readonly before: RegExp;
  /** The word itself says that there is a contact, also before a noun in the singular: «سابقه مذاکره». */
  readonly isFact?: true;
  readonly example: string;
  /** The noun has the verb to itself. */
  readonly counterExample: string;
}

/** News and guesses about a contact are what a verb denies or confirms: «گزارش‌ها درباره دیدار را رد کرد». */
const NEWS =
  '(?:گزارش|خبر|اخبار|ادعا|ادعای|شایع|گمانه|شنیده|پرسش|سوال|ابهام|احتمال|مطالب|مطلب)\\S*(?: \\S+){0,2}';

export const GOVERNORS: readonly Governor[] = [
  {
    id: 'governed/topic',
    before: new RegExp(
      `(?<! ${NEWS}) (?:درباره|درخصوص|درمورد|پیرامون|خصوص|مورد|راستای|چارچوب|چهارچوب)(?: (?:ادامه|آینده|آخرین وضعیت|موضوع|مسیر|وضعیت|جزییات|نتایج|نتیجه|محورهای|مرحله \\S+))* $`,
      'u',
    ),
    example: 'پسکوف درباره مذاکرات روسیه با ترکیه اطمینان داد.',
    counterExample: 'پسکوف گزارش‌ها درباره مذاکرات روسیه با ترکیه را تأیید کرد.',
  },
  {
    id: 'governed/course',
    before:
      / (?:روند|پیشرفت|بنبست|(?:بنبست|پیشرفت|اختلاف)\S*(?: \S+)? در|جزییات|نتایج|دستاوردهای|محور|محورهای|توقف|کارنامه|سابقه|سوابق|تجربه|شکست|بلاتکلیفی|بینتیجه ماندن)(?: (?:آخرین|کنونی|فعلی|خوب|این|دور|چند دور|چندین دور|انجام))* $/u,
    isFact: true,
    example: 'پسکوف روند مذاکرات روسیه با ترکیه را ستود.',
    counterExample: 'پسکوف مذاکرات روسیه با ترکیه را رد کرد.',
  },
  {
    id: 'governed/charge',
    before: / (?:پرونده|مسیولیت|مدیریت|هدایت|هزینه|هزینههای|مرکز|دفتر|کمیسیون \S+|کارگروه|بودجه) $/u,
    example: 'فیدان مسئولیت مذاکره با روسیه را برعهده می‌گیرد.',
    counterExample: 'فیدان فردا مذاکره با روسیه را آغاز می‌کند.',
  },
];

/** The word that governs a noun behind these keys of its clause, if any. */
export function governorOf(clause: string): Governor | undefined {
  return GOVERNORS.find(({ before }) => before.test(clause));
}
