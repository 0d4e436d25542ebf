/** One statement: its sentence in the publisher's paragraph, who says it and how, what answers it. */
import { articleHref, historyHref, safeHref, statementHref } from '../addresses.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { ACT_WORDS, FACTUALITY_WORDS, MEDIUM_WORDS, STANCE_WORDS } from '../ledger_words.js';
import { AsOfForm } from '../pieces/as_of_form.js';
import { ContactLines } from '../pieces/contact_lines.js';
import { Mixed } from '../pieces/foreign.js';
import { MarkedText } from '../pieces/marked_text.js';
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
  const who = speaker === undefined ? 'گوینده روشن نیست' : shown(speaker.name);
  const words = shown(line.content);
  const now = asOf ?? frame.now;
  const source = safeHref(line.url);
  return (
    <Page
      frame={frame}
      title={`${who}: ${cutAtWord(words, 80)}`}
      description={cutAtWord(words, 200)}
      unlisted={asOf !== undefined}
    >
      <div class="wrap page">
        <header data-statement={line.id}>
          <p class="crumb">
            <a href="/entities">نام‌ها</a>
            <span>گفته</span>
          </p>
          <h1>
            {speaker === undefined ? who : <SpeakerName speaker={speaker} />}{' '}
            <small class="soft">{ACT_WORDS[line.act]}</small>
          </h1>
          <p>
            <State state={STANCE_WORDS[line.stance]} />{' '}
            <span class="soft small">
              {FACTUALITY_WORDS[line.factuality]}
              {line.detail.medium?.type === undefined ? '' : ` · ${MEDIUM_WORDS[line.detail.medium.type]}`}
            </span>
          </p>
          <AsOfForm action={statementHref(line.id)} asOf={asOf} now={frame.now} />
        </header>
        <section class="sec sec--read" aria-labelledby="s-ev">
          <h2 class="sec-h" id="s-ev">
            سند <small>جمله در متن رسانه؛ نسخهٔ {number(line.version)}</small>
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
              <a class="link" href={articleHref(line.articleId)}>
                <Mixed text={shown(line.title ?? 'مطلب')} />
              </a>{' '}
              · {line.saidAt === null ? 'زمان انتشار در متن نیامده است' : fullTime(line.saidAt, null)} ·
              دانستیم: {fullTime(line.knownAt, null)}
              {source === undefined ? null : (
                <>
                  {' '}
                  ·{' '}
                  <a class="link" href={source} rel="noopener noreferrer">
                    در رسانه ←
                  </a>
                </>
              )}
            </p>
            {line.currentVersion > line.lastVersion ? (
              <p class="small">
                رسانه این جمله را بعدها از متن برداشت؛{' '}
                <a class="link" href={historyHref(line.articleId)}>
                  تاریخچهٔ متن
                </a>
                .
              </p>
            ) : null}
          </div>
        </section>
        <section class="sec sec--read" aria-labelledby="s-wh">
          <h2 class="sec-h" id="s-wh">
            چه گفت
          </h2>
          <div>
            <p class="q">
              <Mixed text={words} />
            </p>
            <Details view={view} />
          </div>
        </section>
        <Others
          title="در پاسخ به"
          id="s-ta"
          lines={view.target === undefined ? [] : [view.target]}
          now={now}
        />
        <Others
          title="درون گفتهٔ"
          id="s-ne"
          lines={view.nestedIn === undefined ? [] : [view.nestedIn]}
          now={now}
        />
        <Others title="پاسخ‌ها" id="s-an" lines={view.answers} now={now} />
        {view.contacts.length === 0 ? null : (
          <section class="sec sec--read" aria-labelledby="s-co">
            <h2 class="sec-h" id="s-co">
              دربارهٔ این تماس‌ها
            </h2>
            <ContactLines contacts={view.contacts} />
          </section>
        )}
        <Others title="همین گفته در گزارش‌های دیگر" id="s-tw" lines={view.twins} now={now} />
      </div>
    </Page>
  );
}

/** Why it was read so: the words and rules on which each field rests. */
function Details({ view: { line } }: { readonly view: StatementView }) {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['فعل در متن', line.verb === null ? undefined : shown(line.verb)],
    ['سمت در متن', line.role === null ? undefined : shown(line.role)],
    ['قاعده', line.rule],
  ];
  return (
    <details class="why">
      <summary>چرا؟</summary>
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
