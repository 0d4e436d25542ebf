import type { ConditionCode } from '../../model/collection.js';
import type { SourceKind } from '../../model/outlet.js';
import type { SourceStatus } from '../../store/source_state.js';
import { outletHref } from '../addresses.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { Command, Empty } from '../pieces/states.js';
import { Ago } from '../pieces/times.js';
import { number, shown } from '../words.js';

const KIND_WORDS: Readonly<Record<SourceKind, string>> = {
  feed: 'خوراک',
  sitemap: 'نقشهٔ سایت',
  listing: 'فهرست',
  front_page: 'صفحهٔ نخست',
  channel: 'کانال',
};

/** How a source fares, in a reader's words; the state of the look's table of shapes. */
const CONDITION_WORDS: Readonly<Record<ConditionCode, string>> = {
  new: 'هنوز پرسیده نشده',
  well: 'برقرار',
  unreadable: 'پاسخ داد، ولی خوانده نشد',
  silent: 'پاسخ می‌دهد، ولی دیرتر از عادتش خبر تازه ندارد',
  gone: 'دیگر در این نشانی نیست',
  rate_limited: 'خواسته است کمتر بپرسیم',
  refused_by_robots: 'در robots.txt این نشانی را بر ما بسته است',
  challenge: 'تنها مرورگرها را راه می‌دهد',
  unreachable: 'در دسترس نیست',
  forbidden_address: 'نشانی‌اش درون شبکهٔ داخلی است',
  too_large: 'پاسخ از اندازه بزرگ‌تر است',
  failed: 'پاسخ خطا می‌دهد',
};

/** «برقرار», «در دسترس نیست», or «خاموش» where an operator turned it off. */
export function conditionWord({ enabled, condition }: Pick<SourceStatus, 'enabled' | 'condition'>): string {
  return enabled ? CONDITION_WORDS[condition.code] : 'خاموش';
}

interface SourcesProps {
  readonly frame: Frame;
  readonly sources: readonly SourceStatus[];
}

/** Every source that is collected and honestly how it fares. */
export function SourcesPage({ frame, sources }: SourcesProps) {
  const well = sources.filter(({ enabled, condition }) => enabled && condition.code === 'well').length;
  return (
    <Page frame={frame} title="منبع‌های گردآوری" current="outlets">
      <div class="wrap page">
        <p class="crumb">
          <a href="/outlets">رسانه‌ها</a>
        </p>
        <div class="topic-h">
          <h1>منبع‌های گردآوری</h1>
          <span class="count">
            {number(well)} از {number(sources.length)} برقرار
          </span>
        </div>
        <p class="soft small">
          سند خبرها را از این نشانی‌ها می‌گیرد: آهسته، با احترام به robots.txt و تنها از جایی که ناشر باز گذاشته
          است.
        </p>
        {sources.length === 0 ? (
          <Empty title="هنوز منبعی نیست">
            <p>
              گرداننده منبع می‌افزاید: <Command>npx sanad sources add https://…</Command>
            </p>
          </Empty>
        ) : (
          <SourceTable sources={sources} now={frame.now} />
        )}
      </div>
    </Page>
  );
}

function SourceTable({ sources, now }: { readonly sources: readonly SourceStatus[]; readonly now: string }) {
  return (
    <table class="tbl tbl--stack">
      <thead>
        <tr>
          <th scope="col">رسانه</th>
          <th scope="col">حال</th>
          <th scope="col">واپسین پاسخ</th>
          <th scope="col">مطلب‌ها</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <SourceRow source={source} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function SourceRow({ source, now }: { readonly source: SourceStatus; readonly now: string }) {
  const { condition, failures } = source;
  return (
    <tr>
      <th scope="row" class="when">
        <a href={outletHref(source.outletId)}>{shown(source.outletName)}</a>{' '}
        <span class="sub">
          {KIND_WORDS[source.kind]} · <bdi dir="ltr">{new URL(source.url).host}</bdi>
        </span>
      </th>
      <td data-l="حال">
        {conditionWord(source)} {failures > 1 ? <span class="sub">{number(failures)} بار پیاپی </span> : null}
        {condition.detail === undefined || !source.enabled ? null : (
          <span class="sub">
            <bdi lang="en" dir="ltr">
              {condition.detail}
            </bdi>
          </span>
        )}
      </td>
      <td data-l="واپسین پاسخ">
        {source.lastSuccessAt === undefined ? 'هنوز نه' : <Ago iso={source.lastSuccessAt} now={now} />}
      </td>
      <td data-l="مطلب‌ها">{number(source.itemCount)}</td>
    </tr>
  );
}
