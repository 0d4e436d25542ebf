/** One contact: its parties and days, how its status came about, every voice with its sentence. */

import type { LedgerVoice } from '../../model/ledger.js';
import { cut } from '../../model/span.js';
import type { TellingDetail } from '../../store/site_tellings.js';
import { articleHref, contactHref, dyadHref, statementHref } from '../addresses.js';
import { say } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import {
  contactName,
  daysWords,
  LEVEL_WORDS,
  OPEN_SIDE,
  SECRECY_WORDS,
  STANCE_WORDS,
  STATUS_WORDS,
  stateOf,
} from '../ledger_words.js';
import { AgainstSection } from '../pieces/against.js';
import { AsOfForm } from '../pieces/as_of_form.js';
import { evidenceWords, Parties } from '../pieces/contact_lines.js';
import { ContactRoles } from '../pieces/contact_roles.js';
import { MarkedText } from '../pieces/marked_text.js';
import { Name, nameWords } from '../pieces/name.js';
import { OtherSide } from '../pieces/other_side.js';
import { OTHER_REPORTS, OutletOf } from '../pieces/said.js';
import { SecrecyMark, State } from '../pieces/state.js';
import { Ago, TimeOrSight } from '../pieces/times.js';
import { VoiceName } from '../pieces/voice_name.js';
import { type ContactView, paragraphAround } from '../views/ledger_views.js';
import { counted, fullTime } from '../words.js';

interface ContactPageProps {
  readonly frame: Frame;
  readonly view: ContactView;
  readonly asOf: string | undefined;
}

export function ContactPage({ frame, view, asOf }: ContactPageProps) {
  const { line } = view;
  const { entry } = line;
  const days = daysWords(entry.days);
  const now = asOf ?? frame.now;
  const name = contactName(entry);
  const names = line.actors.map((actor) => nameWords(actor.name));
  const parties = [...names, ...(entry.isOpen ? [say(OPEN_SIDE)] : [])].join(' ⇄ ');
  return (
    <Page frame={frame} title={`${name}: ${parties}`} current="dyads" unlisted={asOf !== undefined}>
      <div class="wrap page">
        <header data-contact={line.id}>
          <p class="crumb">
            <a href="/dyads">{say('دوسویه‌ها', 'Dyads')}</a>
            <DyadLink view={view} />
          </p>
          <h1>{name}</h1>
          <p>
            <Parties line={line} withRoles />
          </p>
          <AsOfForm action={contactHref(line.id)} asOf={asOf} now={frame.now} />
          <dl class="facts">
            <div>
              <dt>{say('وضعیت', 'Status')}</dt>
              <dd>
                <State state={stateOf(entry)} />
                {entry.disputed ? (
                  <small>
                    {say('آخرین:', 'latest:')} {say(STATUS_WORDS[entry.status].word)}
                  </small>
                ) : null}
              </dd>
            </div>
            <div>
              <dt>{say('زمان', 'Time')}</dt>
              <dd>
                {days?.main ?? say('روشن نیست', 'unclear')}
                <small>{days?.other}</small>
              </dd>
            </div>
            <div>
              <dt>{say('جا', 'Place')}</dt>
              <dd>
                {entry.place === undefined ? say('نیامده است', 'not given') : <Name of={entry.place} />}
              </dd>
            </div>
            <div>
              <dt>{say('اعلام', 'Announced')}</dt>
              <dd>
                {entry.secrecy === 'secret' || entry.secrecy === 'unannounced' ? (
                  <SecrecyMark secrecy={entry.secrecy} />
                ) : (
                  say(SECRECY_WORDS[entry.secrecy])
                )}
              </dd>
            </div>
            <div>
              <dt>{say('سطح', 'Level')}</dt>
              <dd>{say(LEVEL_WORDS[entry.level])}</dd>
            </div>
          </dl>
        </header>
        <OtherSide line={line} now={now} />
        <ContactRoles view={view} />
        <History view={view} now={now} />
        <AgainstSection against={view.against} now={now} />
        <Voices view={view} now={now} />
      </div>
    </Page>
  );
}

function DyadLink({ view: { line } }: { readonly view: ContactView }) {
  const sides = [...new Set(line.actors.flatMap(({ side }) => side ?? []))];
  const [a, b] = sides;
  if (a === undefined || b === undefined) return null;
  const nameOf = (side: string): string => line.actors.find((actor) => actor.side === side)?.sideName ?? side;
  return (
    <a href={dyadHref(a, b)}>
      <Name of={nameOf(a)} /> ⇄ <Name of={nameOf(b)} />
    </a>
  );
}

/** How the status changed, and with which voice. */
function History({ view: { line }, now }: { readonly view: ContactView; readonly now: string }) {
  const { history, voices } = line.entry;
  return (
    <section class="sec sec--read" aria-labelledby="s-hi">
      <h2 class="sec-h" id="s-hi">
        {say('سرگذشت وضعیت', 'How the status came about')}{' '}
        <small>
          {say(
            'هیچ ردیفی پاک نمی‌شود؛ صفحه‌های تازه تنها می‌افزایند',
            'no row is ever deleted; new pages only add',
          )}
        </small>
      </h2>
      <ol class="hist">
        {history.map((change) => {
          const voice = voices[change.voice];
          return (
            <li>
              <time datetime={change.known} title={fullTime(change.known, null)}>
                <Ago iso={change.known} now={now} />
              </time>
              <span>
                <State state={stateOf(change)} />
                {change.disputed
                  ? ` (${say('آخرین:', 'latest:')} ${say(STATUS_WORDS[change.status].word)})`
                  : ''}
                {voice === undefined ? null : (
                  <>
                    {' '}
                    {say('با گفتهٔ', 'by the words of')} <VoiceName voice={voice} />:{' '}
                    {say(STANCE_WORDS[voice.stance].word)}
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Every voice with its sentence in its article. */
function Voices({ view, now }: { readonly view: ContactView; readonly now: string }) {
  const { entry } = view.line;
  const texts = new Map(view.tellings.map((telling) => [`${telling.articleId}.${telling.version}`, telling]));
  return (
    <section class="sec sec--read" id="voices" aria-labelledby="s-vo">
      <h2 class="sec-h" id="s-vo">
        {say('سندها', 'Evidence')}{' '}
        <small>
          {evidenceWords(view.line)}
          {say('؛ رونوشت‌ها یک بار', '; copies once')}
        </small>
      </h2>
      <ul class="said">
        {entry.voices.map((voice) => (
          <Voice voice={voice} view={view} texts={texts} now={now} />
        ))}
      </ul>
    </section>
  );
}

function Voice({
  voice,
  view,
  texts,
  now,
}: {
  readonly voice: LedgerVoice;
  readonly view: ContactView;
  readonly texts: ReadonlyMap<string, TellingDetail>;
  readonly now: string;
}) {
  const place = voice.places.find(({ article }) => texts.has(article));
  const telling = place && texts.get(place.article);
  if (!place || !telling) return null;
  const { start, end } = paragraphAround(telling.text, place.span.start, place.span.end);
  // A mark says which of several sentences it is; over all of them it would say nothing.
  const isWhole = place.span.start <= start && place.span.end >= end;
  const statement = view.voiceStatements.get(`${place.article}:${place.span.start}`);
  const articles = new Set(voice.places.map(({ article }) => article.split('.')[0]));
  return (
    <li>
      <State state={STANCE_WORDS[voice.stance]} />
      <p class="q">
        <MarkedText
          text={cut(telling.text, { start, end })}
          offset={start}
          marks={isWhole ? [] : [{ kind: 'evidence', ...place.span }]}
        />
      </p>
      <p class="by">
        <b>
          <VoiceName voice={voice} />
        </b>
        {voice.participant ? <span>{say('از طرف‌های تماس', 'a party to the contact')}</span> : null}
        {voice.presupposed ? (
          <span>{say('ناگفته، در دل جمله', 'taken for granted in the sentence')}</span>
        ) : null}
        {voice.speculative ? <span>{say('گمانه', 'speculation')}</span> : null}
        {voice.lent === undefined ? null : (
          <a class="link" href={`${contactHref(telling.contactId)}#other-side`}>
            {voice.lent.until === undefined
              ? say(
                  'طرف دیگر را نام نبرده است؛ چرا همین تماس؟',
                  'does not name the other side; why this contact?',
                )
              : say('دیگر از این تماس دانسته نمی‌شود', 'no longer held to be of this contact')}
          </a>
        )}
        <OutletOf line={telling} />
        <TimeOrSight printed={voice.published} seen={voice.known} now={now} />
        {articles.size > 1 ? (
          <span>
            {say('در', 'also in')} {counted(articles.size - 1, OTHER_REPORTS)} {say('نیز', '')}
          </span>
        ) : null}
        <a
          class="link"
          href={statement === undefined ? articleHref(telling.articleId) : statementHref(statement)}
        >
          {say('جمله در متن', 'Sentence in the text')}
        </a>
      </p>
    </li>
  );
}
