/** The first page of the desk: what waits, how much there is, what was done last. */
import { loadDeskCounts, loadWaiting, type Waiting } from '../../store/site_desk.js';
import { type Noun, nounFor, say, type Words } from '../language.js';
import { NOUNS } from '../nouns.js';
import { counted, number } from '../words.js';
import { loadAllActs } from './act_lines.js';
import { ActLines } from './act_list.js';
import type { Desk, DeskView } from './desk.js';
import { DESK_NOUNS } from './desk_nouns.js';
import { Section } from './form_pieces.js';

const ACTS_SHOWN = 5;

interface WaitingPlace {
  readonly place: keyof Waiting;
  readonly some: Noun;
  readonly none: Words;
}

const WAITING: readonly WaitingPlace[] = [
  {
    place: 'comments',
    some: {
      fa: 'دیدگاه در انتظار تصمیم',
      one: 'comment waits for a decision',
      many: 'comments wait for a decision',
    },
    none: { fa: 'دیدگاهی در انتظار نیست', en: 'No comment waits' },
  },
  {
    place: 'quarantine',
    some: { fa: 'ورودی خوانده نشده', one: 'input could not be read', many: 'inputs could not be read' },
    none: { fa: 'چیزی در قرنطینه نیست', en: 'Nothing is in quarantine' },
  },
  {
    place: 'sources',
    some: { fa: 'منبع نگاه می‌خواهد', one: 'source needs a look', many: 'sources need a look' },
    none: { fa: 'همهٔ منبع‌ها روبه‌راه‌اند', en: 'All sources are well' },
  },
  {
    place: 'alerts',
    some: { fa: 'پیام به گیرنده نرسیده', one: 'alert was not delivered', many: 'alerts were not delivered' },
    none: { fa: 'پیام نرسیده‌ای نیست', en: 'All alerts were delivered' },
  },
];

export async function overviewPage(desk: Desk): Promise<DeskView> {
  const { store } = desk.site;
  const [counts, waiting, acts] = await Promise.all([
    loadDeskCounts(store),
    loadWaiting(store),
    loadAllActs(store, { limit: ACTS_SHOWN }),
  ]);
  const rows = [
    [NOUNS.article, counts.articles],
    [NOUNS.outlet, counts.outlets],
    [DESK_NOUNS.topic, counts.topics],
    [DESK_NOUNS.warning, counts.warnings],
  ] as const;
  return {
    title: say('میز گرداننده', 'Operator’s desk'),
    place: 'desk',
    body: (
      <>
        <Section id="wait" title={say('چشم‌به‌راه شما', 'Waiting for you')}>
          <ul class="desk-waits">
            {WAITING.map((each) => (
              <Wait of={each} count={waiting[each.place]} />
            ))}
          </ul>
        </Section>
        <Section id="held" title={say('آنچه هست', 'What there is')}>
          <p class="big-counts">
            {rows.map(([noun, count]) => (
              <span>
                <b>{number(count)}</b>
                {nounFor(count, noun)}
              </span>
            ))}
          </p>
        </Section>
        <Section id="did" title={say('تازه‌ترین کارها', 'Latest activity')}>
          <div>
            <ActLines acts={acts} desk={desk} />
            <p>
              <a class="link" href="/admin/acts">
                {say('همهٔ کارها', 'All activity')}
              </a>
            </p>
          </div>
        </Section>
      </>
    ),
  };
}

function Wait({ of, count }: { readonly of: WaitingPlace; readonly count: number }) {
  if (count === 0) return <li class="soft">{say(of.none)}</li>;
  return (
    <li>
      <a class="link" href={`/admin/${of.place}`}>
        {counted(count, of.some)}
      </a>
    </li>
  );
}
