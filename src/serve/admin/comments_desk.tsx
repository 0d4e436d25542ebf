/** Moderation: the queue and past decisions; one comment or several at once. */
import type { Hono } from 'hono';
import { type CommentState, decideComments } from '../../store/desk_commands.js';
import { loadQueue, type QueuedComment } from '../../store/site_desk.js';
import { placeHref } from '../addresses.js';
import { say, type Words } from '../language.js';
import { Mixed } from '../pieces/foreign.js';
import { Ago } from '../pieces/times.js';
import type { SiteContext } from '../site_context.js';
import { number, shown } from '../words.js';
import { Csrf } from './csrf_field.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, FormFault, numbersOf, textOf } from './desk.js';
import { Choice, Field } from './field.js';
import { FIELD_NOUNS, tooLong } from './form_faults.js';
import { Quoted } from './form_pieces.js';

const LISTED = 50;
const REASON_MAX = 300;

const STATES: readonly (readonly [CommentState, Words])[] = [
  ['pending', { fa: 'در انتظار', en: 'Waiting' }],
  ['published', { fa: 'منتشر شده', en: 'Published' }],
  ['rejected', { fa: 'رد شده', en: 'Rejected' }],
];

/** Reasons that the rules of comments name, kept in their Persian words; the operator may write another. */
const REASONS: readonly Words[] = [
  { fa: 'توهین یا تهدید', en: 'insult or threat' },
  { fa: 'تبلیغ یا نشانی تبلیغاتی', en: 'advertising' },
  { fa: 'بی‌ربط به خبر', en: 'off the subject' },
  { fa: 'اطلاعات شخصی دیگران', en: 'other people’s private facts' },
  { fa: 'تکراری', en: 'repeated' },
];

export function addCommentDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/comments', page: commentsPage });
  addDeskAct(app, site, { path: '/admin/comments', page: commentsPage, act: decide });
}

async function decide({ site, form }: Desk): Promise<string> {
  const ids = numbersOf(form, 'id');
  const state = STATES.map(([each]) => each).find((each) => each === textOf(form, 'state'));
  if (ids.length === 0) {
    throw new FormFault('id', {
      fa: 'دیدگاهی برگزیده نشده است؛ کنار دیدگاه‌ها را نشان بزنید و دوباره بفرستید.',
      en: 'No comment is chosen; tick the boxes beside comments and send again.',
    });
  }
  if (state === undefined) {
    throw new FormFault('state', {
      fa: 'روشن نیست با دیدگاه‌ها چه باید کرد؛ یکی از دکمه‌ها را بزنید.',
      en: 'It is not clear what to do with the comments; press one of the buttons.',
    });
  }
  const reason = textOf(form, 'other') || textOf(form, 'reason');
  if (reason.length > REASON_MAX) throw tooLong('other', FIELD_NOUNS.reason, REASON_MAX);
  if (state === 'rejected' && reason === '') {
    throw new FormFault('other', {
      fa: 'برای رد کردن دلیلی برگزینید یا بنویسید؛ تنها گردانندگان آن را می‌بینند.',
      en: 'Choose or write a reason for rejecting; only operators see it.',
    });
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
    title: say('دیدگاه‌ها', 'Comments'),
    place: 'comments',
    body: (
      <>
        <nav class="scopes" aria-label={say('کدام دیدگاه‌ها', 'Which comments')}>
          {STATES.map(([each, name]) => (
            <a href={`/admin/comments?state=${each}`} aria-current={each === state ? 'page' : undefined}>
              {say(name)}
            </a>
          ))}
        </nav>
        <p class="soft small desk-note">
          {say('خوانندگان', 'Readers see the')}{' '}
          <a class="link" href="/rules">
            {say('قاعده‌های دیدگاه', 'rules of comments')}
          </a>{' '}
          {say(
            'را پیش از نوشتن می‌بینند. دلیل رد تنها اینجا دیده می‌شود.',
            'before they write. The reason for a rejection is only seen here.',
          )}
        </p>
        {comments.length === 0 ? (
          <p class="soft desk-empty">{say(EMPTY[state])}</p>
        ) : (
          <QueueForm comments={comments} state={state} desk={desk} />
        )}
      </>
    ),
  };
}

const EMPTY: Readonly<Record<CommentState, Words>> = {
  pending: {
    fa: 'دیدگاهی در انتظار نیست. هر دیدگاهی که خوانندگان بفرستند نخست اینجا می‌آید.',
    en: 'No comment waits. Whatever readers send comes here first.',
  },
  published: { fa: 'هنوز دیدگاهی منتشر نشده است.', en: 'No comment has been published yet.' },
  rejected: { fa: 'هنوز دیدگاهی رد نشده است.', en: 'No comment has been rejected yet.' },
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
      <Decision state={state} desk={desk} />
    </form>
  );
}

const DECISIONS: Readonly<Record<CommentState, { readonly words: Words; readonly look: string }>> = {
  published: { words: { fa: 'انتشار', en: 'Publish' }, look: 'btn btn--main' },
  rejected: { words: { fa: 'رد', en: 'Reject' }, look: 'btn btn--danger' },
  pending: { words: { fa: 'بازگرداندن به صف', en: 'Back to the queue' }, look: 'btn' },
};

/** What can be done with comments that are in a state: bring them into one of the others. */
function Decision({ state, desk }: Pick<QueueProps, 'state' | 'desk'>) {
  const others = Object.entries(DECISIONS).filter(([each]) => each !== state);
  return (
    <fieldset class="desk-acts">
      <legend class="lbl">{say('با دیدگاه‌های نشان‌زده', 'With the ticked comments')}</legend>
      {state === 'rejected' ? null : (
        <>
          <Choice
            desk={desk}
            name="reason"
            label={say('دلیل رد', 'Reason for rejecting')}
            value=""
            options={[
              ['', say('برگزینید…', 'Choose…')],
              ...REASONS.map((each) => [each.fa, say(each)] as const),
            ]}
          />
          <Field
            desk={desk}
            name="other"
            label={say('یا به واژه‌های خودتان', 'or in your own words')}
            max={REASON_MAX}
          />
        </>
      )}
      <div class="row">
        {others.map(([each, { words, look }]) => (
          <button class={look} name="state" value={each} type="submit">
            {say(words)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

interface QueuedProps {
  readonly comment: QueuedComment;
  readonly now: string;
  readonly isChosen: boolean;
}

function Queued({ comment, now, isChosen }: QueuedProps) {
  const { id, place, title, answers, reason } = comment;
  return (
    <article class="cmt">
      <header>
        <label class="chk">
          <input type="checkbox" name="id" value={String(id)} checked={isChosen} />
          <b>
            <bdi>
              {comment.authorName === null ? say('بی‌نام', 'Anonymous') : <Mixed text={comment.authorName} />}
            </bdi>
          </b>
        </label>
        <Ago iso={comment.createdAt} now={now} />
        <span>
          {place.kind === 'story' ? say('زیر خبر', 'below the story') : say('زیر گزارش', 'below the report')}{' '}
          <a class="link" href={placeHref(place)}>
            {title === null ? number(place.id) : <Mixed text={shown(title)} />}
          </a>
        </span>
      </header>
      {answers === null ? null : (
        <p class="soft small">
          {say('در پاسخ به', 'in answer to')} <Quoted text={answers} />
        </p>
      )}
      {comment.text.split(/\n+/).map((paragraph) => (
        <p dir="auto">
          <Mixed text={paragraph} />
        </p>
      ))}
      {reason === null ? null : (
        <p class="soft small">
          {say('دلیل رد:', 'Reason:')} <Reason reason={reason} />
        </p>
      )}
    </article>
  );
}

/** A reason of the list is said in the language of the page; an operator's own words stay. */
function Reason({ reason }: { readonly reason: string }) {
  const known = REASONS.find(({ fa }) => fa === reason);
  return <Mixed text={known === undefined ? reason : say(known)} />;
}
