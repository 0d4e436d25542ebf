/** Timeline, filters and table of contacts, as dyads and dossiers show them. */

import type { ContactLine } from '../../store/site_contacts.js';
import { say } from '../language.js';
import { KIND_WORDS, SECRECY_WORDS, STATUS_WORDS } from '../ledger_words.js';
import { layTimeline } from '../timeline_layout.js';
import type { DyadView } from '../views/ledger_views.js';
import { number, tehranDay } from '../words.js';
import { LedgerTable } from './contact_lines.js';
import { ExportLinks } from './exports.js';
import { Empty } from './states.js';
import { StateLegend, TimelineList, TimelinePicture, UndatedTray } from './timeline_picture.js';
import { WhySo } from './why_so.js';

export interface LedgerFilter {
  readonly status: string | undefined;
  readonly kind: string | undefined;
  /** How it was made known. */
  readonly secrecy: string | undefined;
  /** Every row, not the newest alone. */
  readonly isWhole: boolean;
}

export interface LedgerBodyProps {
  readonly contacts: { readonly dated: readonly ContactLine[]; readonly undated: readonly ContactLine[] };
  readonly picture?: {
    readonly view: Pick<DyadView, 'sides' | 'spoken'>;
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

/** Dated contacts in the picture and, at first, in the table. */
const MOST_DRAWN = 60;

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
  const drawn = contacts.dated.slice(-MOST_DRAWN);
  const shownRows = filter.isWhole ? rows : rows.slice(0, contacts.undated.length + MOST_DRAWN);
  const layout =
    picture &&
    drawn.length > 0 &&
    layTimeline({
      contacts: drawn,
      statements: picture.view.spoken,
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
                'خط میان دو سو: تماس · نشانهٔ کنار هر سو: گفته · هاشور: سکوت دراز، فشرده',
                'line between the sides: contact · mark beside a side: statement · hatching: a long silence, narrowed',
              )}
              {drawn.length < contacts.dated.length
                ? say(
                    ` · ${number(drawn.length)} تماس تازه‌تر از ${number(contacts.dated.length)}`,
                    ` · the ${number(drawn.length)} newest of ${number(contacts.dated.length)} contacts`,
                  )
                : ''}
            </span>
          </h2>
          <TimelinePicture layout={layout} names={picture.names} title={picture.title} />
          <TimelineList layout={layout} names={picture.names} />
          <UndatedTray contacts={contacts.undated} numbers={numbers} />
          <StateLegend contacts={all} statements={picture.view.spoken} />
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
        <WhySo of="ledger" named />
        <LedgerTable
          contacts={shownRows}
          caption={say('تماس‌ها، از تازه به کهنه', 'Contacts, newest first')}
          numbers={numbers}
          today={today}
        />
        {shownRows.length < rows.length ? (
          <p>
            <a class="btn btn--s" href={wholeHref({ filter, href, asOf })}>
              {say(`همهٔ ${number(rows.length)} ردیف`, `All ${number(rows.length)} rows`)}
            </a>
          </p>
        ) : null}
        <ExportLinks of={href} />
      </section>
    </>
  );
}

/** The same page with every row that the filter lets pass. */
function wholeHref({ filter, href, asOf }: Pick<LedgerBodyProps, 'filter' | 'href' | 'asOf'>): string {
  const { status, kind, secrecy } = filter;
  const given = Object.entries({ asOf, status, kind, secrecy, rows: 'all' });
  const known = given.flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  return `${href}?${new URLSearchParams(known)}#ledger`;
}

function passes({ entry }: ContactLine, { status, kind, secrecy }: LedgerFilter): boolean {
  const isStatus = status === undefined || (status === 'disputed' ? entry.disputed : entry.status === status);
  return (
    isStatus &&
    (kind === undefined || entry.kind === kind) &&
    (secrecy === undefined || entry.secrecy === secrecy)
  );
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
  const statuses = tally(
    all.flatMap(({ entry }) => (entry.disputed ? [entry.status, 'disputed' as const] : [entry.status])),
  );
  return (
    <form class="filters" action={`${href}#ledger`} method="get">
      {asOf === undefined ? null : <input type="hidden" name="asOf" value={asOf} />}
      <fieldset>
        <legend class="vh">{say('صافی دفتر', 'Filter of the ledger')}</legend>
        <Choice
          name="status"
          label={say('وضعیت', 'Status')}
          counts={statuses}
          chosen={filter.status}
          wordOf={(status) => say(STATUS_WORDS[status].word)}
        />
        <Choice
          name="kind"
          label={say('گونه', 'Kind')}
          counts={tally(all.map(({ entry }) => entry.kind))}
          chosen={filter.kind}
          wordOf={(kind) => say(KIND_WORDS[kind])}
        />
        <Choice
          name="secrecy"
          label={say('اعلام', 'Announced')}
          counts={tally(all.map(({ entry }) => entry.secrecy))}
          chosen={filter.secrecy}
          wordOf={(secrecy) => say(SECRECY_WORDS[secrecy])}
        />
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

function tally<Value extends string>(values: readonly Value[]): ReadonlyMap<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

interface ChoiceProps<Value extends string> {
  readonly name: string;
  readonly label: string;
  readonly counts: ReadonlyMap<Value, number>;
  readonly chosen: string | undefined;
  readonly wordOf: (value: Value) => string;
}

/** One of the values that the ledger has, each with how many rows have it. */
function Choice<Value extends string>({ name, label, counts, chosen, wordOf }: ChoiceProps<Value>) {
  return (
    <label class="chk">
      {label}{' '}
      <select class="inp" name={name}>
        <option value="">{say('همه', 'All')}</option>
        {[...counts].map(([value, count]) => (
          <option value={value} selected={chosen === value}>
            {`${wordOf(value)} (${number(count)})`}
          </option>
        ))}
      </select>
    </label>
  );
}
