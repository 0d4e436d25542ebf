/** Sources: what each brings against what it usually brings; on and off. */
import type { Hono } from 'hono';
import { switchSource } from '../../store/desk_commands.js';
import { loadSourceHealth, type SourceHealth } from '../../store/source_health.js';
import { loadSourceStatuses, type SourceStatus } from '../../store/source_state.js';
import { conditionWord } from '../pages/sources.js';
import { Ago } from '../pieces/times.js';
import type { SiteContext } from '../site_context.js';
import { number, shown } from '../words.js';
import { Csrf } from './csrf_field.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, FormFault, textOf } from './desk.js';

export function addSourcesDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/sources', page: sourcesPage });
  addDeskAct(app, site, { path: '/admin/sources/switch', page: sourcesPage, act: flip });
}

async function flip({ site, form }: Desk): Promise<string> {
  const [, wish, id = ''] = /^(enable|disable) (\S{1,200})$/.exec(textOf(form, 'source')) ?? [];
  if (wish === undefined) {
    throw new FormFault('source', 'روشن نیست کدام منبع؛ دکمهٔ کنار یکی از منبع‌های همین فهرست را بزنید.');
  }
  const isDone = await switchSource(site.store, { id, enabled: wish === 'enable', at: site.clock() });
  return `/admin/sources?done=${isDone ? `${wish}d` : 'missing'}`;
}

/** Every source with its figures; those that need a look come first. */
async function sourcesPage(desk: Desk): Promise<DeskView> {
  const { store } = desk.site;
  const [sources, health] = await Promise.all([
    loadSourceStatuses(store),
    loadSourceHealth(store, { now: desk.frame.now }),
  ]);
  const ordered = [...sources].sort((a, b) => Number(needsLook(b)) - Number(needsLook(a)));
  const sick = sources.filter(needsLook).length;
  return {
    title: 'منبع‌ها',
    place: 'sources',
    count: sick === 0 ? 'همه روبه‌راه‌اند' : `${number(sick)} منبع نگاه می‌خواهد`,
    body: (
      <>
        <p class="row desk-note">
          <a class="btn" href="/admin/sources/add">
            افزودن و برداشتن
          </a>
          <a class="btn" href="/admin/sources/import">
            فهرست خوراک‌ها (OPML)
          </a>
        </p>
        <SourceTable sources={ordered} health={health} desk={desk} />
      </>
    ),
  };
}

interface TableProps {
  readonly sources: readonly SourceStatus[];
  readonly health: ReadonlyMap<string, SourceHealth>;
  readonly desk: Desk;
}

function SourceTable({ sources, health, desk }: TableProps) {
  if (sources.length === 0) return <p class="soft desk-empty">هنوز منبعی نیست.</p>;
  return (
    <table class="tbl tbl--stack">
      <thead>
        <tr>
          <th scope="col">منبع</th>
          <th scope="col">حال</th>
          <th scope="col">۲۴ ساعت گذشته</th>
          <th scope="col">تأخیر میانه</th>
          <th scope="col">واپسین خبر تازه</th>
          <th scope="col">کار</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <SourceRow source={source} health={health.get(source.sourceId)} desk={desk} />
        ))}
      </tbody>
    </table>
  );
}

function needsLook({ enabled, condition }: SourceStatus): boolean {
  return enabled && condition.code !== 'well' && condition.code !== 'new';
}

interface RowProps {
  readonly source: SourceStatus;
  readonly health: SourceHealth | undefined;
  readonly desk: Desk;
}

function SourceRow({ source, health, desk }: RowProps) {
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
        {lastNewAt === undefined ? 'هنوز نه' : <Ago iso={lastNewAt} now={desk.frame.now} />}
      </td>
      <td data-l="کار">
        <Switch source={source} csrf={desk.csrf} />
      </td>
    </tr>
  );
}

function Switch({ source, csrf }: { readonly source: SourceStatus; readonly csrf: string }) {
  const { sourceId, enabled } = source;
  return (
    <form method="post" action="/admin/sources/switch">
      <Csrf csrf={csrf} />
      <button
        class="btn btn--s"
        name="source"
        value={`${enabled ? 'disable' : 'enable'} ${sourceId}`}
        type="submit"
      >
        {enabled ? 'خاموش کن' : 'روشن کن'}
        <span class="vh"> {sourceId}</span>
      </button>
    </form>
  );
}

/** «۴۰ ثانیه», «۱۲ دقیقه», «۳٫۵ ساعت»; «نامعلوم» where no list states a time. */
function delayWords(seconds: number | undefined): string {
  if (seconds === undefined) return 'نامعلوم';
  if (seconds < 90) return `${number(Math.round(seconds))} ثانیه`;
  if (seconds < 5400) return `${number(Math.round(seconds / 60))} دقیقه`;
  return `${number(Math.round(seconds / 360) / 10)} ساعت`;
}
