import type { Act, Stance } from '../model/statement.js';
import { LABEL_WORDS } from './label_words.js';
import { gapAfter, type WordBlock } from './statement_words.js';

/** «به گفتهٔ X، …» and «با بیان اینکه …»: words that report without a verb. */
export interface MarkerRule {
  readonly id: string;
  /** Solid keys; «|» separates spellings. */
  readonly words: string;
  /** `source`: the speaker follows. `clause`: the content follows, the speaker is that of the sentence. `object`: so, as a noun. `behind`: a quotation stands before, the speaker follows. */
  readonly kind: 'source' | 'clause' | 'object' | 'behind';
  readonly act: Act;
  readonly stance: Stance;
  /** Counts only where the sentence has no speaker of its own. */
  readonly weak?: boolean;
  readonly yes: string;
  readonly no: string;
}

export const MARKER_RULES: readonly MarkerRule[] = [
  {
    id: 'marker/this-is-the-claim-of',
    words: 'این ادعای | این ادعا | این سخن | این سخنان | این گفته | این اظهارات | این هشدار | این تهدید',
    kind: 'behind',
    act: 'claim',
    stance: 'affirm',
    yes: '«سدها در این استان پر است»؛ این ادعای وزیر نیرو است.',
    no: 'این ادعا را وزیر نیرو مطرح کرد.',
  },
  {
    id: 'marker/in-words-of',
    words:
      'به گفته | به گفتهی | بنا به گفته | بنا بر گفته | بنابر گفته | طبق گفته | بر پایه گفتههای | بر اساس گفته | بر اساس گفتههای | براساس گفته | به گفتههای | طبق گفتههای | به تصریح | به روایت | طبق روایت | بنا بر روایت | به اذعان | به اعتراف | به تاکید',
    kind: 'source',
    act: 'assert',
    stance: 'affirm',
    yes: 'به گفته وزیر نیرو، سدها پر است.',
    no: 'به گفته‌اش خندیدند.',
  },
  {
    id: 'marker/from-mouth-of',
    words: 'از قول | از زبان',
    kind: 'source',
    act: 'assert',
    stance: 'affirm',
    weak: true,
    yes: 'از قول وزیر نیرو، سدها پر است.',
    no: 'ایرنا از قول وزیر نیرو نوشت که سدها پر است.',
  },
  {
    id: 'marker/by-announcement-of',
    words:
      'بنا بر اعلام | بنابر اعلام | بنا به اعلام | بر اساس اعلام | براساس اعلام | طبق اعلام | مطابق اعلام | به اعلام',
    kind: 'source',
    act: 'announce',
    stance: 'affirm',
    yes: 'بنا بر اعلام وزارت نیرو، سدها پر است.',
    no: 'او به اعلامیه خندید.',
  },
  {
    id: 'marker/in-belief-of',
    words: 'به باور | به اعتقاد | به عقیده | به عقیدهی',
    kind: 'source',
    act: 'believe',
    stance: 'affirm',
    yes: 'به باور کارشناسان، سدها پر است.',
    no: 'او به باورهای خود خندید.',
  },
  {
    id: 'marker/by-claim-of',
    words: 'به ادعای | به زعم | بنا بر ادعای | بنابر ادعای | طبق ادعای',
    kind: 'source',
    act: 'claim',
    stance: 'affirm',
    yes: 'به ادعای وزیر نیرو، سدها پر است.',
    no: 'او به ادعاهای مدیر خندید.',
  },
  {
    id: 'marker/by-report-of',
    words:
      'طبق گزارش | بر اساس گزارش | براساس گزارش | مطابق گزارش | مطابق این گزارش | بنا بر گزارش | بنابر گزارش | بنا به گزارش | بر پایه گزارش | به نوشته | به نوشتهی',
    kind: 'source',
    act: 'report',
    stance: 'affirm',
    weak: true,
    yes: 'طبق گزارش سازمان هواشناسی، باران می‌بارد.',
    no: 'طبق گزارش سازمان هواشناسی، وزیر نیرو گفت که باران می‌بارد.',
  },
  {
    id: 'marker/saying-that',
    words:
      'با بیان اینکه | با بیان آنکه | با بیان این که | با بیان این مطلب که | با اعلام این خبر که | با بیان این نکته که | با اشاره به اینکه | با اشاره به این که | با اشاره به این مطلب که | با اشاره به این موضوع که | با اعلام اینکه | ضمن اعلام اینکه | ضمن اشاره به اینکه | با اعلام این که | با یادآوری اینکه | با یادآوری این که | با ذکر اینکه | با این استدلال که | با گفتن اینکه | ضمن بیان اینکه | با توضیح اینکه | با عنوان اینکه | با تصریح اینکه | با تشریح اینکه | با تصریح بر اینکه',
    kind: 'clause',
    act: 'assert',
    stance: 'affirm',
    yes: 'وزیر نیرو با بیان اینکه سدها پر است، از مردم قدردانی کرد.',
    no: 'وزیر نیرو با اشاره به سدها از مردم قدردانی کرد.',
  },
  {
    id: 'marker/stressing-that',
    words:
      'با تاکید بر اینکه | با تاکید بر این که | با تاکید به اینکه | ضمن تاکید بر اینکه | با تاکید بر این مطلب که | با تاکید بر این نکته که',
    kind: 'clause',
    act: 'emphasize',
    stance: 'affirm',
    yes: 'وزیر نیرو با تأکید بر اینکه سدها پر است، رفت.',
    no: 'وزیر نیرو با تأکید بر صرفه‌جویی رفت.',
  },
  {
    id: 'marker/claiming-that',
    words: 'با ادعای اینکه | با ادعای این که | با این ادعا که | با بیان این ادعا که | با طرح این ادعا که',
    kind: 'clause',
    act: 'claim',
    stance: 'affirm',
    yes: 'وزیر نیرو با این ادعا که سدها پر است، رفت.',
    no: 'وزیر نیرو با ادعای مدیر مخالفت کرد.',
  },
  {
    id: 'marker/warning-that',
    words: 'با هشدار نسبت به اینکه | با هشدار اینکه | با این هشدار که',
    kind: 'clause',
    act: 'warn',
    stance: 'affirm',
    yes: 'وزیر نیرو با این هشدار که سدها خالی است، رفت.',
    no: 'وزیر نیرو با هشدار رفت.',
  },
  {
    id: 'marker/hoping-that',
    words:
      'با ابراز امیدواری از اینکه | با ابراز امیدواری نسبت به اینکه | با ابراز امیدواری اینکه | با این امید که',
    kind: 'clause',
    act: 'expect',
    stance: 'expected',
    yes: 'وزیر نیرو با ابراز امیدواری از اینکه باران ببارد، رفت.',
    no: 'وزیر نیرو با امید رفت.',
  },
  {
    id: 'marker/criticising',
    words: 'با انتقاد از | ضمن انتقاد از',
    kind: 'object',
    act: 'condemn',
    stance: 'affirm',
    yes: 'وزیر نیرو با انتقاد از مدیران گفت: سدها خالی است.',
    no: 'وزیر نیرو با مدیران گفت‌وگو کرد.',
  },
  {
    id: 'marker/denying',
    words: 'با رد | ضمن رد | با تکذیب | ضمن تکذیب',
    kind: 'object',
    act: 'deny',
    stance: 'deny',
    yes: 'وزیر نیرو با رد این خبر گفت: سدها خالی نیست.',
    no: 'وزیر نیرو با رد شدن از پل رفت.',
  },
  {
    id: 'marker/condemning',
    words: 'با محکوم کردن | ضمن محکوم کردن | با محکومیت | ضمن محکومیت',
    kind: 'object',
    act: 'condemn',
    stance: 'affirm',
    yes: 'وزیر نیرو با محکوم کردن این حمله گفت: سدها سالم است.',
    no: 'وزیر نیرو با محکومان دیدار کرد.',
  },
];

/** A marker in a block. */
export interface Marker {
  readonly rule: MarkerRule;
  readonly start: number;
  readonly next: number;
}

/** The markers of a block in order; the longest at each place. */
export function findMarkers(view: WordBlock): Marker[] {
  const found: Marker[] = [];
  for (let at = 0; at < view.words.length; at += 1) {
    const marker = markerAt(view, at);
    if (marker === undefined) continue;
    found.push(marker);
    at = marker.next - 1;
  }
  return found;
}

function markerAt(view: WordBlock, at: number): Marker | undefined {
  for (const { keys, rule } of byHead.get(view.keys[at] ?? '') ?? []) {
    if (!keys.every((key, offset) => view.keys[at + offset] === key)) continue;
    const next = at + keys.length;
    if (rule.kind === 'source' && isAnswered(view, at)) continue;
    if (isBroken(view, at, next) || (rule.kind !== 'clause' && LABEL_WORDS.noSources.has(view.keys[next])))
      continue;
    return { rule, start: at, next };
  }
  return undefined;
}

/** Words of who answers at most: «واکنش سخنگوی وزارت خارجه به ادعای …». */
const MOST_ANSWERER = 8;

/** «در واکنش به ادعای رویترز», «واکنش وزیر به ادعای رویترز: …»: the noun names what is answered, no source. */
function isAnswered({ keys }: WordBlock, at: number): boolean {
  const isHead = at > 0 && at <= MOST_ANSWERER && /^(?:پاسخ|واکنش|جواب)$/.test(keys[0] ?? '');
  return isHead || LABEL_WORDS.answers.has(keys[at - 1]);
}

function isBroken(view: WordBlock, from: number, to: number): boolean {
  for (let at = from; at < to - 1; at += 1) if (/[.،؛:]/.test(gapAfter(view, at))) return true;
  return false;
}

const byHead = new Map<string, { readonly keys: readonly string[]; readonly rule: MarkerRule }[]>();
for (const rule of MARKER_RULES) {
  for (const spelling of rule.words.split(' | ').flatMap(withGlued)) {
    const keys = spelling.split(' ');
    const head = keys[0] ?? '';
    byHead.set(
      head,
      [...(byHead.get(head) ?? []), { keys, rule }].sort((a, b) => b.keys.length - a.keys.length),
    );
  }
}

/** «بابیان اینکه» as well: many newsrooms print no blank there. */
function withGlued(spelling: string): readonly string[] {
  return spelling.startsWith('با ') ? [spelling, spelling.replace(' ', '')] : [spelling];
}
