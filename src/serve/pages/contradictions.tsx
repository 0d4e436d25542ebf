/** All that stands against each other: speakers on one claim or contact, and positions that changed. */
import { writeMoment } from '../as_of.js';
import { say, type Words } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { AgainstPairs } from '../pieces/against.js';
import { AsOfForm } from '../pieces/as_of_form.js';
import { ExportLinks } from '../pieces/exports.js';
import { Name } from '../pieces/name.js';
import { Empty } from '../pieces/states.js';
import { WhySo } from '../pieces/why_so.js';
import type { AgainstFilter, ContradictionsView } from '../views/against_view.js';

export const AGAINST_KINDS: Readonly<Record<NonNullable<AgainstFilter['kind']>, Words>> = {
  claim: { fa: 'دو گوینده، یک ادعا', en: 'Two speakers, one claim' },
  contact: { fa: 'دو گوینده، یک تماس', en: 'Two speakers, one contact' },
  changed: { fa: 'تغییر موضع', en: 'Change of position' },
};

interface ContradictionsPageProps {
  readonly frame: Frame;
  readonly view: ContradictionsView;
  /** The filter as it stands in the address, without the place in the list. */
  readonly query: string;
}

export function ContradictionsPage({ frame, view, query }: ContradictionsPageProps) {
  const title = say('روبه‌روی هم', 'Against each other');
  const { asOf } = view.filter;
  return (
    <Page
      frame={frame}
      title={title}
      current="contradictions"
      feedsOf="/contradictions"
      unlisted={query !== '' || view.filter.after !== undefined}
    >
      <div class="wrap page">
        <h1>{title}</h1>
        <p class="soft small">
          {say(
            'جایی که دو گوینده دربارهٔ یک تماس یا یک ادعا خلاف هم می‌گویند، یا گوینده‌ای موضعش را عوض کرده است؛ هر کدام با سندش.',
            'Where two speakers say the opposite of one contact or claim, or one changed position; each with its evidence.',
          )}
        </p>
        <Filters view={view} />
        <AsOfForm action="/contradictions" asOf={asOf} now={frame.now} />
        {view.pairs.length === 0 ? <Nothing view={view} isFiltered={query !== ''} /> : null}
        {view.pairs.length === 0 ? null : (
          <>
            <WhySo of="contradictions" named />
            <h2 class="vh">{say('گفته‌های روبه‌رو', 'What is said')}</h2>
          </>
        )}
        <AgainstPairs against={view} now={asOf ?? frame.now} />
        {view.next === undefined ? null : (
          <nav class="pager" aria-label={say('صفحه‌ها', 'Pages')}>
            <a
              class="btn btn--s"
              href={`/contradictions?${query === '' ? '' : `${query}&`}after=${encodeURIComponent(`${view.next.at}_${view.next.id}`)}`}
              rel="next"
            >
              {say('قدیمی‌تر ←', 'Older →')}
            </a>
          </nav>
        )}
        {view.pairs.length === 0 ? null : <ExportLinks of="/contradictions" withCodes={false} />}
      </div>
    </Page>
  );
}

/** Narrow the list by kind, name and days; works without a script. */
function Filters({ view: { filter, actor } }: { readonly view: ContradictionsView }) {
  const dayOf = (day: string | undefined): string =>
    day === undefined ? '' : (writeMoment(`${day}T12:00:00+03:30`).split(' ')[0] ?? '');
  return (
    <form class="filters" action="/contradictions" method="get">
      <fieldset>
        <legend class="vh">{say('صافی', 'Filter')}</legend>
        {filter.asOf === undefined ? null : <input type="hidden" name="asOf" value={filter.asOf} />}
        <label class="chk">
          {say('گونه', 'Kind')}{' '}
          <select class="inp" name="kind">
            <option value="">{say('همه', 'All')}</option>
            {Object.entries(AGAINST_KINDS).map(([kind, words]) => (
              <option value={kind} selected={filter.kind === kind}>
                {say(words)}
              </option>
            ))}
          </select>
        </label>
        <label class="chk">
          {say('گوینده', 'Speaker')}{' '}
          <input class="inp" name="actor" value={filter.actor} size={14} maxlength={80} />
        </label>
        <DayField name="from" label={say('از روز', 'From')} value={dayOf(filter.from)} />
        <DayField name="to" label={say('تا روز', 'To')} value={dayOf(filter.to)} />
        <button class="btn btn--s" type="submit">
          {say('اعمال', 'Apply')}
        </button>
        <a class="btn btn--s btn--quiet" href="/contradictions">
          {say('همه', 'All')}
        </a>
      </fieldset>
      {actor === undefined ? null : (
        <p class="small soft">
          {say('گفته‌های', 'Statements of')} <Name of={actor.name} />
        </p>
      )}
    </form>
  );
}

function Nothing({ view, isFiltered }: { readonly view: ContradictionsView; readonly isFiltered: boolean }) {
  if (view.filter.actor !== '' && view.actor === undefined) {
    return (
      <Empty title={say('نامی با این حروف نیست', 'No name has these letters')}>
        <p>
          {say(
            'بخشی از نام را بنویسید، چنان‌که در خبرها می‌آید.',
            'Write a part of the name as the news prints it.',
          )}
        </p>
      </Empty>
    );
  }
  if (isFiltered) {
    return (
      <Empty title={say('با این صافی چیزی روبه‌روی هم نیست', 'Nothing stands against each other so narrowed')}>
        <p>
          {say('صافی را بازتر کنید یا ', 'Widen the filter, or ')}
          <a class="link" href="/contradictions">
            {say('همه را ببینید', 'see all')}
          </a>
          .
        </p>
      </Empty>
    );
  }
  return (
    <Empty title={say('هنوز گفته‌ای روبه‌روی گفتهٔ دیگر نیست', 'Nothing stands against each other yet')}>
      <p>
        {say(
          'همین که کسی گفتهٔ دیگری را تکذیب کند یا موضعش را عوض کند، هر دو گفته اینجا کنار هم می‌آیند.',
          'As soon as somebody denies what another said, or changes position, both stand here side by side.',
        )}
      </p>
    </Empty>
  );
}

interface DayFieldProps {
  readonly name: 'from' | 'to';
  readonly label: string;
  readonly value: string | undefined;
}

/** A day as readers write it; says that either calendar does. */
function DayField({ name, label, value }: DayFieldProps) {
  return (
    <label class="chk">
      {label}{' '}
      <input
        class="inp"
        name={name}
        value={value}
        size={12}
        maxlength={20}
        placeholder={say('هجری یا میلادی', 'any calendar')}
      />
    </label>
  );
}
