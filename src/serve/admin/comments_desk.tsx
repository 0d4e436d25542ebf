/** Moderation: the queue and past decisions; one comment or several at once. */
import type { Hono } from 'hono';
import { type CommentState, decideComments } from '../../store/desk_commands.js';
import { loadQueue, type QueuedComment } from '../../store/site_desk.js';
import { placeHref } from '../addresses.js';
import { Ago } from '../pieces/times.js';
import type { SiteContext } from '../site_context.js';
import { number, shown } from '../words.js';
import { Csrf } from './csrf_field.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, FormFault, numbersOf, textOf } from './desk.js';
import { Choice, Field } from './field.js';

const LISTED = 50;
const REASON_MAX = 300;

const STATES: readonly (readonly [CommentState, string])[] = [
  ['pending', 'در انتظار'],
  ['published', 'منتشر شده'],
  ['rejected', 'رد شده'],
];

/** Reasons that the rules of comments name; the operator may write another. */
const REASONS = [
  'توهین یا تهدید',
  'تبلیغ یا نشانی تبلیغاتی',
  'بی‌ربط به خبر',
  'اطلاعات شخصی دیگران',
  'تکراری',
];

export function addCommentDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/comments', page: commentsPage });
  addDeskAct(app, site, { path: '/admin/comments', page: commentsPage, act: decide });
}

async function decide({ site, form }: Desk): Promise<string> {
  const ids = numbersOf(form, 'id');
  const state = STATES.map(([each]) => each).find((each) => each === textOf(form, 'state'));
  if (ids.length === 0) {
    throw new FormFault('id', 'دیدگاهی برگزیده نشده است؛ کنار دیدگاه‌ها را نشان بزنید و دوباره بفرستید.');
  }
  if (state === undefined)
    throw new FormFault('state', 'روشن نیست با دیدگاه‌ها چه باید کرد؛ یکی از دکمه‌ها را بزنید.');
  const reason = textOf(form, 'other') || textOf(form, 'reason');
  if (reason.length > REASON_MAX) {
    throw new FormFault('other', `دلیل بلندتر از ${number(REASON_MAX)} نویسه است؛ کوتاهش کنید.`);
  }
  if (state === 'rejected' && reason === '') {
    throw new FormFault('other', 'برای رد کردن دلیلی برگزینید یا بنویسید؛ تنها گردانندگان آن را می‌بینند.');
  }
  const count = await decideComments(site.store, { ids, state, reason, at: site.clock() });
  const back = textOf(form, 'back');
  const from = STATES.some(([each]) => each === back) ? `state=${back}&` : '';
  return `/admin/comments?${from}done=${count === 0 ? 'missing' : state}`;
}

async function commentsPage(desk: Desk): Promise<DeskView> {
  const wanted = desk.context.req.query('state') ?? textOf(desk.form, 'back');
  const state = STATES.map(([each]) => each).find((each) => each === wanted) ?? 'pending';
  const comments = await loadQueue(desk.site.store, { state, limit: LISTED });
  return {
    title: 'دیدگاه‌ها',
    place: 'comments',
    body: (
      <>
        <nav class="scopes" aria-label="کدام دیدگاه‌ها">
          {STATES.map(([each, name]) => (
            <a href={`/admin/comments?state=${each}`} aria-current={each === state ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
        <p class="soft small">
          خوانندگان{' '}
          <a class="link" href="/rules">
            قاعده‌های دیدگاه
          </a>{' '}
          را پیش از نوشتن می‌بینند. دلیل رد تنها اینجا دیده می‌شود.
        </p>
        {comments.length === 0 ? (
          <p class="soft desk-empty">{EMPTY[state]}</p>
        ) : (
          <QueueForm comments={comments} state={state} desk={desk} />
        )}
      </>
    ),
  };
}

const EMPTY: Readonly<Record<CommentState, string>> = {
  pending: 'دیدگاهی در انتظار نیست. هر دیدگاهی که خوانندگان بفرستند نخست اینجا می‌آید.',
  published: 'هنوز دیدگاهی منتشر نشده است.',
  rejected: 'هنوز دیدگاهی رد نشده است.',
};

interface QueueProps {
  readonly comments: readonly QueuedComment[];
  readonly state: CommentState;
  readonly desk: Desk;
}

/** One form for all: the boxes say which, the buttons what. */
function QueueForm({ comments, state, desk }: QueueProps) {
  // Where only one waits, there is nothing to choose.
  const only = comments.length === 1 ? comments.map(({ id }) => id) : [];
  const chosen = new Set([...only, ...numbersOf(desk.form, 'id')]);
  return (
    <form class="desk-queue" method="post" action="/admin/comments">
      <Csrf csrf={desk.csrf} />
      <input type="hidden" name="back" value={state} />
      {comments.map((comment) => (
        <Queued comment={comment} now={desk.frame.now} isChosen={chosen.has(comment.id)} />
      ))}
      <fieldset class="desk-acts">
        <legend class="lbl">با دیدگاه‌های نشان‌زده</legend>
        {state === 'rejected' ? null : (
          <>
            <Choice
              desk={desk}
              name="reason"
              label="دلیل رد"
              value=""
              options={[['', 'برگزینید…'], ...REASONS.map((reason) => [reason, reason] as const)]}
            />
            <Field desk={desk} name="other" label="یا به واژه‌های خودتان" max={REASON_MAX} />
          </>
        )}
        <div class="row">
          {state === 'published' ? null : (
            <button class="btn btn--main" name="state" value="published" type="submit">
              انتشار
            </button>
          )}
          {state === 'rejected' ? null : (
            <button class="btn btn--danger" name="state" value="rejected" type="submit">
              رد
            </button>
          )}
          {state === 'pending' ? null : (
            <button class="btn" name="state" value="pending" type="submit">
              بازگرداندن به صف
            </button>
          )}
        </div>
      </fieldset>
    </form>
  );
}

interface QueuedProps {
  readonly comment: QueuedComment;
  readonly now: string;
  readonly isChosen: boolean;
}

function Queued({ comment, now, isChosen }: QueuedProps) {
  const { id, place, title, answers, reason } = comment;
  const noun = place.kind === 'story' ? 'خبر' : 'گزارش';
  return (
    <article class="cmt">
      <header>
        <label class="chk">
          <input type="checkbox" name="id" value={String(id)} checked={isChosen} />
          <b>
            <bdi>{comment.authorName ?? 'بی‌نام'}</bdi>
          </b>
        </label>
        <Ago iso={comment.createdAt} now={now} />
        <span>
          زیر {noun}{' '}
          <a class="link" href={placeHref(place)}>
            {title === null ? number(place.id) : shown(title)}
          </a>
        </span>
      </header>
      {answers === null ? null : <p class="soft small">در پاسخ به «{answers}»</p>}
      {comment.text.split(/\n+/).map((paragraph) => (
        <p dir="auto">{paragraph}</p>
      ))}
      {reason === null ? null : <p class="soft small">دلیل رد: {reason}</p>}
    </article>
  );
}
