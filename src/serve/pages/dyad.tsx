/** The page of two parties: timeline, ledger, what was confirmed last and what never was. */

import type { ContactLine, DyadRow } from '../../store/site_contacts.js';
import { dyadHref, entityHref } from '../addresses.js';
import { say } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { contactName, daysWords, KIND_WORDS, STATUS_WORDS, stateOf, wasConfirmed } from '../ledger_words.js';
import { NOUNS } from '../nouns.js';
import { AsOfForm } from '../pieces/as_of_form.js';
import { ClaimPairs } from '../pieces/claim_pairs.js';
import { LedgerTable } from '../pieces/contact_lines.js';
import { Contradictions } from '../pieces/contradictions.js';
import { ExportLinks } from '../pieces/exports.js';
import { Name, nameWords } from '../pieces/name.js';
import { StatementsSection } from '../pieces/said.js';
import { State } from '../pieces/state.js';
import { Empty } from '../pieces/states.js';
import { StateLegend, TimelineList, TimelinePicture } from '../pieces/timeline_picture.js';
import { layTimeline } from '../timeline_layout.js';
import { findClaimPairs } from '../views/claim_pairs.js';
import type { DyadView } from '../views/ledger_views.js';
import { counted, number, relativeTime, tehranDay } from '../words.js';

export interface DyadPageProps {
  readonly frame: Frame;
  readonly view: DyadView;
  readonly asOf: string | undefined;
  readonly filter: LedgerFilter;
}

export interface LedgerFilter {
  readonly status: string | undefined;
  readonly kind: string | undefined;
}

/** Statements under the table; the rest stands on the pages of their contacts. */
const MOST_STATEMENTS = 24;

export function DyadPage({ frame, view, asOf, filter }: DyadPageProps) {
  const [a, b] = view.sides;
  const names = [nameWords(a.name), nameWords(b.name)] as const;
  const href = dyadHref(a.id, b.id);
  const title = `${names[0]} ⇄ ${names[1]}`;
  const moment = asOf ?? frame.now;
  return (
    <Page
      frame={frame}
      title={say(`${title}: دفتر تماس‌ها`, `${title}: ledger of contacts`)}
      current="dyads"
      feedsOf={href}
      unlisted={asOf !== undefined}
    >
      <div class="wrap page">
        <header>
          <p class="crumb">
            <a href="/dyads">{say('دوسویه‌ها', 'Dyads')}</a>
            <span>
              {counted(view.dated.length + view.undated.length, NOUNS.contact)} ·{' '}
              {counted(view.statements.length, NOUNS.statement)}
            </span>
          </p>
          <h1 class="dyad-h">
            <a href={entityHref(a.id)}>
              <Name of={a.name} />
            </a>{' '}
            <span class="arrows" role="img" aria-label={say('و', 'and')}>
              ⇄
            </span>{' '}
            <a href={entityHref(b.id)}>
              <Name of={b.name} />
            </a>
          </h1>
          <AsOfForm action={href} asOf={asOf} now={frame.now} />
          <Facts view={view} now={moment} />
        </header>
        <LedgerBody
          contacts={{ dated: view.dated, undated: view.undated }}
          picture={{
            view,
            names,
            title: say(`خط زمان تماس‌ها و گفته‌های ${title}`, `Timeline of contacts and statements: ${title}`),
          }}
          {...{ filter, href, asOf, moment }}
        />
        <Contradictions contradictions={view.contradictions} now={moment} />
        <ClaimPairs pairs={findClaimPairs(view.statements)} now={moment} />
        <StatementsSection statements={view.statements.slice(0, MOST_STATEMENTS)} now={moment} />
      </div>
    </Page>
  );
}

interface LedgerBodyProps {
  readonly contacts: { readonly dated: readonly ContactLine[]; readonly undated: readonly ContactLine[] };
  readonly picture?: {
    readonly view: Pick<DyadView, 'sides' | 'statements' | 'dated'>;
    readonly names: readonly [string, string];
    readonly title: string;
  };
  readonly filter: LedgerFilter;
  readonly href: string;
  readonly asOf: string | undefined;
  readonly moment: string;
}

/** A moment before the first report: what happened then may have been learnt later. */
function NothingThen() {
  return (
    <Empty title={say('تا آن لحظه از تماسی خبر نداشتیم', 'No contact was known at that moment')}>
      <p>
        {say(
          'اینجا آن است که تا آن لحظه گرد آمده بود، نه آنچه در آن روز رخ داده بود؛ لحظه‌ای پس از آغاز گردآوری را بنویسید.',
          'This shows what had been collected by then, not what had happened by then; try a moment after collecting began.',
        )}
      </p>
    </Empty>
  );
}

/** Timeline and table of contacts, for dyads and dossiers. */
export function LedgerBody({ contacts, picture, filter, href, asOf, moment }: LedgerBodyProps) {
  const all = [...contacts.dated, ...contacts.undated];
  const today = tehranDay(moment);
  const numbers = new Map(all.map((line, at) => [line.id, at + 1]));
  const rows = all.toReversed().filter((line) => passes(line, filter));
  if (all.length === 0 && asOf !== undefined) return <NothingThen />;
  if (all.length === 0) {
    return (
      <Empty title={say('هنوز تماسی در دفتر نیست', 'No contacts in the ledger yet')}>
        <p>
          {say(
            'همین که گزارشی از تماس، دیدار یا پیامی میان این دو سو گرد آید، با سندش اینجا می‌آید.',
            'As soon as a report of a call, meeting or message between the two is collected, it stands here with its evidence.',
          )}
        </p>
      </Empty>
    );
  }
  const layout =
    picture &&
    contacts.dated.length > 0 &&
    layTimeline({
      contacts: contacts.dated,
      statements: picture.view.statements,
      sides: [picture.view.sides[0].id, picture.view.sides[1].id],
      numbers,
      today,
    });
  return (
    <>
      {layout && picture ? (
        <section aria-labelledby="h-tl" class="tlsec">
          <h2 class="h" id="h-tl">
            {say('خط زمان', 'Timeline')}{' '}
            <span class="soft">
              {say(
                'خط ایستاده: تماس · تیک: گفته · هاشور: بی‌گزارش',
                'upright line: contact · tick: statement · hatching: no reports',
              )}
            </span>
          </h2>
          <TimelinePicture layout={layout} names={picture.names} title={picture.title} />
          <TimelineList layout={layout} names={picture.names} />
          <StateLegend />
        </section>
      ) : null}
      <section aria-labelledby="ledger">
        <h2 class="h" id="ledger">
          {say('دفتر تماس‌ها', 'Ledger of contacts')}{' '}
          <span class="soft">
            {say(
              `${number(rows.length)} ردیف از ${number(all.length)}`,
              `${number(rows.length)} of ${number(all.length)} rows`,
            )}
          </span>
        </h2>
        <Filters all={all} filter={filter} href={href} asOf={asOf} />
        <LedgerTable
          contacts={rows}
          caption={say('تماس‌ها، از تازه به کهنه', 'Contacts, newest first')}
          numbers={numbers}
          today={today}
        />
        <ExportLinks of={href} />
      </section>
    </>
  );
}

function passes({ entry }: ContactLine, { status, kind }: LedgerFilter): boolean {
  const isStatus = status === undefined || (status === 'disputed' ? entry.disputed : entry.status === status);
  return isStatus && (kind === undefined || entry.kind === kind);
}

/** Narrow the table by state and kind; works without a script. */
function Filters({
  all,
  filter,
  href,
  asOf,
}: {
  readonly all: readonly ContactLine[];
  readonly filter: LedgerFilter;
  readonly href: string;
  readonly asOf: string | undefined;
}) {
  const statuses = new Map<string, number>();
  const kinds = new Map<string, number>();
  for (const { entry } of all) {
    statuses.set(entry.status, (statuses.get(entry.status) ?? 0) + 1);
    if (entry.disputed) statuses.set('disputed', (statuses.get('disputed') ?? 0) + 1);
    kinds.set(entry.kind, (kinds.get(entry.kind) ?? 0) + 1);
  }
  return (
    <form class="filters" action={`${href}#ledger`} method="get">
      {asOf === undefined ? null : <input type="hidden" name="asOf" value={asOf} />}
      <fieldset>
        <legend class="vh">{say('صافی دفتر', 'Filter of the ledger')}</legend>
        <label class="chk">
          {say('وضعیت', 'Status')}{' '}
          <select class="inp" name="status">
            <option value="">{say('همه', 'All')}</option>
            {[...statuses].map(([status, count]) => (
              <option value={status} selected={filter.status === status}>
                {`${say(STATUS_WORDS[status as keyof typeof STATUS_WORDS].word)} (${number(count)})`}
              </option>
            ))}
          </select>
        </label>
        <label class="chk">
          {say('گونه', 'Kind')}{' '}
          <select class="inp" name="kind">
            <option value="">{say('همه', 'All')}</option>
            {[...kinds].map(([kind, count]) => (
              <option value={kind} selected={filter.kind === kind}>
                {`${say(KIND_WORDS[kind as keyof typeof KIND_WORDS])} (${number(count)})`}
              </option>
            ))}
          </select>
        </label>
        <button class="btn btn--s" type="submit">
          {say('اعمال', 'Apply')}
        </button>
        <a class="btn btn--s btn--quiet" href={`${href}#ledger`}>
          {say('همه', 'All')}
        </a>
      </fieldset>
    </form>
  );
}

const DISPUTES = { fa: 'اختلاف', one: 'dispute', many: 'disputes' };
const SHIFTS = { fa: 'تغییر موضع', one: 'change of position', many: 'changes of position' };

function Facts({ view, now }: { readonly view: DyadView; readonly now: string }) {
  const all = [...view.dated, ...view.undated];
  const confirmed = view.dated.findLast(({ entry }) => entry.status === 'confirmed');
  const newest = all.toSorted((x, y) => Date.parse(reportedAt(y)) - Date.parse(reportedAt(x)))[0];
  const never = all.filter((line) => isReported(line) && !wasConfirmed(line));
  const shifts = view.contradictions.filter(({ found }) => found.kind === 'shift').length;
  return (
    <dl class="facts">
      <div>
        <dt>{say('آخرین تماس تأییدشده', 'Last confirmed contact')}</dt>
        <dd>{confirmed === undefined ? say('هیچ', 'none') : <Fact line={confirmed} />}</dd>
      </div>
      <div>
        <dt>{say('تازه‌ترین گزارش', 'Latest report')}</dt>
        <dd>
          {newest === undefined ? say('هیچ', 'none') : <Fact line={newest} />}
          {newest === undefined ? null : <small>{relativeTime(reportedAt(newest), now)}</small>}
        </dd>
      </div>
      <div>
        <dt>{say('گزارش‌شده ولی هرگز تأییدنشده', 'Reported but never confirmed')}</dt>
        <dd>
          {counted(never.length, NOUNS.contact)}
          <small>
            {never.slice(0, 6).map((line, at) => (
              <>
                {at === 0 ? '' : say('، ', ', ')}
                <a class="link" href={`#c-${line.id}`}>
                  {contactName(line.entry)}
                </a>
              </>
            ))}
          </small>
        </dd>
      </div>
      <div>
        <dt>{say('روبه‌روی هم', 'Against each other')}</dt>
        <dd>
          {counted(view.contradictions.length - shifts, DISPUTES)}
          <small>{counted(shifts, SHIFTS)}</small>
        </dd>
      </div>
    </dl>
  );
}

/** When the newest report of it was published; when it was stored, where no report states a time. */
function reportedAt({ entry, changedAt }: ContactLine): string {
  const published = entry.voices.flatMap((voice) => voice.published ?? []);
  return published.toSorted((x, y) => Date.parse(x) - Date.parse(y)).at(-1) ?? changedAt;
}

/** Somebody says that it took place. */
function isReported({ entry }: ContactLine): boolean {
  return entry.voices.some(({ stance }) => stance === 'affirm');
}

function Fact({ line }: { readonly line: ContactLine }) {
  return (
    <>
      <State state={stateOf(line.entry)} word={contactName(line.entry)} />
      <small>
        {say(stateOf(line.entry).word)} · {daysWords(line.entry.days)?.main}
      </small>
    </>
  );
}

export function DyadsPage({ frame, dyads }: { readonly frame: Frame; readonly dyads: readonly DyadRow[] }) {
  return (
    <Page frame={frame} title={say('دوسویه‌ها', 'Dyads')} current="dyads" feedsOf="/dyads">
      <div class="wrap page">
        <div class="topic-h">
          <h1>{say('دوسویه‌ها', 'Dyads')}</h1>
          <span class="count">{counted(dyads.length, { fa: 'دوسویه', one: 'dyad', many: 'dyads' })}</span>
        </div>
        <p class="soft small">
          {say(
            'چه کسانی با هم در تماس بوده‌اند، گفته‌اند که بوده‌اند، یا گفته‌اند که نبوده‌اند؛ هر ردیف با سندش.',
            'Who was in touch with whom, says so, or says it was not so; each row with its evidence.',
          )}
        </p>
        {dyads.length === 0 ? (
          <Empty title={say('هنوز تماسی در دفتر نیست', 'No contacts in the ledger yet')}>
            <p>
              {say(
                'همین که گزارشی از تماس دو کشور گرد آید، دفتر آن دو اینجا باز می‌شود.',
                'As soon as a report of contact between two countries is collected, their ledger opens here.',
              )}
            </p>
          </Empty>
        ) : (
          <ul class="tops-grid">
            {dyads.map((dyad) => (
              <li>
                <h2 class="name">
                  <a href={dyadHref(dyad.a, dyad.b)}>
                    <Name of={dyad.aName} /> ⇄ <Name of={dyad.bName} />
                  </a>
                </h2>
                <span class="since">
                  {counted(dyad.contacts, NOUNS.contact)} · {say('تازه‌ترین گزارش:', 'latest report:')}{' '}
                  {relativeTime(dyad.reportedAt ?? dyad.newestAt, frame.now)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Page>
  );
}
