/** The words that two reports have in common, side by side, in the letters of their publishers. */

import type { Span } from '../../model/span.js';
import type { ArticleLine } from '../../store/site_lines.js';
import type { SharedText } from '../../store/site_story.js';
import { articleHref, storyHref } from '../addresses.js';
import { say } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { OutletName } from '../pieces/article_line.js';
import { copyWords, directionWords } from '../pieces/copy_words.js';
import { Mixed, publisherText } from '../pieces/foreign.js';
import { headlineOf, number } from '../words.js';

export interface SharedTextView {
  readonly storyId: number;
  readonly shared: SharedText;
  readonly copy: ArticleLine;
  readonly other: ArticleLine;
}

/** Passages shown; whole texts are for their publishers' own pages. */
const PASSAGES = 12;
/** Letters of one passage, and of the words around it. */
const PASSAGE_LETTERS = 420;
const AROUND_LETTERS = 50;

export function SharedTextPage({ frame, view }: { readonly frame: Frame; readonly view: SharedTextView }) {
  const { shared, copy, other } = view;
  const [taker, source] = shared.direction === 'to_other' ? [other, copy] : [copy, other];
  const shownSpans = shared.spans.slice(0, PASSAGES);
  const facts = { ...shared, directionBy: null, sharedCount: shared.spans.length };
  return (
    <Page frame={frame} title={say('متن مشترک دو گزارش', 'Text that two reports share')} unlisted>
      <div class="wrap page">
        <p class="crumb">
          <a href={storyHref(view.storyId)}>{say('بازگشت به خبر', 'Back to the story')}</a>
        </p>
        <h1 class="name-h">{say('متن مشترک دو گزارش', 'Text that two reports share')}</h1>
        <p class="soft">
          {copyWords(facts)}
          {shared.direction === 'undirected' ? `${say('؛', ';')} ${directionWords(facts)}` : ''}
          {say(
            '. واژه‌های یکسان نشان‌دار است؛ نقل‌قول‌ها رونوشت به شمار نمی‌آید.',
            '. Words that are the same are marked; quotations do not count as copies.',
          )}
        </p>
        <table class="tbl shared">
          <thead>
            <tr>
              <th scope="col">
                <Side
                  line={source}
                  role={shared.direction === 'undirected' ? undefined : say('اصل', 'original')}
                />
              </th>
              <th scope="col">
                <Side
                  line={taker}
                  role={shared.direction === 'undirected' ? undefined : say('رونوشت', 'copy')}
                />
              </th>
            </tr>
          </thead>
          <tbody>
            {shownSpans.map(({ own, other: theirs }) => {
              const copySide = <Passage text={shared.copyText} range={own} />;
              const otherSide = <Passage text={shared.otherText} range={theirs} />;
              const isTurned = shared.direction === 'to_other';
              return (
                <tr>
                  <td>{isTurned ? copySide : otherSide}</td>
                  <td>{isTurned ? otherSide : copySide}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {shared.spans.length > PASSAGES ? (
          <p class="soft small">
            {say(
              `و ${number(shared.spans.length - PASSAGES)} جای مشترک دیگر`,
              `and ${number(shared.spans.length - PASSAGES)} more passages in common`,
            )}
          </p>
        ) : null}
      </div>
    </Page>
  );
}

function Side({ line, role }: { readonly line: ArticleLine; readonly role: string | undefined }) {
  return (
    <>
      {role === undefined ? null : <span class="tag">{role}</span>} <OutletName line={line} />
      <a class="sub" href={articleHref(line.id)}>
        <Mixed text={headlineOf(line)} />
      </a>
    </>
  );
}

/** The passage with a few words before and behind it. */
function Passage({ text, range }: { readonly text: string; readonly range: Span }) {
  const end = Math.min(range.end, range.start + PASSAGE_LETTERS);
  const before = text.slice(Math.max(0, range.start - AROUND_LETTERS), range.start);
  const behind = end < range.end ? ' …' : text.slice(end, end + AROUND_LETTERS);
  return (
    <p {...publisherText()} dir="auto">
      <span class="soft">{range.start > AROUND_LETTERS ? `…${before}` : before}</span>
      <mark>{text.slice(range.start, end)}</mark>
      <span class="soft">{end + AROUND_LETTERS < text.length ? `${behind}…` : behind}</span>
    </p>
  );
}
