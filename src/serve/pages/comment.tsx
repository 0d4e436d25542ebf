import type { PublishedComment } from '../../store/site_article.js';
import { articleHref } from '../addresses.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { Comment, type CommentDraft, CommentForm } from '../pieces/comments.js';

export interface CommentView {
  readonly comment: PublishedComment & { readonly articleId: number; readonly state: string };
  /** Proves that the reader wrote it. */
  readonly proof: string;
}

/** The writer's own page of a comment: what happened to it, and how to take it back. */
export function CommentPage({ frame, view }: { readonly frame: Frame; readonly view: CommentView }) {
  const { comment, proof } = view;
  const words = STATE_WORDS[comment.state] ?? PENDING;
  return (
    <Page frame={frame} title={words.title} unlisted>
      <div class="wrap page read">
        <h1>{words.title}</h1>
        <p>{words.text}</p>
        <Comment comment={comment} now={frame.now} />
        <form class="acts" method="post" action={`/comment/${comment.id}/delete`}>
          <input type="hidden" name="proof" value={proof} />
          <button class="btn btn--danger" type="submit">
            پاک‌کردن دیدگاه
          </button>
          <a class="btn" href={articleHref(comment.articleId)}>
            بازگشت به خبر
          </a>
        </form>
        <p class="note-box">
          نشانی همین صفحه را نگه دارید؛ تنها با آن می‌توانید بعداً دیدگاهتان را پاک کنید. ما نمی‌دانیم چه کسی آن
          را نوشته است.
        </p>
      </div>
    </Page>
  );
}

/** After taking a comment back. */
export function CommentDeletedPage({
  frame,
  articleId,
}: {
  readonly frame: Frame;
  readonly articleId: number;
}) {
  return (
    <Page frame={frame} title="دیدگاه پاک شد" unlisted>
      <div class="wrap page read">
        <h1>دیدگاه پاک شد</h1>
        <p>چیزی از آن نزد ما نماند.</p>
        <p class="acts">
          <a class="btn" href={articleHref(articleId)}>
            بازگشت به خبر
          </a>
        </p>
      </div>
    </Page>
  );
}

/** The form again, with what was written and what is wrong with it. */
export function CommentFaultPage(props: {
  readonly frame: Frame;
  readonly articleId: number;
  readonly draft: CommentDraft;
}) {
  return (
    <Page frame={props.frame} title="دیدگاه فرستاده نشد" unlisted>
      <div class="wrap page read">
        <h1>دیدگاه فرستاده نشد</h1>
        <p>نوشتهٔ شما سر جایش است؛ ایراد را برطرف کنید و دوباره بفرستید.</p>
        <CommentForm articleId={props.articleId} draft={props.draft} />
        <p>
          <a class="link" href={articleHref(props.articleId)}>
            بازگشت به خبر بدون فرستادن
          </a>
        </p>
      </div>
    </Page>
  );
}

const PENDING = {
  title: 'دیدگاه شما رسید',
  text: 'پس از بررسی منتشر می‌شود. تا آن زمان تنها شما و گردانندهٔ پایگاه آن را می‌بینید.',
};

const STATE_WORDS: Readonly<Record<string, { readonly title: string; readonly text: string }>> = {
  pending: PENDING,
  published: { title: 'دیدگاه شما منتشر شد', text: 'اکنون همه آن را زیر خبر می‌بینند.' },
  rejected: { title: 'دیدگاه شما منتشر نشد', text: 'گردانندهٔ پایگاه پس از بررسی آن را نپذیرفت.' },
};
