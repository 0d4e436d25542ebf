/** A dossier: all that is known of a set of actors, words and days. */

import type { Dossier } from '../../store/dossiers.js';
import { dossierHref, entityHref } from '../addresses.js';
import { say } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { daysWords } from '../ledger_words.js';
import { NOUNS } from '../nouns.js';
import { AgainstSection } from '../pieces/against.js';
import { AsOfForm } from '../pieces/as_of_form.js';
import { ExportLinks } from '../pieces/exports.js';
import { Mixed } from '../pieces/foreign.js';
import { LedgerBody, type LedgerBodyProps, type LedgerFilter } from '../pieces/ledger_body.js';
import { Name, nameWords } from '../pieces/name.js';
import { StatementsSection } from '../pieces/said.js';
import { Command, Empty } from '../pieces/states.js';
import type { DossierView } from '../views/ledger_views.js';
import { counted } from '../words.js';

interface DossierPageProps {
  readonly frame: Frame;
  readonly view: DossierView;
  readonly asOf: string | undefined;
  readonly filter: LedgerFilter;
}

export function DossierPage({ frame, view, asOf, filter }: DossierPageProps) {
  const { dossier, actors, statements } = view;
  const href = dossierHref(dossier.id);
  const moment = asOf ?? frame.now;
  const lanes = lanesOf(view);
  return (
    <Page frame={frame} title={dossier.name} current="dossiers" feedsOf={href} unlisted={asOf !== undefined}>
      <div class="wrap page">
        <header data-dossier={String(dossier.id)}>
          <p class="crumb">
            <a href="/dossiers">{say('پرونده‌ها', 'Dossiers')}</a>
            <span>
              {counted(view.dated.length + view.undated.length, NOUNS.contact)} ·{' '}
              {counted(statements.length, NOUNS.statement)}
            </span>
          </p>
          <h1>
            <Mixed text={dossier.name} />
          </h1>
          <p class="soft small">
            {actors.map((actor, at) => (
              <>
                {at === 0 ? '' : say('، ', ', ')}
                <a class="link" href={entityHref(actor.id)}>
                  <Name of={actor.name} />
                </a>
              </>
            ))}
            {dossier.words === null ? null : (
              <>
                {' '}
                · {say('واژه‌ها:', 'words:')} <Mixed text={dossier.words} />
              </>
            )}
            {dossier.dayFrom === null && dossier.dayTo === null
              ? ''
              : ` · ${daysWords([dossier.dayFrom, dossier.dayTo])?.main}`}
          </p>
          {dossier.note === null ? null : (
            <p>
              <Mixed text={dossier.note} />
            </p>
          )}
          <AsOfForm action={href} asOf={asOf} now={frame.now} />
        </header>
        <LedgerBody
          contacts={{ dated: view.dated, undated: view.undated }}
          {...(lanes && { picture: lanes })}
          {...{ filter, href, asOf, moment }}
        />
        <AgainstSection against={view.against} now={moment} />
        <StatementsSection statements={statements} now={moment} />
      </div>
    </Page>
  );
}

/** Two actors stand on two lanes; more of them have the table alone. */
function lanesOf({ dossier, actors: [a, b, ...more], statements }: DossierView): LedgerBodyProps['picture'] {
  if (a === undefined || b === undefined || more.length > 0) return undefined;
  return {
    view: { sides: [a, b], spoken: statements },
    names: [nameWords(a.name), nameWords(b.name)],
    title: say(`خط زمان پروندهٔ ${dossier.name}`, `Timeline of the dossier ${dossier.name}`),
  };
}

export function DossiersPage({
  frame,
  dossiers,
}: {
  readonly frame: Frame;
  readonly dossiers: readonly Dossier[];
}) {
  return (
    <Page frame={frame} title={say('پرونده‌ها', 'Dossiers')} current="dossiers" feedsOf="/dossiers">
      <div class="wrap page">
        <div class="topic-h">
          <h1>{say('پرونده‌ها', 'Dossiers')}</h1>
          <span class="count">
            {counted(dossiers.length, { fa: 'پرونده', one: 'dossier', many: 'dossiers' })}
          </span>
        </div>
        <p class="soft">
          {say(
            'پرونده همهٔ تماس‌ها و گفته‌های چند کس، چند واژه و چند روز را در یک صفحه می‌آورد، با سند هر ردیف.',
            'A dossier brings all contacts and statements of some people, words and days on one page, each row with its evidence.',
          )}
        </p>
        {dossiers.length === 0 ? (
          <Empty title={say('هنوز پرونده‌ای باز نشده است', 'No dossier has been opened yet')}>
            <p>
              {say(
                'پرونده مجموعه‌ای از کسان، واژه‌ها و روزهاست: همهٔ تماس‌ها و گفته‌هایشان در یک صفحه، با برون‌برد. گرداننده آن را در ',
                'A dossier is a set of people, words and days: all their contacts and statements on one page, to export. The operator opens one at ',
              )}
              <a class="link" href="/admin/dossiers">
                {say('میز گرداننده', 'the operator’s desk')}
              </a>
              {say(' باز می‌کند، یا با فرمان ', ' or with ')}
              <Command>npx sanad dossiers open …</Command>
            </p>
          </Empty>
        ) : (
          <ul class="tops-grid">
            {dossiers.map((dossier) => (
              <li>
                <h2 class="name">
                  <a href={dossierHref(dossier.id)}>
                    <Mixed text={dossier.name} />
                  </a>
                </h2>
                <span class="since">
                  <Scope of={dossier} />
                </span>
                {dossier.note === null ? null : (
                  <span class="since">
                    <Mixed text={dossier.note} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
        {dossiers.length === 0 ? null : <ExportLinks of="/dossiers" />}
      </div>
    </Page>
  );
}

const ACTORS = { fa: 'نام', one: 'name', many: 'names' } as const;

/** «۲ نام · واژه‌ها: گذرگاه · ۱۵ تا ۲۴ آذر ۱۴۰۴»: of what a dossier is made. */
function Scope({ of: { actors, words, dayFrom, dayTo } }: { readonly of: Dossier }) {
  const days = dayFrom === null && dayTo === null ? undefined : daysWords([dayFrom, dayTo])?.main;
  return (
    <>
      {counted(actors.length, ACTORS)}
      {words === null ? null : (
        <>
          {' · '}
          {say('واژه‌ها:', 'words:')} <Mixed text={words} />
        </>
      )}
      {days === undefined ? null : ` · ${days}`}
    </>
  );
}
