/** The page of two parties: timeline, ledger, what was confirmed last and what never was. */

import { heardVoices } from '../../model/ledger.js';
import type { ReportedDyad } from '../../store/dyads.js';
import type { ContactLine } from '../../store/site_contacts.js';
import { contactHref, dyadHref, entityHref } from '../addresses.js';
import { nounFor, say } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { contactName, daysWords, stateOf, wasConfirmed } from '../ledger_words.js';
import { NOUNS } from '../nouns.js';
import { AgainstSection } from '../pieces/against.js';
import { AsOfForm } from '../pieces/as_of_form.js';
import { DyadNote } from '../pieces/dyad_note.js';
import { LedgerBody, type LedgerFilter } from '../pieces/ledger_body.js';
import { Name, nameWords } from '../pieces/name.js';
import { StatementsSection } from '../pieces/said.js';
import { State } from '../pieces/state.js';
import { Empty } from '../pieces/states.js';
import { TensionsSection } from '../pieces/tensions.js';
import { TimeOrSight } from '../pieces/times.js';
import { WhySo } from '../pieces/why_so.js';
import { DYAD_STATEMENTS, type DyadView } from '../views/ledger_views.js';
import { counted, numberUpTo } from '../words.js';

export interface DyadPageProps {
  readonly frame: Frame;
  readonly view: DyadView;
  readonly asOf: string | undefined;
  readonly filter: LedgerFilter;
}

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
              {numberUpTo(view.spoken.length, DYAD_STATEMENTS)} {nounFor(view.spoken.length, NOUNS.statement)}
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
        <AgainstSection against={view.against} now={moment} />
        <TensionsSection contacts={[...view.dated, ...view.undated]} now={moment} />
        <StatementsSection statements={view.statements} now={moment} />
      </div>
    </Page>
  );
}

const DISPUTES = { fa: 'اختلاف', one: 'dispute', many: 'disputes' };
const SHIFTS = { fa: 'تغییر موضع', one: 'change of position', many: 'changes of position' };

function Facts({ view, now }: { readonly view: DyadView; readonly now: string }) {
  const all = [...view.dated, ...view.undated];
  const confirmed = view.dated.findLast(({ entry }) => entry.status === 'confirmed');
  const newest = all.toSorted((x, y) => Date.parse(reportedAt(y)) - Date.parse(reportedAt(x)))[0];
  const never = all.filter((line) => isReported(line) && !wasConfirmed(line));
  const shifts = view.against.pairs.filter(({ kind }) => kind === 'changed').length;
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
          {newest === undefined ? null : <small>{reportTime(newest, now)}</small>}
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
                <a class="link" href={contactHref(line.id)}>
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
          {counted(view.against.pairs.length - shifts, DISPUTES)}
          <small>{counted(shifts, SHIFTS)}</small>
        </dd>
      </div>
    </dl>
  );
}

/** When the newest report of it was published; when it was stored, where no report states a time. */
function reportedAt(line: ContactLine): string {
  return publishedAt(line) ?? line.changedAt;
}

function publishedAt({ entry }: ContactLine): string | undefined {
  const published = heardVoices(entry).flatMap((voice) => voice.published ?? []);
  return published.toSorted((x, y) => Date.parse(x) - Date.parse(y)).at(-1);
}

/** «گزارش: ۲۳ آبان ۱۴۰۵»; «گردآوری: ۳ دقیقه پیش» where no report states a time. */
function reportTime(line: ContactLine, now: string) {
  const published = publishedAt(line);
  return (
    <>
      {published === undefined ? '' : say('گزارش: ', 'reported: ')}
      <TimeOrSight printed={published} seen={line.changedAt} now={now} />
    </>
  );
}

/** Somebody says that it took place. */
function isReported({ entry }: ContactLine): boolean {
  return heardVoices(entry).some(({ stance }) => stance === 'affirm');
}

function Fact({ line }: { readonly line: ContactLine }) {
  const days = daysWords(line.entry.days);
  return (
    <>
      <State state={stateOf(line.entry)} word={contactName(line.entry)} />
      <small>
        {say(stateOf(line.entry).word)}
        {days === undefined ? null : (
          <>
            {' · '}
            <span class="nb">{days.main}</span>
          </>
        )}
      </small>
    </>
  );
}

export function DyadsPage({
  frame,
  dyads,
}: {
  readonly frame: Frame;
  readonly dyads: readonly ReportedDyad[];
}) {
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
          <>
            <WhySo of="dyads" named />
            <ul class="tops-grid">
              {dyads.map((dyad) => (
                <li>
                  <h2 class="name">
                    <a href={dyadHref(dyad.a, dyad.b)}>
                      <Name of={dyad.aName} /> ⇄ <Name of={dyad.bName} />
                    </a>
                  </h2>
                  <span class="since">
                    <DyadNote dyad={dyad} now={frame.now} />
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
