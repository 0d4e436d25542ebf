/** One source at the desk: all that is known of how it fares, why, and what it showed last. */
import type { Child } from 'hono/jsx';
import { loadSourceDetail, type SourceDetail, type SourceHub } from '../../store/source_detail.js';
import { loadSourceHealth, type SourceHealth } from '../../store/source_health.js';
import { loadSourceStatuses, type SourceStatus } from '../../store/source_state.js';
import { outletHref, safeHref } from '../addresses.js';
import { Fault, NOT_FOUND } from '../faults.js';
import { say, type Words } from '../language.js';
import { NOUNS } from '../nouns.js';
import { KIND_WORDS } from '../pages/sources.js';
import { Quoting } from '../pieces/foreign.js';
import { Name, nameWords } from '../pieces/name.js';
import { Ago } from '../pieces/times.js';
import { counted, number } from '../words.js';
import type { Desk, DeskView } from './desk.js';
import { Facts, Latin } from './form_pieces.js';
import { Items, Pages } from './source_listed.js';
import { delayWords, Fares, NextAsking, Seen, Switch, Until } from './source_pieces.js';

const ITEMS_SHOWN = 12;

export async function sourcePage(desk: Desk): Promise<DeskView> {
  const { store } = desk.site;
  const { now } = desk.frame;
  const id = desk.context.req.param('id') ?? '';
  const [statuses, health, detail] = await Promise.all([
    loadSourceStatuses(store),
    loadSourceHealth(store, { now, sourceId: id }),
    loadSourceDetail(store, id, { now, items: ITEMS_SHOWN }),
  ]);
  const source = statuses.find(({ sourceId }) => sourceId === id);
  if (source === undefined || detail === undefined) throw new Fault(NOT_FOUND);
  return {
    title: `${nameWords(source.outletName)} · ${id}`,
    heading: (
      <>
        <Name of={source.outletName} /> · <Latin>{id}</Latin>
      </>
    ),
    place: 'sources',
    body: (
      <>
        <Address source={source} detail={detail} />
        <dl class="facts">
          <Figures source={source} health={health.get(id)} now={now} />
          <Ways source={source} detail={detail} now={now} />
        </dl>
        <div class="desk-form">
          <Switch source={source} desk={desk} back="one" />
        </div>
        <Pages detail={detail} />
        <Items detail={detail} now={now} />
      </>
    ),
  };
}

function Address({ source, detail }: { readonly source: SourceStatus; readonly detail: SourceDetail }) {
  const { kind, url, outletId, outletName } = source;
  return (
    <p class="soft small">
      <Facts
        of={[
          say(KIND_WORDS[kind]),
          <a class="link" href={safeHref(url)} rel="noreferrer">
            <Latin>{url}</Latin>
          </a>,
          detail.registryUrl === url ? undefined : (
            <>
              {say('جابه‌جا شده از', 'moved from')} <Latin>{detail.registryUrl}</Latin>
            </>
          ),
          <a class="link" href={outletHref(outletId)}>
            {say('صفحهٔ', 'page of')} <Name of={outletName} />
          </a>,
        ]}
      />
    </p>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children?: Child }) {
  return (
    <div>
      <dt>
        <Quoting text={name} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

interface FiguresProps {
  readonly source: SourceStatus;
  readonly health: SourceHealth | undefined;
  readonly now: string;
}

function Figures({ source, health, now }: FiguresProps) {
  return (
    <>
      <Fact name={say('حال', 'State')}>
        <Fares source={source} />
        <small>
          {say('از', 'since')} <Ago iso={source.conditionSince} now={now} />
        </small>
      </Fact>
      <Fact name={say('۲۴ ساعت گذشته', 'Last 24 hours')}>
        <Seen health={health} />
        <small>
          {say(
            `در مجموع ${counted(source.itemCount, NOUNS.article)}`,
            `${counted(source.itemCount, NOUNS.article)} in all`,
          )}
        </small>
      </Fact>
      <Fact name={say('از انتشار تا دیدن', 'From publication to sight')}>
        {delayWords(health?.medianDelayS)}
        <small>{say('میانهٔ هفت روز', 'median of seven days')}</small>
      </Fact>
      <Fact name={say('پرسش بعدی', 'Next check')}>
        <NextAsking source={source} now={now} />
      </Fact>
      <Fact name={say('آخرین پرسش', 'Last checked')}>
        <When iso={source.lastAttemptAt} now={now} />
      </Fact>
      <Fact name={say('آخرین پاسخ درست', 'Last success')}>
        <When iso={source.lastSuccessAt} now={now} />
      </Fact>
      <Fact name={say('آخرین مطلب تازه', 'Last new article')}>
        <When iso={source.lastNewAt} now={now} />
      </Fact>
    </>
  );
}

function When({ iso, now }: { readonly iso: string | undefined; readonly now: string }) {
  return iso === undefined ? say('هنوز نه', 'not yet') : <Ago iso={iso} now={now} />;
}

interface WaysProps {
  readonly source: SourceStatus;
  readonly detail: SourceDetail;
  readonly now: string;
}

/** The way to the source, its host's rest, its hub. */
function Ways({ source, detail: { host, hub }, now }: WaysProps) {
  return (
    <>
      <Fact name={say('راه', 'Way')}>
        {source.egress === undefined ? say('مستقیم', 'direct') : <Latin>{source.egress}</Latin>}
      </Fact>
      <Fact name={say('میزبان', 'Host')}>
        <Latin>{host.name}</Latin>
        <small>
          {host.restsUntil === undefined ? (
            say('آمادهٔ پرسش', 'ready')
          ) : (
            <>
              {say('تا پرسش بعدی می‌آساید:', 'resting; next request')}{' '}
              <Until iso={host.restsUntil} now={now} />
            </>
          )}
          {host.failures === 0
            ? null
            : say(
                ` · ${number(host.failures)} ناکامی پیاپی میزبان`,
                ` · the host failed ${number(host.failures)} times in a row`,
              )}
        </small>
      </Fact>
      <Fact name={say('خبر از خود رسانه (WebSub)', 'Push (WebSub)')}>
        {hub === undefined ? say('نشانی‌ای نداده است', 'not offered') : <Hub hub={hub} now={now} />}
      </Fact>
    </>
  );
}

const HUB_STATES: Readonly<Record<SourceHub['state'], Words>> = {
  wanted: { fa: 'هنوز خواسته نشده', en: 'not asked for yet' },
  asked: { fa: 'خواسته شده، چشم‌به‌راه تأیید', en: 'asked for, not confirmed yet' },
  held: { fa: 'برقرار', en: 'held' },
  refused: { fa: 'نپذیرفته است', en: 'refused' },
};

function Hub({
  hub: { url, state, detail, leaseUntil },
  now,
}: {
  readonly hub: SourceHub;
  readonly now: string;
}) {
  return (
    <>
      {say(HUB_STATES[state])}
      <small>
        <Facts
          of={[
            <Latin>{url}</Latin>,
            leaseUntil === null ? undefined : (
              <>
                {say('تمدید تا', 'to be renewed')} <Until iso={leaseUntil} now={now} />
              </>
            ),
            detail === null ? undefined : <Latin>{detail}</Latin>,
          ]}
        />
      </small>
    </>
  );
}
