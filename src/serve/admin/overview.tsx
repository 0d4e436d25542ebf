/** The first page of the desk: what waits, how much there is, what was done last. */
import { loadDeskCounts, loadWaiting } from '../../store/site_desk.js';
import { number } from '../words.js';
import { ActLines, loadAllActs } from './acts.js';
import type { Desk, DeskView } from './desk.js';

const ACTS_SHOWN = 5;

export async function overviewPage(desk: Desk): Promise<DeskView> {
  const { store } = desk.site;
  const [counts, waiting, acts] = await Promise.all([
    loadDeskCounts(store),
    loadWaiting(store),
    loadAllActs(store, { limit: ACTS_SHOWN }),
  ]);
  const rows = [
    ['مقاله', counts.articles],
    ['رسانه', counts.outlets],
    ['موضوع', counts.topics],
    ['هشدار', counts.warnings],
  ] as const;
  return {
    title: 'میز گرداننده',
    place: 'desk',
    body: (
      <>
        <section class="sec" aria-labelledby="wait">
          <h2 class="sec-h" id="wait">
            چشم‌به‌راه شما
          </h2>
          <ul class="desk-waits">
            <Wait
              href="/admin/comments"
              count={waiting.comments}
              some="دیدگاه در انتظار تصمیم"
              none="دیدگاهی در انتظار نیست"
            />
            <Wait
              href="/admin/quarantine"
              count={waiting.quarantine}
              some="ورودی خوانده نشده"
              none="چیزی در قرنطینه نیست"
            />
            <Wait
              href="/admin/sources"
              count={waiting.sources}
              some="منبع نگاه می‌خواهد"
              none="همهٔ منبع‌ها روبه‌راه‌اند"
            />
          </ul>
        </section>
        <section class="sec" aria-labelledby="held">
          <h2 class="sec-h" id="held">
            آنچه هست
          </h2>
          <p class="big-counts">
            {rows.map(([name, count]) => (
              <span>
                <b>{number(count)}</b>
                {name}
              </span>
            ))}
          </p>
        </section>
        <section class="sec" aria-labelledby="did">
          <h2 class="sec-h" id="did">
            واپسین کارها
          </h2>
          <div>
            <ActLines acts={acts} desk={desk} />
            <p>
              <a class="link" href="/admin/acts">
                همهٔ کارها
              </a>
            </p>
          </div>
        </section>
      </>
    ),
  };
}

interface WaitProps {
  readonly href: string;
  readonly count: number;
  readonly some: string;
  readonly none: string;
}

function Wait({ href, count, some, none }: WaitProps) {
  if (count === 0) return <li class="soft">{none}</li>;
  return (
    <li>
      <a class="link" href={href}>
        {number(count)} {some}
      </a>
    </li>
  );
}
