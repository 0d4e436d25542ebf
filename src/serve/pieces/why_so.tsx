/** «چرا؟» beside an order, a fold or a kind of mark: by which rule it comes about, opened without a script. */
import { IMPORTANCE } from '../../model/importance.js';
import type { Words } from '../language.js';
import { say } from '../language.js';
import { NOUNS } from '../nouns.js';
import { counted, number } from '../words.js';

const RULES = {
  newest: {
    fa: 'آن که تازه‌ترین گزارش را دارد بالاتر است. زمان را خود رسانه نوشته است؛ جایی که ننوشته، زمان گردآوری است.',
    en: 'What has the newest report comes first. The outlet states the time; where it does not, it is the time of collecting.',
  },
  viewed: {
    fa: 'شمار بازدید امروز و دیروز در سند، به‌علاوهٔ شماری که کانال‌ها زیر گزارش‌های همان خبر نوشته‌اند، برای خبرهایی که در یک شبانه‌روز گزارش تازه داشته‌اند. بازکردن دوباره و برنامه‌های خودکار شمرده نمی‌شوند؛ کوکی در کار نیست.',
    en: 'Views here of today and yesterday, and what channels print below their reports of the story, for stories with a report within a day. Reloads and robots do not count; there is no cookie.',
  },
  discussed: {
    fa: 'شمار دیدگاه‌هایی که در هفت روز گذشته در سند منتشر شد، به‌علاوهٔ شماری که رسانه‌ها زیر گزارش‌های همان خبر نوشته‌اند.',
    en: 'Comments published here within seven days, and what outlets print below their reports of the story.',
  },
  leads: {
    fa: 'تیتر نخستِ صفحهٔ نخست هر رسانه، آن‌گونه که آخرین بار خوانده شد؛ رسانه‌ای که تیترش را تازه‌تر عوض کرده بالاتر است.',
    en: 'The first headline of each outlet’s front page as it was last read; the outlet that changed its lead last comes first.',
  },
  front: {
    fa: 'جای هر تیتر همان است که در صفحهٔ نخست رسانه بود. صفحه هر ساعت خوانده می‌شود؛ آنچه میان دو خواندن آمده و رفته باشد دیده نمی‌شود.',
    en: 'Headlines stand as on the outlet’s front page. It is read every hour; what came and went between two readings is not seen.',
  },
  standing: {
    fa: 'رونوشت را هم‌پوشانی واژه‌به‌واژهٔ متن‌ها نشان می‌دهد و جهت آن را زمان و نام‌بردن‌ها؛ «تنها نام‌بردن» یعنی گزارش از رسانه نام برده ولی واژه‌هایش را نگرفته است. «از خود»: گزارش‌هایی که نه رونوشت‌اند و نه به رسانهٔ دیگری از فهرست ما استناد می‌کنند.',
    en: 'Copies show in words that texts share, their direction in times and credits; “named without copying” means that a report names the outlet but takes none of its words. “Its own”: reports that are no copies and rest on no other outlet of our registry.',
  },
  related: {
    fa: 'خبرهایی که نام‌ها و واژه‌های کمیاب این خبر را دارند؛ هرچه واژهٔ مشترک کمیاب‌تر، بالاتر. فعل‌های گفتن و واژه‌های همگانی به شمار نمی‌آیند.',
    en: 'Stories that share names and rare words with this one; the rarer the shared words, the higher. Verbs of saying and everyday words do not count.',
  },
  origins: {
    fa: 'منبع مستقل گزارشی است که متنش را از گزارش دیگری در این خبر نگرفته و به آن استناد نکرده است؛ همهٔ رونوشت‌ها و نقل‌ها زیر همان شمرده می‌شوند. «یافت نشد» یعنی گزارش‌ها از آن نام می‌برند ولی خود آن گرد نیامده است. بالاتر آن است که گزارش‌های بیشتری بر آن استوار است.',
    en: 'An independent origin is a report that neither took its text from another of this story nor rests on it; all copies and quotes count below it. “Not found” means that reports name it but it was not collected. The one on which most reports rest comes first.',
  },
  reports: {
    fa: 'به ترتیب زمان انتشار. رونوشت زیر گزارشی می‌آید که واژه‌هایش را گرفته است، با سهم متن مشترک و دلیل جهت؛ هیچ گزارشی کنار گذاشته نمی‌شود.',
    en: 'By time of publication. A copy stands below the report whose words it took, with the share of common text and the reason of the direction; no report is left out.',
  },
  said: {
    fa: 'گوینده‌ها به ترتیب تازه‌ترین گفته. همان واژه‌های یک گوینده در چند گزارش یک گفته‌اند. موضع را فعل جمله و نفی و شرط آن می‌گذارد؛ زیر هر گفته قاعده‌اش آمده است.',
    en: 'Speakers by their newest statement. The same words of one speaker in several reports are one statement. The position follows from the verb of the sentence, its negation and conditions; the rule stands below each statement.',
  },
  contacts: {
    fa: 'آنچه تازه‌تر دانسته شد بالاتر است. وضعیت را گفتهٔ خود طرف‌ها می‌گذارد، پس از آن گفتهٔ دیگران و سپس روایت رسانه؛ اگر طرف‌ها خلاف هم بگویند، «محل اختلاف» است.',
    en: 'What was learned last comes first. The status follows from what the parties say, then from others, then from the outlet’s narration; where parties say the opposite, it is disputed.',
  },
  ledger: {
    fa: 'از تازه به کهنه، بنا بر آخرین روزی که تماس می‌تواند رخ داده باشد؛ بی‌تاریخ‌ها بالاترند. شماره‌ها همان شماره‌های خط زمان‌اند. وضعیت را گفتهٔ خود طرف‌ها می‌گذارد، پس از آن گفتهٔ دیگران و سپس روایت رسانه.',
    en: 'From new to old by the last day on which the contact can have been; undated ones come first. The numbers are those of the timeline. The status follows from what the parties say, then from others, then from the outlet’s narration.',
  },
  dyads: {
    fa: 'دو سویی که تازه‌ترین گزارش تماس را دارند بالاترند.',
    en: 'The two sides with the newest report of a contact come first.',
  },
  ahead: {
    fa: 'تماس‌هایی که کسی آن‌ها را در پیش می‌بیند، پیشنهاد کرده یا مشروط کرده است و روزشان نگذشته؛ آنچه تازه‌تر دانسته شد بالاتر است. رخ‌دادنشان را هیچ‌کس تضمین نمی‌کند.',
    en: 'Contacts that somebody expects, offers or ties to a condition and whose day has not passed; what was learned last comes first. Nobody vouches that they will take place.',
  },
  edits: {
    fa: 'آخرین ویرایش‌هایی که عدد، نام، تیتر یا منبعِ گفته را در گزارش‌های تازه عوض کرده‌اند، از هر گزارش یکی. درست‌کردن املا و جمله‌بندی به شمار نمی‌آید.',
    en: 'The last edits that changed a number, a name, a headline or an attribution in recent reports, one of each report. Corrected spelling and wording do not count.',
  },
  names: {
    fa: 'از مطلب‌های همین صفحه که متنشان گرد آمده است؛ پرشمارتر بالاتر. گفته‌ای که چند رسانه چاپ کرده‌اند یک بار شمرده می‌شود.',
    en: 'From the articles of this page whose text was collected; the highest count first. A statement that several outlets print counts once.',
  },
  years: {
    fa: 'مطلب‌های این موضوع که متنشان گرد آمده و زمان انتشارشان در آن نوشته است، سال به سال؛ هر مطلب یک بار.',
    en: 'Articles of this topic whose text was collected and states when it was published, year by year; each article once.',
  },
  entities: {
    fa: 'نام‌هایی که در گزارش‌های تازه بیشتر آمده‌اند بالاترند؛ هر گزارش یک بار شمرده می‌شود.',
    en: 'Names that stand in most of the recent reports come first; each report counts once.',
  },
  threads: {
    fa: 'رشته‌ای که تازه‌ترین گزارش را دارد بالاتر است. دو خبر هنگامی در یک رشته‌اند که بازیگران و موضوع مشترک داشته باشند؛ دلیل هر پیوند در صفحهٔ رشته کنار خبر آمده است.',
    en: 'The thread with the newest report comes first. Two stories are in one thread where they share actors and subject; on its page the reason stands beside each story.',
  },
  topics: {
    fa: 'صفحه‌های موضوعی‌ای که تازه‌تر دیده شده‌اند بالاترند. شمار را خود رسانه نوشته است.',
    en: 'Topic pages seen last come first. The count is the outlet’s own.',
  },
  topic: {
    fa: 'ترتیب همان ترتیب صفحهٔ رسانه است. شمار بالای صفحه را رسانه نوشته است؛ آنچه اینجاست همان است که گرد آمده، هر مطلب یک بار.',
    en: 'The order is that of the outlet’s page. The count above is the outlet’s; what stands here is what was collected, each article once.',
  },
  outlets: {
    fa: 'رسانه‌ای که تازه‌ترین خبر را دارد بالاتر است؛ شمار مطلب‌ها بی مطلب‌های پنهان است.',
    en: 'The outlet with the newest report comes first; hidden articles are not counted.',
  },
  best: {
    fa: 'هرچه واژه‌های جست‌وجو در متن بیشتر، کمیاب‌تر و نزدیک‌تر به هم باشند، بالاتر؛ واژه در تیتر و لید بیش از بدنه می‌ارزد و صورت خود واژه بیش از صرف‌شده‌اش. تازگی به شمار نمی‌آید.',
    en: 'The more of the words a text has, the rarer they are and the closer they stand, the higher it comes; title and lede weigh more than the body, the word as typed more than its other forms. Age does not count.',
  },
  sources: {
    fa: '«برقرار»: آخرین خواندن پاسخ درست داد. «در دسترس نیست»: پاسخی نیامد. منبع ناموفق کم‌کم دیرتر خوانده می‌شود و پس از نخستین پاسخ درست به نوبت خود برمی‌گردد. شمار بارهای پیاپی زیر حال آمده است.',
    en: '“Well”: the last reading was answered rightly. “Unreachable”: no answer came. A failing source is read less and less often, and returns to its turn with the first right answer. How often in a row stands below the state.',
  },
  contradictions: {
    fa: 'تازه‌ترین بالاتر. دو گفته آن‌گاه روبه‌روی هم‌اند که یکی همان ادعا یا تماس را در همان روزها آشکارا رد کند؛ «شاید» در برابر «شاید» روبه‌رویی نیست.',
    en: 'The newest first. Two statements stand against each other where one plainly denies the same claim or contact of the same days; one “perhaps” against another is none.',
  },
  archive: {
    fa: 'هر خبر در روزی می‌آید که نخستین گزارش آن منتشر شد، به وقت تهران؛ گزارش‌های بعدی آن در صفحهٔ خودش است. ترتیب همان «مهم‌ترین» صفحهٔ نخست است: چند منبع مستقل و چه اندازه تازه.',
    en: 'Each story stands on the day in Tehran on which its first report was published; later reports are on its own page. The order is that of “Top stories”: how many independent origins, and how recent.',
  },
  comments: {
    fa: 'به ترتیب زمان، پاسخ‌ها زیر دیدگاهی که به آن پاسخ داده‌اند. رأی‌ها جای دیدگاه را عوض نمی‌کنند.',
    en: 'By time, answers below the comment that they answer. Votes do not move a comment.',
  },
} as const satisfies Readonly<Record<string, Words>>;

export type Rule = keyof typeof RULES | 'importance';

/** The order in a few words, for lists without a heading beside which «چرا؟» could stand. */
const ORDERS: Readonly<Partial<Record<Rule, Words>>> = {
  newest: { fa: 'تازه‌ترین بالاتر', en: 'Newest first' },
  dyads: { fa: 'تازه‌ترین گزارش بالاتر', en: 'Newest report first' },
  entities: { fa: 'پرگزارش‌ترین‌های این روزها بالاتر', en: 'Most reported lately first' },
  threads: { fa: 'تازه‌ترین گزارش بالاتر', en: 'Newest report first' },
  topics: { fa: 'تازه‌دیده‌ها بالاتر', en: 'Seen last first' },
  topic: { fa: 'به ترتیب صفحهٔ رسانه', en: 'In the order of the outlet’s page' },
  outlets: { fa: 'تازه‌ترین خبر بالاتر', en: 'Newest report first' },
  sources: { fa: 'حال هر منبع', en: 'State of each source' },
  contradictions: { fa: 'تازه‌ترین بالاتر', en: 'Newest first' },
  ledger: { fa: 'از تازه به کهنه', en: 'From new to old' },
};

interface WhySoProps {
  readonly of: Rule;
  /** Of what the rule speaks, for readers who hear the page. */
  readonly about?: string;
  /** With the order in a few words before it. */
  readonly named?: boolean;
}

/** The rule of an order, a fold or a mark. */
export function WhySo({ of, about, named = false }: WhySoProps) {
  const order = named ? ORDERS[of] : undefined;
  return (
    <details class="why why--so" data-why={of}>
      <summary>
        {order === undefined ? null : <span class="soft">{say(order)} · </span>}
        {say('چرا؟', 'Why?')}
        <span class="vh"> {about ?? say('این ترتیب', 'this order')}</span>
      </summary>
      <p>{of === 'importance' ? importanceRule() : say(RULES[of])}</p>
    </details>
  );
}

function importanceRule(): string {
  const { halfLifeHours, newHours } = IMPORTANCE;
  return say(
    `هر منبع مستقل وزن رسانه‌اش را می‌آورد، و وزن از آن است که دیگران چند بار از رسانه گرفته‌اند. هر ${number(halfLifeHours)} ساعت نیمی از امتیاز می‌رود؛ گزارش‌های نو در ${number(newHours)} ساعت پایانی می‌افزایند، رونوشت هیچ. خبری که تنها یک رسانه دارد کمتر می‌گیرد. جمع هر خبر زیر «چرا؟»ی خود آن است.`,
    `Each independent origin brings the weight of its outlet, which follows from how often others took from it. Half of the score goes every ${counted(halfLifeHours, NOUNS.hour)}; new reports in the last ${counted(newHours, NOUNS.hour)} add, copies add nothing. A story of one outlet alone gets less. The sum of each story stands below its own “Why?”.`,
  );
}
