import type { CommentPlace, KnownComment } from '../../store/comments.js';
import type { SiteSettings } from '../../store/site_settings.js';
import { placeHref } from '../addresses.js';
import type { Words } from '../language.js';
import { say } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { type CommentDraft, CommentForm } from '../pieces/comment_form.js';
import { Comment } from '../pieces/comments.js';

export interface CommentView {
  readonly comment: KnownComment;
  /** Proves that the reader wrote it. */
  readonly proof: string;
}

/** The writer's own page of a comment: what happened to it, and how to take it back. */
export function CommentPage({ frame, view }: { readonly frame: Frame; readonly view: CommentView }) {
  const { comment, proof } = view;
  const words = STATE_WORDS[comment.state] ?? PENDING;
  return (
    <Page frame={frame} title={say(words.title)} unlisted>
      <div class="wrap page read">
        <h1>{say(words.title)}</h1>
        <p>{say(words.text)}</p>
        <div class="cmt">
          <Comment comment={comment} now={frame.now} />
        </div>
        <form class="acts" method="post" action={`/comment/${comment.id}/delete`}>
          <input type="hidden" name="proof" value={proof} />
          <button class="btn btn--danger" type="submit">
            {say('پاک‌کردن دیدگاه', 'Delete the comment')}
          </button>
          <a class="btn" href={placeHref(comment.place)}>
            {say('بازگشت به خبر', 'Back to the report')}
          </a>
        </form>
        <p class="note-box">
          {say(
            'نشانی همین صفحه را نگه دارید؛ تنها با آن می‌توانید بعداً دیدگاهتان را پاک کنید. ما نمی‌دانیم چه کسی آن را نوشته است.',
            'Keep the address of this page: it is the only way to delete your comment later. We do not know who wrote it.',
          )}
        </p>
      </div>
    </Page>
  );
}

/** After taking a comment back. */
export function CommentDeletedPage({
  frame,
  place,
}: {
  readonly frame: Frame;
  readonly place: CommentPlace;
}) {
  return (
    <Page frame={frame} title={say('دیدگاه پاک شد', 'Comment deleted')} unlisted>
      <div class="wrap page read">
        <h1>{say('دیدگاه پاک شد', 'Comment deleted')}</h1>
        <p>{say('چیزی از آن نزد ما نماند.', 'Nothing of it is left with us.')}</p>
        <p class="acts">
          <a class="btn" href={placeHref(place)}>
            {say('بازگشت به خبر', 'Back to the report')}
          </a>
        </p>
      </div>
    </Page>
  );
}

interface FormPageProps {
  readonly frame: Frame;
  readonly place: CommentPlace;
  readonly ticket: string;
  readonly policy: SiteSettings['comments'];
  /** The comment that is answered. */
  readonly answered: KnownComment | undefined;
}

/** The form again, with what was written and what is wrong with it. */
export function CommentFaultPage(props: FormPageProps & { readonly draft: CommentDraft }) {
  return (
    <Page frame={props.frame} title={say('دیدگاه فرستاده نشد', 'Comment not sent')} unlisted>
      <div class="wrap page read">
        <h1>{say('دیدگاه فرستاده نشد', 'Comment not sent')}</h1>
        <p>
          {say(
            'نوشتهٔ شما سر جایش است؛ ایراد را برطرف کنید و دوباره بفرستید.',
            'Your text is still here; correct what is wrong and send it again.',
          )}
        </p>
        <FormWithWayBack {...props} />
      </div>
    </Page>
  );
}

/** Where a comment is answered. */
export function AnswerPage(props: FormPageProps) {
  return (
    <Page frame={props.frame} title={say('پاسخ به دیدگاه', 'Answer a comment')} unlisted>
      <div class="wrap page read">
        <h1>{say('پاسخ به دیدگاه', 'Answer a comment')}</h1>
        <FormWithWayBack {...props} />
      </div>
    </Page>
  );
}

function FormWithWayBack({
  frame,
  place,
  ticket,
  policy,
  answered,
  draft,
}: FormPageProps & { readonly draft?: CommentDraft }) {
  return (
    <>
      {answered === undefined ? null : (
        <div class="cmt">
          <Comment comment={answered} now={frame.now} />
        </div>
      )}
      <CommentForm {...{ place, ticket, policy, parentId: answered?.id }} {...(draft && { draft })} />
      <p>
        <a class="link" href={`${placeHref(place)}#comments`}>
          {say('بازگشت بدون فرستادن', 'Back without sending')}
        </a>
      </p>
    </>
  );
}

interface StateWords {
  readonly title: Words;
  readonly text: Words;
}

const PENDING: StateWords = {
  title: { fa: 'دیدگاه شما رسید', en: 'Your comment has arrived' },
  text: {
    fa: 'پس از بررسی منتشر می‌شود. تا آن زمان تنها شما و گردانندهٔ پایگاه آن را می‌بینید.',
    en: 'It is published after review. Until then only you and the operator see it.',
  },
};

const STATE_WORDS: Readonly<Record<string, StateWords>> = {
  pending: PENDING,
  published: {
    title: { fa: 'دیدگاه شما منتشر شد', en: 'Your comment is published' },
    text: { fa: 'اکنون همه آن را زیر خبر می‌بینند.', en: 'Everybody now sees it below the report.' },
  },
  rejected: {
    title: { fa: 'دیدگاه شما منتشر نشد', en: 'Your comment was not published' },
    text: {
      fa: 'گردانندهٔ پایگاه پس از بررسی آن را نپذیرفت.',
      en: 'The operator read it and did not accept it.',
    },
  },
};
