/** A title that says whose man somebody is: with the name of a chief behind it, it means somebody else than the chief. */
export interface AideTitle {
  readonly id: string;
  /** Keys of the title up to the name. */
  readonly words: RegExp;
  /** «معاون ترامپ»: the name is the chief's. */
  readonly example: string;
  /** The name is the aide's own, or no aide is meant. */
  readonly counterExample: string;
}

const MODIFIERS = '(?: (?:اول|ویژه|ارشد|عالی|شخصی|نزدیک|سیاسی|رسمی|رسانهای|ارتباطات|سابق|پیشین|جدید))*';

function title(head: string): RegExp {
  return new RegExp(`(?:^| )(?:${head})${MODIFIERS}$`, 'u');
}

export const AIDE_TITLES: readonly AideTitle[] = [
  {
    id: 'aide/deputy',
    words: title('معاون|معاونان|جانشین|قایم ?مقام'),
    example: 'معاون اردوغان با لاوروف دیدار کرد.',
    counterExample: 'معاون اول رئیس‌جمهور ترکیه در سفر است و اردوغان با لاوروف دیدار کرد.',
  },
  {
    id: 'aide/adviser',
    words: title('مشاور|مشاوران|دستیار|دستیاران'),
    example: 'دستیار ارشد اردوغان با لاوروف دیدار کرد.',
    counterExample: 'اردوغان پس از مشورت با دستیاران خود با لاوروف دیدار کرد.',
  },
  {
    id: 'aide/envoy',
    words: title('فرستاده|فرستادگان|نماینده|نمایندگان'),
    example: 'فرستاده ویژه اردوغان با لاوروف دیدار کرد.',
    counterExample: 'اردوغان نامه را فرستاده است و با لاوروف دیدار کرد.',
  },
  {
    id: 'aide/spokesperson',
    words: title('سخنگو|سخنگوی'),
    example: 'سخنگوی اردوغان با لاوروف دیدار کرد.',
    counterExample: 'سخنگو گفت اردوغان با لاوروف دیدار کرد.',
  },
  {
    id: 'aide/office',
    words: title('(?:رییس|مدیر|مسیول) دفتر'),
    example: 'رئیس دفتر اردوغان با لاوروف دیدار کرد.',
    counterExample: 'اردوغان در دفتر خود با لاوروف دیدار کرد.',
  },
];

/** Whether keys of a title, up to a name, end in one that says whose man somebody is. */
export function isAideTitle(keys: readonly string[]): boolean {
  const words = keys.join(' ');
  return AIDE_TITLES.some((each) => each.words.test(words));
}

/** Offices whose holders have aides and are nobody's: keys like `president@country.tr`. */
export function isChief(offices: readonly string[]): boolean {
  return offices.some((each) => CHIEF.test(each));
}

const CHIEF =
  /^(?:president|prime-minister|supreme-leader|king|queen|emir|sultan|crown-prince|chancellor|(?:foreign|defence|interior)-minister)@/u;
