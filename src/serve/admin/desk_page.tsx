/** The operator's desk: what waits for a decision first, settings last. */
import type { DeskCounts, HiddenNoun, OpenIssue, QueuedComment } from '../../store/site_desk.js';
import type { SiteSettings } from '../../store/site_settings.js';
import { articleHref } from '../addresses.js';
import { FIXED_PAGES } from '../fixed_pages.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { Ago } from '../pieces/times.js';
import { number, shown } from '../words.js';
import { Csrf } from './csrf_field.js';
import { Hiding } from './hiding.js';
import { Quarantine } from './quarantine.js';

export interface DeskView {
  readonly counts: DeskCounts;
  readonly pending: readonly QueuedComment[];
  readonly decided: readonly QueuedComment[];
  readonly issues: readonly OpenIssue[];
  readonly hidden: readonly HiddenNoun[];
  readonly settings: SiteSettings;
  /** What the last act did. */
  readonly notice: string | undefined;
}

interface DeskProps {
  readonly frame: Frame;
  readonly view: DeskView;
  readonly csrf: string;
}

export function DeskPage({ frame, view, csrf }: DeskProps) {
  return (
    <Page frame={frame} title="میز گرداننده" unlisted>
      <div class="wrap page">
        <div class="topic-h">
          <h1>میز گرداننده</h1>
          <form method="post" action="/admin/logout">
            <Csrf csrf={csrf} />
            <button class="btn btn--s" type="submit">
              بیرون رفتن
            </button>
          </form>
        </div>
        {view.notice === undefined ? null : (
          <p class="note-box" role="status">
            {view.notice}
          </p>
        )}
        <Counts counts={view.counts} />
        <p>
          <a href="/admin/sources">حال منبع‌ها</a>
        </p>
        <Queue view={view} csrf={csrf} now={frame.now} />
        <Quarantine issues={view.issues} csrf={csrf} now={frame.now} />
        <Hiding hidden={view.hidden} csrf={csrf} now={frame.now} />
        <section class="sec" aria-labelledby="txt">
          <h2 class="sec-h" id="txt">
            متن صفحه‌ها
          </h2>
          <ul class="row">
            {FIXED_PAGES.map(({ slug, name }) => (
              <li>
                <a class="btn btn--s" href={`/admin/text/${slug}`}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
        <Settings settings={view.settings} csrf={csrf} />
      </div>
    </Page>
  );
}

function Counts({ counts }: { readonly counts: DeskCounts }) {
  const rows = [
    ['خبر', counts.articles],
    ['رسانه', counts.outlets],
    ['موضوع', counts.topics],
    ['دیدگاه در انتظار', counts.pendingComments],
    ['در قرنطینه', counts.quarantined],
    ['هشدار', counts.warnings],
  ] as const;
  return (
    <p class="big-counts">
      {rows.map(([name, count]) => (
        <span>
          <b>{number(count)}</b>
          {name}
        </span>
      ))}
    </p>
  );
}

function Queue({
  view,
  csrf,
  now,
}: {
  readonly view: DeskView;
  readonly csrf: string;
  readonly now: string;
}) {
  return (
    <section class="sec" aria-labelledby="queue">
      <h2 class="sec-h" id="queue">
        دیدگاه‌ها <small>کهن‌ترین در بالا</small>
      </h2>
      <div>
        {view.pending.length === 0 ? (
          <p class="soft">دیدگاهی در انتظار نیست. هر دیدگاهی که خوانندگان بفرستند نخست اینجا می‌آید.</p>
        ) : (
          view.pending.map((comment) => <QueuedView comment={comment} csrf={csrf} now={now} />)
        )}
        {view.decided.length === 0 ? null : (
          <details class="fold">
            <summary>تصمیم‌های گذشته</summary>
            {view.decided.map((comment) => (
              <QueuedView comment={comment} csrf={csrf} now={now} />
            ))}
          </details>
        )}
      </div>
    </section>
  );
}

const STATE_WORDS = { pending: 'در انتظار', published: 'منتشر شده', rejected: 'رد شده' } as const;

function QueuedView(props: { readonly comment: QueuedComment; readonly csrf: string; readonly now: string }) {
  const { comment } = props;
  return (
    <article class="cmt">
      <header>
        <b>
          <bdi>{comment.authorName ?? 'بی‌نام'}</bdi>
        </b>
        <Ago iso={comment.createdAt} now={props.now} />
        <span>{STATE_WORDS[comment.state]}</span>
        <a class="link" href={articleHref(comment.articleId)}>
          {comment.articleTitle === null ? `خبر ${number(comment.articleId)}` : shown(comment.articleTitle)}
        </a>
      </header>
      {comment.text.split(/\n+/).map((paragraph) => (
        <p dir="auto">{paragraph}</p>
      ))}
      <form class="row" method="post" action={`/admin/comments/${comment.id}`}>
        <Csrf csrf={props.csrf} />
        {comment.state === 'pending' ? (
          <>
            <button class="btn btn--s btn--main" name="state" value="published" type="submit">
              انتشار
            </button>
            <button class="btn btn--s btn--danger" name="state" value="rejected" type="submit">
              رد
            </button>
          </>
        ) : (
          <button class="btn btn--s" name="state" value="pending" type="submit">
            بازگرداندن به صف
          </button>
        )}
      </form>
    </article>
  );
}

function Settings({ settings, csrf }: { readonly settings: SiteSettings; readonly csrf: string }) {
  return (
    <section class="sec" aria-labelledby="set">
      <h2 class="sec-h" id="set">
        تنظیم‌ها
      </h2>
      <form class="form" method="post" action="/admin/settings">
        <Csrf csrf={csrf} />
        <label class="chk">
          <input type="checkbox" name="comments_open" checked={settings.commentsOpen} /> خوانندگان بتوانند
          دیدگاه بنویسند
        </label>
        <label class="chk">
          <input
            type="checkbox"
            name="full_text"
            checked={settings.fullText === 'full'}
            aria-describedby="fth"
          />{' '}
          متن کامل خبر نشان داده شود
        </label>
        <p class="small soft" id="fth">
          بی این گزینه، آغاز متن با پیوندی به رسانه می‌آید. تنها در صورتی روشنش کنید که اجازهٔ ناشران را دارید.
        </p>
        <div class="row">
          <button class="btn btn--main" type="submit">
            ذخیره
          </button>
        </div>
      </form>
    </section>
  );
}
