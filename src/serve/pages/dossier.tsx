/** A dossier: all that is known of a set of actors, words and days. */
import type { Dossier } from '../../store/dossiers.js';
import { dossierHref, entityHref } from '../addresses.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { daysWords } from '../ledger_words.js';
import { AsOfForm } from '../pieces/as_of_form.js';
import { Contradictions } from '../pieces/contradictions.js';
import { SaidBySpeaker } from '../pieces/said.js';
import { Command, Empty } from '../pieces/states.js';
import type { DossierView } from '../views/ledger_views.js';
import { number, shown } from '../words.js';
import { LedgerBody, type LedgerFilter } from './dyad.js';

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
  return (
    <Page frame={frame} title={dossier.name} current="dossiers" feedsOf={href} unlisted={asOf !== undefined}>
      <div class="wrap page">
        <header data-dossier={String(dossier.id)}>
          <p class="crumb">
            <a href="/dossiers">پرونده‌ها</a>
            <span>
              {number(view.dated.length + view.undated.length)} تماس · {number(statements.length)} گفته
            </span>
          </p>
          <h1>{dossier.name}</h1>
          <p class="soft small">
            {actors.map((actor, at) => (
              <>
                {at === 0 ? '' : '، '}
                <a class="link" href={entityHref(actor.id)}>
                  {shown(actor.name)}
                </a>
              </>
            ))}
            {dossier.words === null ? '' : ` · واژه‌ها: ${dossier.words}`}
            {dossier.dayFrom === null && dossier.dayTo === null
              ? ''
              : ` · ${daysWords([dossier.dayFrom, dossier.dayTo])?.jalali}`}
          </p>
          {dossier.note === null ? null : <p>{dossier.note}</p>}
          <AsOfForm action={href} asOf={asOf} now={frame.now} />
        </header>
        <LedgerBody
          contacts={{ dated: view.dated, undated: view.undated }}
          {...{ filter, href, asOf, moment }}
        />
        <Contradictions contradictions={view.contradictions} now={moment} />
        {statements.length === 0 ? null : (
          <section class="sec sec--read" aria-labelledby="s-st">
            <h2 class="sec-h" id="s-st">
              گفته‌ها <small>هر گفته یک بار؛ رونوشت‌ها شمرده نمی‌شوند</small>
            </h2>
            <div>
              <SaidBySpeaker statements={statements} now={moment} />
            </div>
          </section>
        )}
      </div>
    </Page>
  );
}

export function DossiersPage({
  frame,
  dossiers,
}: {
  readonly frame: Frame;
  readonly dossiers: readonly Dossier[];
}) {
  return (
    <Page frame={frame} title="پرونده‌ها" current="dossiers">
      <div class="wrap page">
        <div class="topic-h">
          <h1>پرونده‌ها</h1>
          <span class="count">{number(dossiers.length)} پرونده</span>
        </div>
        {dossiers.length === 0 ? (
          <Empty title="هنوز پرونده‌ای باز نشده است">
            <p>
              پرونده مجموعه‌ای از کسان، واژه‌ها و روزهاست که گرداننده باز می‌کند:{' '}
              <Command>npx sanad dossiers open …</Command>
            </p>
          </Empty>
        ) : (
          <ul class="tops-grid">
            {dossiers.map((dossier) => (
              <li>
                <h2 class="name">
                  <a href={dossierHref(dossier.id)}>{dossier.name}</a>
                </h2>
                {dossier.note === null ? null : <span class="since">{dossier.note}</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Page>
  );
}
