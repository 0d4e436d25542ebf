import type { ShownHeadline } from '../../store/front_items.js';
import type { ArticleLine, ListPlace } from '../../store/site_lines.js';
import type { OutletDetail, OutletRow } from '../../store/site_outlets.js';
import type { OutletStandingView } from '../../store/site_standing.js';
import { outletHref, safeHref } from '../addresses.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { Follow } from '../pieces/follow.js';
import { LinesByDay } from '../pieces/lines_by_day.js';
import { OutletFront, OutletStanding } from '../pieces/outlet_standing.js';
import { Pager } from '../pieces/pager.js';
import { Command, Empty } from '../pieces/states.js';
import { Ago } from '../pieces/times.js';
import { number, shown } from '../words.js';

export interface OutletView {
  readonly outlet: OutletDetail;
  readonly count: number;
  readonly lines: readonly ArticleLine[];
  readonly isFirst: boolean;
  readonly next: ListPlace | undefined;
  readonly standing: OutletStandingView;
  readonly front: readonly ShownHeadline[];
  readonly formerLeads: readonly ShownHeadline[];
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  agency: 'خبرگزاری',
  newspaper: 'روزنامه',
  site: 'پایگاه خبری',
  broadcaster: 'صدا و تصویر',
  channel: 'کانال',
  aggregator: 'گردآورنده',
};

export function OutletPage({ frame, view }: { readonly frame: Frame; readonly view: OutletView }) {
  const { outlet } = view;
  const href = outletHref(outlet.id);
  const name = shown(outlet.name);
  const domain = outlet.domains[0];
  const site = safeHref(domain === undefined ? undefined : `https://${domain}/`);
  return (
    <Page frame={frame} title={name} current="outlets" feedsOf={href} unlisted={!view.isFirst}>
      <div class="wrap page">
        <p class="crumb">
          <a href="/outlets">رسانه‌ها</a>
          <span>{kindWord(outlet.kind)}</span>
        </p>
        <div class="topic-h">
          <h1>{name}</h1>
          <span class="count">{number(view.count)} مطلب</span>
        </div>
        <p class="soft small">
          {outlet.nameEn === null ? null : <bdi lang="en">{outlet.nameEn}</bdi>}
          {outlet.nameEn === null || site === undefined ? '' : ' · '}
          {site === undefined ? null : (
            <a class="link" href={site} rel="noopener noreferrer" lang="en" dir="ltr">
              {domain}
            </a>
          )}
        </p>
        <Follow of={href} />
        {view.isFirst ? (
          <>
            <OutletStanding standing={view.standing} />
            <OutletFront front={view.front} former={view.formerLeads} now={frame.now} />
          </>
        ) : null}
        {view.lines.length === 0 ? (
          <Empty title="هنوز خبری از این رسانه گرد نیامده است">
            <p>خبرهای این رسانه همین که گرد آید اینجا دیده می‌شود، تازه‌ترین در بالا.</p>
          </Empty>
        ) : (
          <div class="list">
            <LinesByDay lines={view.lines} now={frame.now} />
            <Pager href={href} next={view.next} isFirst={view.isFirst} />
          </div>
        )}
      </div>
    </Page>
  );
}

export function OutletsPage({
  frame,
  outlets,
}: {
  readonly frame: Frame;
  readonly outlets: readonly OutletRow[];
}) {
  return (
    <Page frame={frame} title="رسانه‌ها" current="outlets">
      <div class="wrap page">
        <div class="topic-h">
          <h1>رسانه‌ها</h1>
          <span class="count">{number(outlets.length)} رسانه</span>
        </div>
        <p class="soft small">
          رسانه‌هایی که دست‌کم یک خبر از آنها گرد آمده است.{' '}
          <a class="link" href="/sources">
            خبرها از کجا گرد می‌آید و هر منبع در چه حال است؟
          </a>
        </p>
        {outlets.length === 0 ? (
          <Empty title="هنوز رسانه‌ای نیست">
            <p>
              با نخستین خبری که افزوده شود، رسانهٔ آن اینجا می‌آید: <Command>npx sanad add …</Command>
            </p>
          </Empty>
        ) : (
          <ul class="tops-grid">
            {outlets.map((outlet) => (
              <li>
                <h2 class="name">
                  <a href={outletHref(outlet.id)}>{shown(outlet.name)}</a>
                </h2>
                <span class="since">
                  {number(outlet.articleCount)} مطلب
                  {outlet.newestAt === null ? null : (
                    <>
                      {' '}
                      · تازه‌ترین: <Ago iso={outlet.newestAt} now={frame.now} />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Page>
  );
}

function kindWord(kind: string | null): string {
  return (kind === null ? undefined : KIND_WORDS[kind]) ?? 'رسانه';
}
