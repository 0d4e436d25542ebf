/** The history of an article: what each version changed, word by word. */

import type { Child } from 'hono/jsx';
import type { ChangeKind } from '../../model/version_change.js';
import type { ArticleDetail } from '../../store/site_article.js';
import { articleHref } from '../addresses.js';
import { changeWords } from '../change_words.js';
import type { DiffLine, DiffPiece } from '../history_lines.js';
import { pageTongue, say } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { NOUNS } from '../nouns.js';
import { Mixed, publisherText } from '../pieces/foreign.js';
import { counted, fullTime, number, shown } from '../words.js';

export type HistoryStep =
  | {
      readonly kind: 'version';
      /** When we saw it. */
      readonly at: string;
      /** 1 for the first version seen. */
      readonly place: number;
      /** Absent for the first version. */
      readonly kinds: readonly ChangeKind[] | undefined;
      readonly lines: readonly DiffLine[];
    }
  | { readonly kind: 'gone' | 'back'; readonly at: string };

export interface HistoryView {
  readonly article: ArticleDetail;
  readonly headline: string;
  readonly versionCount: number;
  /** Newest first. */
  readonly steps: readonly HistoryStep[];
  /** Older versions that the page does not show. */
  readonly leftOut: number;
}

export function HistoryPage({ frame, view }: { readonly frame: Frame; readonly view: HistoryView }) {
  const { article, headline, versionCount } = view;
  const outlet = article.outletName === null ? say('رسانهٔ ناشر', 'the publisher') : shown(article.outletName);
  return (
    <Page
      frame={frame}
      title={say(`ویرایش‌ها: ${headline}`, `Edits: ${headline}`)}
      description={say(
        `آنچه ${outlet} پس از انتشار در این خبر تغییر داده است، واژه‌به‌واژه.`,
        `What ${outlet} changed in this report after publishing it, word by word.`,
      )}
      current={article.section ?? undefined}
    >
      <div class="wrap page">
        <p class="crumb">
          <a href={articleHref(article.id)}>
            <Mixed text={headline} />
          </a>
        </p>
        <div class="topic-h">
          <h1>{say('ویرایش‌های این گزارش', 'Edits of this report')}</h1>
          <span class="count">{counted(versionCount, NOUNS.version)}</span>
        </div>
        <p class="soft small">
          {versionCount < 2
            ? say(
                `از زمانی که این خبر را می‌بینیم ${outlet} متن آن را تغییر نداده است.`,
                'The text has not changed since we first saw it.',
              )
            : say(
                'تنها تغییر واژه‌ها ویرایش شمرده می‌شود؛ نیم‌فاصله، نشانه‌گذاری و شمارنده‌ها نه.',
                'Only changed words count as edits; half-spaces, punctuation and counters do not.',
              )}
        </p>
        {versionCount < 2 ? null : <Legend />}
        <ol class="edits" reversed>
          {view.steps.map((step) =>
            step.kind === 'version' ? <Version step={step} /> : <Sight step={step} />,
          )}
        </ol>
        {view.leftOut === 0 ? null : (
          <p class="note-box">
            {say(
              `${number(view.leftOut)} نسخهٔ کهن‌تر اینجا نیامده است.`,
              `Older versions left out here: ${number(view.leftOut)}.`,
            )}
          </p>
        )}
      </div>
    </Page>
  );
}

function Legend() {
  return (
    <p class="diff small edits-key">
      {say('راهنما:', 'Key:')} <del>{say('واژه‌ای که برداشته شد', 'words removed')}</del>{' '}
      <ins>{say('واژه‌ای که افزوده شد', 'words added')}</ins>
    </p>
  );
}

function Version({ step }: { readonly step: Extract<HistoryStep, { kind: 'version' }> }) {
  const { kinds, lines, place } = step;
  return (
    <li id={`v${place}`} class="edit">
      <h2>
        {say('نسخهٔ', 'Version')} {number(place)}
      </h2>
      <p class="soft small">
        {say('دیده شد:', 'Seen')} <time datetime={step.at}>{fullTime(step.at, null)}</time>
      </p>
      {kinds === undefined ? (
        <p>{say('نخستین نسخه‌ای که دیدیم.', 'The first version we saw.')}</p>
      ) : (
        <p>
          <b>{say('چه تغییر کرد؟', 'What changed?')}</b> {changeWords(kinds)}
        </p>
      )}
      {lines.map((line) => (
        <p class={line.isHeadline ? 'diff diff--head' : 'diff'} {...publisherText()}>
          {line.isHeadline ? <span class="soft small">{say('تیتر:', 'Headline:')} </span> : null}
          {line.pieces.map((piece, at) => (
            <>
              {isApart(line.pieces[at - 1], piece) ? ' ' : ''}
              <Piece piece={piece} />
            </>
          ))}
        </p>
      ))}
    </li>
  );
}

/** A full stop stands at its word, a word behind its bracket. */
function isApart(before: DiffPiece | undefined, piece: DiffPiece): boolean {
  return before !== undefined && !/^[.،؛:؟!»)\]]/.test(piece.text) && !/[«([]$/.test(before.text);
}

/** The signs beside colour are lines; screen readers, which mostly pass over `ins` and `del`, get words. */
function Piece({ piece }: { readonly piece: DiffPiece }) {
  if (piece.kind === 'removed') {
    return (
      <del>
        <Aloud>{say('حذف شد:', 'removed:')} </Aloud>
        <Mixed text={piece.text} />
        <Aloud> {say('(پایان حذف)', '(end of removal)')}</Aloud>
      </del>
    );
  }
  if (piece.kind === 'added') {
    return (
      <ins>
        <Aloud>{say('افزوده شد:', 'added:')} </Aloud>
        <Mixed text={piece.text} />
        <Aloud> {say('(پایان افزوده)', '(end of addition)')}</Aloud>
      </ins>
    );
  }
  return <Mixed text={piece.text} />;
}

/** Words of ours for screen readers, within a publisher's. */
function Aloud({ children }: { readonly children?: Child }) {
  const { language } = pageTongue();
  return (
    <span class="vh" lang={language} dir={say('rtl', 'ltr')}>
      {children}
    </span>
  );
}

function Sight({ step }: { readonly step: Extract<HistoryStep, { kind: 'gone' | 'back' }> }) {
  return (
    <li class="edit">
      <h2>
        {step.kind === 'gone'
          ? say('صفحه برداشته شد', 'Page taken down')
          : say('صفحه بازگشت', 'Page is back')}
      </h2>
      <p class="soft small">
        <time datetime={step.at}>{fullTime(step.at, null)}</time>
      </p>
      <p>
        {step.kind === 'gone'
          ? say(
              'رسانه دیگر این صفحه را نشان نمی‌دهد. آنچه پیش‌تر دیده بودیم اینجا می‌ماند.',
              'The outlet no longer shows this page. What we saw before stays here.',
            )
          : say('رسانه این صفحه را دوباره نشان داد.', 'The outlet shows this page again.')}
      </p>
    </li>
  );
}
