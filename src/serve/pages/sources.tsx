import type { ConditionCode } from '../../model/collection.js';
import type { SourceKind } from '../../model/outlet.js';
import type { SourceStatus } from '../../store/source_state.js';
import { outletHref } from '../addresses.js';
import { listed, say, type Words } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { Mixed } from '../pieces/foreign.js';
import { Name } from '../pieces/name.js';
import { Command, Empty } from '../pieces/states.js';
import { Ago } from '../pieces/times.js';
import { WhySo } from '../pieces/why_so.js';
import { number } from '../words.js';

export const KIND_WORDS: Readonly<Record<SourceKind, Words>> = {
  feed: { fa: 'خوراک', en: 'feed' },
  sitemap: { fa: 'نقشهٔ سایت', en: 'sitemap' },
  listing: { fa: 'فهرست', en: 'list' },
  front_page: { fa: 'صفحهٔ نخست', en: 'front page' },
  channel: { fa: 'کانال', en: 'channel' },
};

/** How a source fares, in a reader's words; the state of the look's table of shapes. */
const CONDITION_WORDS: Readonly<Record<ConditionCode, Words>> = {
  new: { fa: 'هنوز پرسیده نشده', en: 'not asked yet' },
  well: { fa: 'برقرار', en: 'well' },
  unreadable: { fa: 'پاسخ داد، ولی خوانده نشد', en: 'answers, but cannot be read' },
  silent: {
    fa: 'پاسخ می‌دهد، ولی دیرتر از عادتش خبر تازه ندارد',
    en: 'answers, but has had nothing new for longer than usual',
  },
  gone: { fa: 'دیگر در این نشانی نیست', en: 'no longer at this address' },
  rate_limited: { fa: 'خواسته است کمتر بپرسیم', en: 'asked us to come less often' },
  refused_by_robots: {
    fa: 'در robots.txt این نشانی را بر ما بسته است',
    en: 'closes this address to us in robots.txt',
  },
  challenge: { fa: 'تنها مرورگرها را راه می‌دهد', en: 'lets only browsers in' },
  unreachable: { fa: 'در دسترس نیست', en: 'out of reach' },
  forbidden_address: { fa: 'نشانی‌اش درون شبکهٔ داخلی است', en: 'its address is inside a private network' },
  too_large: { fa: 'پاسخ از اندازه بزرگ‌تر است', en: 'its answer is too large' },
  failed: { fa: 'پاسخ خطا می‌دهد', en: 'answers with errors' },
};

/** «برقرار», «در دسترس نیست», or «خاموش» where an operator turned it off. */
export function conditionWord({ enabled, condition }: Pick<SourceStatus, 'enabled' | 'condition'>): string {
  return enabled ? say(CONDITION_WORDS[condition.code]) : say('خاموش', 'switched off');
}

interface SourcesProps {
  readonly frame: Frame;
  readonly sources: readonly SourceStatus[];
}

/** Every source that is collected and honestly how it fares. */
export function SourcesPage({ frame, sources }: SourcesProps) {
  const well = sources.filter(({ enabled, condition }) => enabled && condition.code === 'well').length;
  return (
    <Page frame={frame} title={say('منبع‌های گردآوری', 'Sources')} current="outlets">
      <div class="wrap page">
        <p class="crumb">
          <a href="/outlets">{say('رسانه‌ها', 'Outlets')}</a>
        </p>
        <div class="topic-h">
          <h1>{say('منبع‌های گردآوری', 'Sources')}</h1>
          <span class="count">
            {say(
              `${number(well)} از ${number(sources.length)} برقرار`,
              `${number(well)} of ${number(sources.length)} well`,
            )}
          </span>
        </div>
        <p class="soft small">
          <Mixed
            text={say(
              'سند خبرها را از این نشانی‌ها می‌گیرد: آهسته، با احترام به robots.txt و تنها از جایی که ناشر باز گذاشته است.',
              'Sanad takes reports from these addresses: slowly, heeding robots.txt, and only where the publisher lets it.',
            )}
          />
        </p>
        {sources.length === 0 ? (
          <Empty title={say('هنوز منبعی نیست', 'No sources yet')}>
            <p>
              {say('گرداننده منبع می‌افزاید:', 'The operator adds sources:')}{' '}
              <Command>npx sanad sources add https://…</Command>
            </p>
          </Empty>
        ) : (
          <>
            <WhySo of="sources" about={say('این حال', 'these states')} />
            <SourceTable sources={sources} now={frame.now} />
          </>
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
          <th scope="col">{say('رسانه', 'Outlet')}</th>
          <th scope="col">{say('حال', 'State')}</th>
          <th scope="col">{say('آخرین پاسخ', 'Last answer')}</th>
          <th scope="col">{say('مطلب‌ها', 'Articles')}</th>
        </tr>
      </thead>
      <tbody>
        {outletsOf(sources).map((own) => (
          <OutletRow sources={own} now={now} />
        ))}
      </tbody>
    </table>
  );
}

/** The sources of each outlet together, in the order of their first. */
function outletsOf(sources: readonly SourceStatus[]): readonly (readonly SourceStatus[])[] {
  const outlets = new Map<string, SourceStatus[]>();
  for (const source of sources)
    outlets.set(source.outletId, [...(outlets.get(source.outletId) ?? []), source]);
  return [...outlets.values()];
}

function OutletRow({ sources, now }: { readonly sources: readonly SourceStatus[]; readonly now: string }) {
  const [first] = sources;
  if (first === undefined) return null;
  const answers = sources.flatMap(({ lastSuccessAt }) => lastSuccessAt ?? []).sort();
  const newest = answers.at(-1);
  const hosts = [...new Set(sources.map(({ url }) => new URL(url).host))];
  return (
    <tr>
      <th scope="row" class="when">
        <a href={outletHref(first.outletId)}>
          <Name of={first.outletName} />
        </a>{' '}
        {hosts.map((host) => (
          <bdi class="sub" dir="ltr" translate="no">
            {host}
          </bdi>
        ))}
      </th>
      <td data-l={say('حال', 'State')}>
        <States sources={sources} />
      </td>
      <td data-l={say('آخرین پاسخ', 'Last answer')}>
        {newest === undefined ? say('هنوز نه', 'not yet') : <Ago iso={newest} now={now} />}
      </td>
      <td data-l={say('مطلب‌ها', 'Articles')}>
        {number(sources.reduce((sum, { itemCount }) => sum + itemCount, 0))}
      </td>
    </tr>
  );
}

/** «برقرار: خوراک، نقشهٔ سایت», a line for each state; one word where all sources fare alike. */
function States({ sources }: { readonly sources: readonly SourceStatus[] }) {
  const kinds = new Map<string, string[]>();
  for (const source of sources) {
    const word = conditionWord(source);
    const fails =
      source.failures > 1
        ? say(` (${number(source.failures)} بار پیاپی)`, ` (${number(source.failures)} times in a row)`)
        : '';
    kinds.set(word, [...(kinds.get(word) ?? []), `${say(KIND_WORDS[source.kind])}${fails}`]);
  }
  return (
    <>
      {[...kinds].map(([word, names]) => (
        <>
          <Mixed text={word} /> <span class="sub">{listed(names)}</span>
        </>
      ))}
    </>
  );
}
