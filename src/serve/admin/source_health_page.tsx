import type { SourceHealth } from '../../store/source_health.js';
import type { SourceStatus } from '../../store/source_state.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { conditionWord } from '../pages/sources.js';
import { Ago } from '../pieces/times.js';
import { number, shown } from '../words.js';

interface SourceHealthProps {
  readonly frame: Frame;
  readonly sources: readonly SourceStatus[];
  readonly health: ReadonlyMap<string, SourceHealth>;
}

/** Every source with its figures; those that need a look come first. */
export function SourceHealthPage({ frame, sources, health }: SourceHealthProps) {
  const ordered = [...sources].sort((a, b) => Number(needsLook(b)) - Number(needsLook(a)));
  const sick = sources.filter(needsLook).length;
  return (
    <Page frame={frame} title="حال منبع‌ها" unlisted>
      <div class="wrap page">
        <p class="crumb">
          <a href="/admin">میز گرداننده</a>
        </p>
        <div class="topic-h">
          <h1>حال منبع‌ها</h1>
          <span class="count">{sick === 0 ? 'همه روبه‌راه‌اند' : `${number(sick)} منبع نگاه می‌خواهد`}</span>
        </div>
        <table class="tbl tbl--stack">
          <thead>
            <tr>
              <th scope="col">منبع</th>
              <th scope="col">حال</th>
              <th scope="col">۲۴ ساعت گذشته</th>
              <th scope="col">تأخیر میانه</th>
              <th scope="col">واپسین خبر تازه</th>
            </tr>
          </thead>
          <tbody>
            {ordered.map((source) => (
              <HealthRow source={source} health={health.get(source.sourceId)} now={frame.now} />
            ))}
          </tbody>
        </table>
      </div>
    </Page>
  );
}

function needsLook({ enabled, condition }: SourceStatus): boolean {
  return enabled && condition.code !== 'well' && condition.code !== 'new';
}

interface HealthRowProps {
  readonly source: SourceStatus;
  readonly health: SourceHealth | undefined;
  readonly now: string;
}

function HealthRow({ source, health, now }: HealthRowProps) {
  const { outletName, sourceId, condition, lastNewAt } = source;
  const usual = health?.expectedPerDay;
  return (
    <tr>
      <th scope="row" class="when">
        {shown(outletName)}{' '}
        <span class="sub">
          <bdi dir="ltr">{sourceId}</bdi>
        </span>
      </th>
      <td data-l="حال">
        {conditionWord(source)}{' '}
        {condition.detail === undefined ? null : (
          <span class="sub">
            <bdi lang="en" dir="ltr">
              {condition.detail}
            </bdi>
          </span>
        )}
      </td>
      <td data-l="۲۴ ساعت گذشته">
        {number(health?.seenLastDay ?? 0)}
        {usual === undefined ? null : (
          <span class="sub"> به‌جای {number(Math.round(usual * 10) / 10)} در روز عادی</span>
        )}
      </td>
      <td data-l="تأخیر میانه">{delayWords(health?.medianDelayS)}</td>
      <td data-l="واپسین خبر تازه">
        {lastNewAt === undefined ? 'هنوز نه' : <Ago iso={lastNewAt} now={now} />}
      </td>
    </tr>
  );
}

/** «۴۰ ثانیه», «۱۲ دقیقه», «۳٫۵ ساعت»; «نامعلوم» where no list states a time. */
function delayWords(seconds: number | undefined): string {
  if (seconds === undefined) return 'نامعلوم';
  if (seconds < 90) return `${number(Math.round(seconds))} ثانیه`;
  if (seconds < 5400) return `${number(Math.round(seconds / 60))} دقیقه`;
  return `${number(Math.round(seconds / 360) / 10)} ساعت`;
}
