/** Invented words for bodies that only have to look like Persian prose to the machine. */
const WORDS =
  'وزیر نیرو آرانیا در نشست امروز گفت که بارش‌های پاییزی ذخیرهٔ سدهای شمالی را به ۶۸ درصد رسانده است و برنامهٔ جیره‌بندی آب تا پایان ماه ادامه می‌یابد کارشناسان می‌گویند مصرف خانه‌ها کم‌تر شده ولی کشاورزان هنوز چشم‌به‌راه تصمیم استانداری هستند'.split(
    ' ',
  );

/**
 * JSON lines in the `add` format with `count` different articles of about 2.5 KB each, the mean of Persian news.
 * Deterministic, so that two runs measure the same work.
 */
export function sampleRecords(count: number): string {
  return Array.from({ length: count }, (_, index) => JSON.stringify(sampleRecord(index))).join('\n');
}

/** An invented article in the `add` format. */
export interface SampleRecord {
  readonly url: string;
  readonly outlet: string;
  readonly title: string;
  readonly published: string;
  /** A paragraph a line. */
  readonly text: string;
}

export function sampleRecord(index: number): SampleRecord {
  const sentence = (from: number, length: number): string =>
    `${Array.from({ length }, (_, at) => WORDS[(from * 7 + at * (1 + (from % 5))) % WORDS.length]).join(' ')} ${index}.`;
  const paragraphs = Array.from({ length: 8 }, (_, at) => sentence(index + at * 11, 32));
  const day = String(1 + (index % 28)).padStart(2, '0');
  return {
    url: `https://nemune.example/news/${index}`,
    outlet: 'نمونه‌نیوز',
    title: titleOfSample(index),
    published: `2025-11-${day}T08:${String(index % 60).padStart(2, '0')}:00+03:30`,
    text: paragraphs.join('\n'),
  };
}

export function titleOfSample(index: number): string {
  return `ذخیرهٔ سد شمارهٔ ${index} آرانیا بیشتر شد`;
}
