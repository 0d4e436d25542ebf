import { VERB_ROOTS } from './verb_roots.data.js';
import { solidOf } from './words.js';

/** Endings of the past: «گفتم گفتی گفت گفتیم گفتید گفتند». */
const PAST_ENDINGS = ['م', 'ی', '', 'یم', 'ید', 'ند'];
/** Endings of the present: «گویم گویی گوید گوییم گویید گویند». */
const PRESENT_ENDINGS = ['م', 'ی', 'د', 'یم', 'ید', 'ند', ''];
/** Object pronouns that may follow a form: «می‌بینمش», «می‌خواندشان». */
const OBJECT_CLITIC = /(?:شان|مان|تان|ش|ت|م)$/;
/** Present stems in و that take no glide: «می‌رود», not «می‌روید» for the third person. */
const NO_GLIDE = new Set(['رو', 'شو', 'دو', 'شنو', 'درو', 'جو', 'گرو', 'غنو', 'زیو', 'فرورو', 'وررو']);
/** Spoken present stems and endings of news channels: «میگه», «میشه», «نمیدن». */
const SPOKEN_STEMS = [
  'گ',
  'ش',
  'ر',
  'د',
  'خوا',
  'خون',
  'تون',
  'دون',
  'مون',
  'ذار',
  'یا',
  'کن',
  'بین',
  'زن',
  'گیر',
  'دار',
  'کش',
  'خور',
  'رس',
];
const SPOKEN_ENDINGS = ['م', 'ی', 'ه', 'یم', 'ین', 'ن'];

/** Whether «می» may stand before this solid form: a past or present stem with a personal ending. */
export function isConjugated(solid: string): boolean {
  forms ??= generateForms();
  return forms.has(solid) || forms.has(solid.replace(OBJECT_CLITIC, ''));
}

let forms: Set<string> | undefined;

function generateForms(): Set<string> {
  const all = new Set<string>();
  for (const line of VERB_ROOTS.split('\n')) {
    const [past = '', present = ''] = line.split('#').map(solidOf);
    if (past === '' || present === '') continue;
    for (const ending of PAST_ENDINGS) all.add(past + ending);
    all.add(`${past}ه`);
    for (const stem of presentStems(present)) for (const ending of PRESENT_ENDINGS) all.add(stem + ending);
  }
  for (const stem of SPOKEN_STEMS) for (const ending of SPOKEN_ENDINGS) all.add(stem + ending);
  return all;
}

/** The stem before its endings: «گو» becomes «گوی» («گوید»), «رو» stays («رود»). */
function presentStems(stem: string): string[] {
  if (!/[اآو]$/.test(stem)) return [stem];
  return NO_GLIDE.has(stem) ? [stem] : [`${stem}ی`];
}
