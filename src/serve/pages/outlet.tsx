import type { ShownHeadline } from '../../store/front_items.js';
import type { ArticleLine, ListPlace } from '../../store/site_lines.js';
import type { OutletDetail, OutletRow } from '../../store/site_outlets.js';
import type { OutletStandingView } from '../../store/site_standing.js';
import { outletHref, safeHref } from '../addresses.js';
import type { Words } from '../language.js';
import { say } from '../language.js';
import { pageAbout } from '../layout/about_page.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { NOUNS } from '../nouns.js';
import { Follow } from '../pieces/follow.js';
import { LinesByDay } from '../pieces/lines_by_day.js';
import { Name, nameWords, PersianName } from '../pieces/name.js';
import { OutletFront, OutletStanding } from '../pieces/outlet_standing.js';
import { Pager } from '../pieces/pager.js';
import { Command, Empty } from '../pieces/states.js';
import { Ago } from '../pieces/times.js';
import { WhySo } from '../pieces/why_so.js';
import { counted, shown } from '../words.js';

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

const OUTLET: Words = { fa: 'رسانه', en: 'outlet' };

const KIND_WORDS: Readonly<Record<string, Words>> = {
  agency: { fa: 'خبرگزاری', en: 'news agency' },
  newspaper: { fa: 'روزنامه', en: 'newspaper' },
  site: { fa: 'پایگاه خبری', en: 'news site' },
  broadcaster: { fa: 'صدا و تصویر', en: 'broadcaster' },
  channel: { fa: 'کانال', en: 'channel' },
  aggregator: { fa: 'گردآورنده', en: 'aggregator' },
};

export function OutletPage({ frame, view }: { readonly frame: Frame; readonly view: OutletView }) {
  const { outlet } = view;
  const href = outletHref(outlet.id);
  const name = nameWords(outlet.name);
  const otherName = say(
    outlet.nameEn === null ? null : <bdi lang="en">{outlet.nameEn}</bdi>,
    <PersianName of={outlet.name} />,
  );
  const domain = outlet.domains[0];
  const site = safeHref(domain === undefined ? undefined : `https://${domain}/`);
  return (
    <Page
      frame={frame}
      title={name}
      current="outlets"
      feedsOf={href}
      things={[
        pageAbout(frame, {
          ...{ '@type': 'NewsMediaOrganization', name: shown(outlet.name) },
          ...(site === undefined ? {} : { url: site }),
        }),
      ]}
      unlisted={!view.isFirst}
    >
      <div class="wrap page">
        <p class="crumb">
          <a href="/outlets">{say('رسانه‌ها', 'Outlets')}</a>
          <span>{kindWord(outlet.kind)}</span>
        </p>
        <div class="topic-h">
          <h1>
            <Name of={outlet.name} />
          </h1>
          <span class="count">{counted(view.count, NOUNS.article)}</span>
        </div>
        <p class="soft small first">
          {otherName}
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
          <Empty
            title={say(
              'هنوز خبری از این رسانه گرد نیامده است',
              'No reports of this outlet have been collected yet',
            )}
          >
            <p>
              {say(
                'خبرهای این رسانه همین که گرد آید اینجا دیده می‌شود، تازه‌ترین در بالا.',
                'Its reports stand here as soon as they are collected, newest first.',
              )}
            </p>
          </Empty>
        ) : (
          <div class="list">
            <WhySo of="newest" named />
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
    <Page frame={frame} title={say('رسانه‌ها', 'Outlets')} current="outlets" feedsOf="/outlets">
      <div class="wrap page">
        <div class="topic-h">
          <h1>{say('رسانه‌ها', 'Outlets')}</h1>
          <span class="count">{counted(outlets.length, NOUNS.outlet)}</span>
        </div>
        <p class="soft small">
          {say(
            'رسانه‌هایی که دست‌کم یک خبر از آنها گرد آمده است.',
            'Outlets of which at least one report has been collected.',
          )}{' '}
          <a class="link" href="/sources">
            {say(
              'خبرها از کجا گرد می‌آید و هر منبع در چه حال است؟',
              'Where do reports come from, and how does each source fare?',
            )}
          </a>
        </p>
        {outlets.length === 0 ? (
          <Empty title={say('هنوز رسانه‌ای نیست', 'No outlets yet')}>
            <p>
              {say(
                'با نخستین خبری که افزوده شود، رسانهٔ آن اینجا می‌آید:',
                'With the first report that is added, its outlet stands here:',
              )}{' '}
              <Command>npx sanad add …</Command>
            </p>
          </Empty>
        ) : (
          <>
            <WhySo of="outlets" named />
            <ul class="tops-grid">
              {outlets.map((outlet) => (
                <li>
                  <h2 class="name">
                    <a href={outletHref(outlet.id)}>
                      <Name of={outlet.name} />
                    </a>
                  </h2>
                  <span class="since">
                    {counted(outlet.articleCount, NOUNS.article)}
                    {outlet.newestAt === null ? null : (
                      <>
                        {' '}
                        · {say('تازه‌ترین:', 'latest:')} <Ago iso={outlet.newestAt} now={frame.now} />
                      </>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Page>
  );
}

function kindWord(kind: string | null): string {
  return say((kind === null ? undefined : KIND_WORDS[kind]) ?? OUTLET);
}
