/** One statement: its sentence in the publisher's paragraph, who says it and how, what answers it. */

import { historyHref, safeHref, sentenceHref, statementHref } from '../addresses.js';
import { say } from '../language.js';
import { quotation } from '../layout/about_page.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { ACT_WORDS, FACTUALITY_WORDS, MEDIUM_WORDS, STANCE_WORDS } from '../ledger_words.js';
import { AgainstSection } from '../pieces/against.js';
import { AsOfForm } from '../pieces/as_of_form.js';
import { ContactLines } from '../pieces/contact_lines.js';
import { Mixed } from '../pieces/foreign.js';
import { MarkedText } from '../pieces/marked_text.js';
import { nameWords } from '../pieces/name.js';
import { OutletOf, Said, SpeakerName } from '../pieces/said.js';
import { State } from '../pieces/state.js';
import type { StatementView } from '../views/ledger_views.js';
import { cutAtWord, fullTime, number, shown } from '../words.js';

interface StatementPageProps {
  readonly frame: Frame;
  readonly view: StatementView;
  readonly asOf: string | undefined;
}

export function StatementPage({ frame, view, asOf }: StatementPageProps) {
  const { line } = view;
  const speaker = line.speakers[0];
  const who = speaker === undefined ? say('گوینده روشن نیست', 'Speaker unclear') : nameWords(speaker.name);
  const words = shown(line.content);
  const now = asOf ?? frame.now;
  const source = safeHref(line.url);
  return (
    <Page
      frame={frame}
      title={`${who}: ${cutAtWord(words, 80)}`}
      description={cutAtWord(words, 200)}
      things={[
        quotation(frame, {
          ...{ href: statementHref(line.id), text: line.content, source, saidIso: line.saidAt },
          speaker: speaker && shown(speaker.name),
        }),
      ]}
      unlisted={asOf !== undefined}
    >
      <div class="wrap page">
        <header data-statement={line.id}>
          <p class="crumb">
            <a href="/entities">{say('نام‌ها', 'Names')}</a>
            <span>{say('گفته', 'Statement')}</span>
          </p>
          <h1>
            {speaker === undefined ? who : <SpeakerName speaker={speaker} />}{' '}
            <small class="soft">{say(ACT_WORDS[line.act])}</small>
          </h1>
          <p>
            <State state={STANCE_WORDS[line.stance]} />{' '}
            <span class="soft small">
              {say(FACTUALITY_WORDS[line.factuality])}
              {line.detail.medium?.type === undefined
                ? ''
                : ` · ${say(MEDIUM_WORDS[line.detail.medium.type])}`}
            </span>
          </p>
          <AsOfForm action={statementHref(line.id)} asOf={asOf} now={frame.now} />
        </header>
        <section class="sec sec--read" aria-labelledby="s-ev">
          <h2 class="sec-h" id="s-ev">
            {say('سند', 'Evidence')}{' '}
            <small>
              {say('جمله در متن رسانه؛ نسخهٔ', 'the sentence in the outlet’s text; version')}{' '}
              {number(line.version)}
            </small>
          </h2>
          <div>
            <blockquote class="prose">
              <p>
                <MarkedText
                  text={view.text}
                  offset={view.blockStart}
                  marks={[
                    { kind: 'evidence', start: line.evidenceStart, end: line.evidenceEnd, id: 'evidence' },
                  ]}
                />
              </p>
            </blockquote>
            <p class="soft small">
              <OutletOf line={line} /> ·{' '}
              <a class="link" href={sentenceHref(line.articleId, line.id)}>
                <Mixed text={shown(line.title ?? say('مطلب', 'article'))} />
              </a>{' '}
              ·{' '}
              {line.saidAt === null
                ? say('زمان انتشار در متن نیامده است', 'the text does not say when')
                : fullTime(line.saidAt, null)}{' '}
              {line.knownAt === line.saidAt
                ? null
                : ` · ${say('دانستیم:', 'known since')} ${fullTime(line.knownAt, null)}`}
              {source === undefined ? null : (
                <>
                  {' '}
                  ·{' '}
                  <a class="link" href={source} rel="noopener noreferrer">
                    {say('در رسانه ←', 'At the outlet →')}
                  </a>
                </>
              )}
            </p>
            {line.currentVersion > line.lastVersion ? (
              <p class="small">
                {say('رسانه این جمله را بعدها از متن برداشت؛', 'The outlet later removed this sentence;')}{' '}
                <a class="link" href={historyHref(line.articleId)}>
                  {say('تاریخچهٔ متن', 'history of the text')}
                </a>
                .
              </p>
            ) : null}
          </div>
        </section>
        <section class="sec sec--read" aria-labelledby="s-wh">
          <h2 class="sec-h" id="s-wh">
            {say('چه گفت', 'What was said')}
          </h2>
          <div>
            <p class="q">
              <Mixed text={words} />
            </p>
            {line.detail.flags.includes('source_error') ? (
              <p class="soft small">
                {say(
                  'شاید در متن رسانه لغزشی باشد؛ نام‌ها و واژه‌ها همان است که چاپ شده.',
                  'The outlet’s text may have a slip here; names and words stand as printed.',
                )}
              </p>
            ) : null}
            <Details view={view} />
          </div>
        </section>
        <Others
          title={say('در پاسخ به', 'In answer to')}
          id="s-ta"
          lines={view.target === undefined ? [] : [view.target]}
          now={now}
        />
        <Others
          title={say('درون گفتهٔ', 'Inside the words of')}
          id="s-ne"
          lines={view.nestedIn === undefined ? [] : [view.nestedIn]}
          now={now}
        />
        <Others title={say('پاسخ‌ها', 'Answers')} id="s-an" lines={view.answers} now={now} />
        <AgainstSection against={view.against} now={now} />
        {view.contacts.length === 0 ? null : (
          <section class="sec sec--read" aria-labelledby="s-co">
            <h2 class="sec-h" id="s-co">
              {say('دربارهٔ این تماس‌ها', 'About these contacts')}
            </h2>
            <ContactLines contacts={view.contacts} />
          </section>
        )}
        <Others
          title={say('همین گفته در گزارش‌های دیگر', 'The same statement in other reports')}
          id="s-tw"
          lines={view.twins}
          now={now}
        />
      </div>
    </Page>
  );
}

/** Why it was read so: the words and rules on which each field rests. */
function Details({ view: { line } }: { readonly view: StatementView }) {
  const rows: readonly (readonly [string, string | undefined])[] = [
    [say('فعل در متن', 'Verb in the text'), line.verb === null ? undefined : shown(line.verb)],
    [say('سمت در متن', 'Office in the text'), line.role === null ? undefined : shown(line.role)],
    [say('قاعده', 'Rule'), line.rule],
  ];
  return (
    <details class="why" data-why="statement">
      <summary>{say('چرا؟', 'Why?')}</summary>
      <dl class="small">
        {rows.map(([name, value]) =>
          value === undefined ? null : (
            <div>
              <dt class="soft">{name}</dt>
              <dd>
                <Mixed text={value} />
              </dd>
            </div>
          ),
        )}
      </dl>
    </details>
  );
}

function Others({
  title,
  id,
  lines,
  now,
}: {
  readonly title: string;
  readonly id: string;
  readonly lines: StatementView['twins'];
  readonly now: string;
}) {
  if (lines.length === 0) return null;
  return (
    <section class="sec sec--read" aria-labelledby={id}>
      <h2 class="sec-h" id={id}>
        {title}
      </h2>
      <div>
        <Said statements={lines} now={now} withSpeaker />
      </div>
    </section>
  );
}
