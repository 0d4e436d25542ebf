import { SECTIONS } from '../../model/section.js';
import type { ArticleLine } from '../../store/site_lines.js';
import type { CountedLine, TopLine } from '../../store/site_ranked.js';
import { articleHref, categoryHref, outletHref } from '../addresses.js';
import type { ScoredLine } from '../importance.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { ArticleLineView, CategoryLink, SourceWords } from '../pieces/article_line.js';
import { Mixed } from '../pieces/foreign.js';
import { RankedList } from '../pieces/ranked_list.js';
import { Command, Empty } from '../pieces/states.js';
import { Ticker } from '../pieces/ticker.js';
import { LineTime } from '../pieces/times.js';
import { Why } from '../pieces/why.js';
import { headlineOf, ledeOf, number, relativeTime, shown } from '../words.js';

export interface HomeView {
  readonly newest: readonly ArticleLine[];
  /** All candidates, most important first. */
  readonly important: readonly ScoredLine[];
  readonly viewed: readonly CountedLine[];
  readonly discussed: readonly CountedLine[];
  readonly tops: readonly TopLine[];
}

const TICKER_LINES = 12;
const IMPORTANT_LINES = 5;
const NEWEST_LINES = 14;
const SECTION_LINES = 4;

export function HomePage({ frame, view }: { readonly frame: Frame; readonly view: HomeView }) {
  if (view.newest.length === 0) return <EmptyHome frame={frame} />;
  const [lead, ...others] = view.important;
  const newest = view.newest.filter(({ id }) => id !== lead?.line.id).slice(0, NEWEST_LINES);
  return (
    <Page frame={frame} current="home" front feedsOf="">
      <h1 class="vh">مهم‌ترین و تازه‌ترین خبرها</h1>
      <div class="wrap">
        <Ticker lines={view.newest.slice(0, TICKER_LINES)} now={frame.now} />
        <div class="home">
          <div>
            {lead === undefined ? null : <Lead scored={lead} now={frame.now} />}
            <section aria-labelledby="new">
              <h2 class="h" id="new">
                تازه‌ترین <span class="soft">به ترتیب زمان انتشار</span>
              </h2>
              {newest.map((line) => (
                <ArticleLineView line={line} now={frame.now} />
              ))}
            </section>
          </div>
          <Rail view={view} important={others.slice(0, IMPORTANT_LINES)} />
        </div>
        <SectionTops important={view.important} leadId={lead?.line.id} />
        <OutletTops tops={view.tops} now={frame.now} />
      </div>
    </Page>
  );
}

function Lead({ scored, now }: { readonly scored: ScoredLine; readonly now: string }) {
  const { line } = scored;
  const lede = ledeOf(line);
  return (
    <article class="lead">
      <p class="sl-meta">
        <CategoryLink line={line} />
        <LineTime line={line} now={now} />
      </p>
      <h2>
        <a href={articleHref(line.id)}>
          <Mixed text={headlineOf(line)} />
        </a>
      </h2>
      {lede === undefined ? null : (
        <p class="lead-lede">
          <Mixed text={lede} />
        </p>
      )}
      <SourceWords line={line} />
      <Why scored={scored} />
    </article>
  );
}

function Rail({ view, important }: { readonly view: HomeView; readonly important: readonly ScoredLine[] }) {
  return (
    <div class="rail">
      <RankedList
        id="imp"
        title="مهم‌ترین"
        basis={<a href="/about">چگونه می‌سنجیم؟</a>}
        lines={important.map((scored) => ({ line: scored.line, note: <Why scored={scored} /> }))}
        empty="با رسیدن خبرهای بیشتر، مهم‌ترین‌ها با دلیلشان اینجا می‌آید."
      />
      <ViewedList viewed={view.viewed} />
      <DiscussedList discussed={view.discussed} />
    </div>
  );
}

export function ViewedList({ viewed }: { readonly viewed: readonly CountedLine[] }) {
  return (
    <RankedList
      id="vw"
      title="پربازدید"
      basis="۲۴ ساعت گذشته"
      lines={viewed.map((line) => ({
        line,
        note: <span class="note">{number(line.count)} بازدید</span>,
      }))}
      empty="خبرهایی که خوانندگان بیشتر باز کنند اینجا می‌آید. هر بازشدن صفحه یک بار شمرده می‌شود، بی آنکه بدانیم چه کسی آن را دیده است."
    />
  );
}

export function DiscussedList({ discussed }: { readonly discussed: readonly CountedLine[] }) {
  return (
    <RankedList
      id="ds"
      title="پربحث"
      basis="۷ روز گذشته"
      lines={discussed.map((line) => ({
        line,
        part: 'comments',
        note: <span class="note">{number(line.count)} دیدگاه</span>,
      }))}
      empty="خبرهایی که زیرشان دیدگاه منتشر شود اینجا می‌آید."
    />
  );
}

/** The most important of each section. */
function SectionTops({
  important,
  leadId,
}: {
  readonly important: readonly ScoredLine[];
  readonly leadId: number | undefined;
}) {
  const sections = SECTIONS.flatMap((section) => {
    const lines = important.filter(({ line }) => line.section === section.slug && line.id !== leadId);
    return lines.length === 0 ? [] : [{ section, lines: lines.slice(0, SECTION_LINES) }];
  });
  if (sections.length === 0) return null;
  return (
    <div class="tops secs">
      {sections.map(({ section, lines }) => (
        <section aria-labelledby={`sec-${section.slug}`}>
          <h2 class="h" id={`sec-${section.slug}`}>
            مهم‌ترین‌های {section.name}
            <a href={categoryHref(section.slug)} aria-label={`همهٔ خبرهای ${section.name}`}>
              همه
            </a>
          </h2>
          <ul class="rel rel--one">
            {lines.map(({ line }) => (
              <li>
                <a href={articleHref(line.id)}>
                  <Mixed text={headlineOf(line)} />
                </a>
                <span class="note">{line.outletName === null ? '' : shown(line.outletName)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function OutletTops({ tops, now }: { readonly tops: readonly TopLine[]; readonly now: string }) {
  if (tops.length === 0) return null;
  return (
    <section class="tops" aria-labelledby="tp">
      <h2 class="h" id="tp">
        صدر رسانه‌ها <a href="/outlets">همهٔ رسانه‌ها</a>
      </h2>
      <ul class="tops-grid">
        {tops.map((line) => (
          <li>
            <h3>
              <a href={outletHref(line.outletId ?? '')}>{shown(line.outletName ?? '')}</a>
            </h3>
            <a class="ttl" href={articleHref(line.id)}>
              <Mixed text={headlineOf(line)} />
            </a>
            <span class="since">
              {line.views > 0 ? `پربازدیدترین، ${number(line.views)} بازدید` : 'تازه‌ترین'} ·{' '}
              <time datetime={line.shownAt}>{relativeTime(line.shownAt, now)}</time>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function EmptyHome({ frame }: { readonly frame: Frame }) {
  return (
    <Page frame={frame} current="home" front feedsOf="">
      <div class="wrap page">
        <h1 class="vh">سند</h1>
        <Empty title="هنوز خبری گرد نیامده است">
          <p>
            تازه‌ترین خبرها، مهم‌ترین‌های هر دسته، پربازدیدها، پربحث‌ها و صدر رسانه‌ها اینجا می‌آید. برای آغاز، یک
            صفحه، یک پوشه یا یک نشانی را بیفزایید:
          </p>
          <p>
            <Command>npx sanad add https://… | page.html | folder/</Command>
          </p>
          <p>صفحه را پس از آن دوباره باز کنید؛ چیزی را نباید از نو راه انداخت.</p>
        </Empty>
      </div>
    </Page>
  );
}
