/** Sources: what each brings against what it usually brings; found by word, by need; on and off. */
import type { Hono } from 'hono';
import { keyOf } from '../../persian/keys.js';
import { switchSource } from '../../store/desk_commands.js';
import { loadSourceHealth, type SourceHealth } from '../../store/source_health.js';
import { loadSourceStatuses, type SourceStatus } from '../../store/source_state.js';
import { say, type Words } from '../language.js';
import { conditionWord } from '../pages/sources.js';
import { Name, nameWords } from '../pieces/name.js';
import { Ago } from '../pieces/times.js';
import type { SiteContext } from '../site_context.js';
import { number } from '../words.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, FormFault, textOf } from './desk.js';
import { DeskSearch } from './desk_search.js';
import { Latin } from './form_pieces.js';
import { sourcePage } from './source_page.js';
import { delayWords, Fares, NextAsking, needsLook, Seen, Switch } from './source_pieces.js';

export function addSourcesDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/sources', page: sourcesPage });
  addDeskAct(app, site, { path: '/admin/sources/switch', page: sourcesPage, act: flip });
  addDeskPage(app, site, { path: '/admin/source/:id', page: sourcePage });
}

async function flip({ site, form }: Desk): Promise<string> {
  const [, wish, id = ''] = /^(enable|disable) (\S{1,200})$/.exec(textOf(form, 'source')) ?? [];
  if (wish === undefined) {
    throw new FormFault('source', {
      fa: 'روشن نیست کدام منبع؛ دکمهٔ کنار یکی از منبع‌های همین فهرست را بزنید.',
      en: 'It is not clear which source; press the button beside one of this list.',
    });
  }
  const isDone = await switchSource(site.store, { id, enabled: wish === 'enable', at: site.clock() });
  const back = textOf(form, 'back') === 'one' ? `/admin/source/${encodeURIComponent(id)}` : '/admin/sources';
  return `${back}?done=${isDone ? `${wish}d` : 'missing'}`;
}

/** Which sources are listed. */
const SCOPES = {
  all: { name: { fa: 'همه', en: 'All' }, holds: () => true },
  sick: { name: { fa: 'نگاه می‌خواهند', en: 'Need a look' }, holds: needsLook },
  off: { name: { fa: 'خاموش', en: 'Switched off' }, holds: ({ enabled }: SourceStatus) => !enabled },
} as const satisfies Readonly<
  Record<string, { readonly name: Words; readonly holds: (source: SourceStatus) => boolean }>
>;

type Scope = keyof typeof SCOPES;

/** The sources of a scope that have the words, with their figures; those that need a look come first. */
async function sourcesPage(desk: Desk): Promise<DeskView> {
  const { store } = desk.site;
  const [sources, health] = await Promise.all([
    loadSourceStatuses(store),
    loadSourceHealth(store, { now: desk.frame.now }),
  ]);
  const { req } = desk.context;
  const words = (req.query('q') ?? '').trim().slice(0, 80);
  const scope = (Object.keys(SCOPES) as Scope[]).find((each) => each === req.query('show')) ?? 'all';
  const shown = sources
    .filter((source) => SCOPES[scope].holds(source) && hasWords(source, words))
    .sort((a, b) => Number(needsLook(b)) - Number(needsLook(a)));
  return {
    title: say('منبع‌ها', 'Sources'),
    place: 'sources',
    count: sickWords(sources.filter(needsLook).length),
    body: (
      <>
        <p class="row desk-note">
          <a class="btn" href="/admin/sources/add">
            {say('افزودن و برداشتن', 'Add and remove')}
          </a>
          <a class="btn" href="/admin/sources/import">
            {say('فهرست خوراک‌ها', 'Lists of feeds')} <Latin>(OPML)</Latin>
          </a>
        </p>
        {sources.length === 0 ? (
          <p class="soft desk-empty">{say('هنوز منبعی نیست.', 'There is no source yet.')}</p>
        ) : (
          <>
            <Scopes sources={sources} current={scope} words={words} />
            <DeskSearch
              action="/admin/sources"
              label={say('نام رسانه، شناسه، نشانی یا حال منبع', 'Name of the outlet, id, address or state')}
              words={words}
              keep={{ show: scope }}
            />
            <SourceTable sources={shown} health={health} desk={desk} />
          </>
        )}
      </>
    ),
  };
}

function sickWords(count: number): string {
  if (count === 0) return say('همه روبه‌راه‌اند', 'all are well');
  return say(`${number(count)} منبع نگاه می‌خواهد`, `${number(count)} need a look`);
}

/** Whether every word is in what the table shows of a source, however it is spelt. */
function hasWords(source: SourceStatus, words: string): boolean {
  const { outletName, outletId, sourceId, url, condition } = source;
  const own = [outletName, nameWords(outletName), outletId, sourceId, url, conditionWord(source)];
  const text = keyOf([...own, condition.detail ?? ''].join(' '));
  return words.split(/\s+/).every((word) => text.includes(keyOf(word)));
}

interface ScopesProps {
  readonly sources: readonly SourceStatus[];
  readonly current: Scope;
  readonly words: string;
}

function Scopes({ sources, current, words }: ScopesProps) {
  return (
    <nav class="scopes" aria-label={say('کدام منبع‌ها', 'Which sources')}>
      {Object.entries(SCOPES).map(([scope, { name, holds }]) => (
        <a
          href={`/admin/sources?${new URLSearchParams({ show: scope, ...(words !== '' && { q: words }) })}`}
          aria-current={scope === current ? 'page' : undefined}
        >
          {say(name)} <span class="n">{number(sources.filter(holds).length)}</span>
        </a>
      ))}
    </nav>
  );
}

interface TableProps {
  readonly sources: readonly SourceStatus[];
  readonly health: ReadonlyMap<string, SourceHealth>;
  readonly desk: Desk;
}

/** Names of the columns; on a phone they stand beside the figures. */
const COLUMNS = {
  source: { fa: 'منبع', en: 'Source' },
  state: { fa: 'حال', en: 'State' },
  day: { fa: '۲۴ ساعت گذشته', en: 'Last 24 hours' },
  delay: { fa: 'تأخیر میانه', en: 'Median delay' },
  last: { fa: 'آخرین مطلب تازه', en: 'Last new article' },
  next: { fa: 'پرسش بعدی', en: 'Next check' },
  act: { fa: 'کار', en: 'Action' },
} as const satisfies Readonly<Record<string, Words>>;

function SourceTable({ sources, health, desk }: TableProps) {
  if (sources.length === 0) {
    return <p class="soft desk-empty">{say('منبعی چنین نیست.', 'No source is like that.')}</p>;
  }
  return (
    <table class="tbl tbl--stack">
      <thead>
        <tr>
          {Object.values(COLUMNS).map((name) => (
            <th scope="col">{say(name)}</th>
          ))}
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

interface RowProps {
  readonly source: SourceStatus;
  readonly health: SourceHealth | undefined;
  readonly desk: Desk;
}

function SourceRow({ source, health, desk }: RowProps) {
  const { outletName, sourceId, lastNewAt } = source;
  const { now } = desk.frame;
  return (
    <tr>
      <th scope="row" class="when">
        <a href={`/admin/source/${encodeURIComponent(sourceId)}`}>
          <Name of={outletName} />
        </a>{' '}
        <span class="sub">
          <Latin>{sourceId}</Latin>
        </span>
      </th>
      <td data-l={say(COLUMNS.state)}>
        <Fares source={source} />
      </td>
      <td data-l={say(COLUMNS.day)}>
        <Seen health={health} />
      </td>
      <td data-l={say(COLUMNS.delay)}>{delayWords(health?.medianDelayS)}</td>
      <td data-l={say(COLUMNS.last)}>
        {lastNewAt === undefined ? say('هنوز نه', 'not yet') : <Ago iso={lastNewAt} now={now} />}
      </td>
      <td data-l={say(COLUMNS.next)}>
        <NextAsking source={source} now={now} />
      </td>
      <td data-l={say(COLUMNS.act)}>
        <Switch source={source} desk={desk} />
      </td>
    </tr>
  );
}
