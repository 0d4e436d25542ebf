import type { PublishedComment } from '../../store/site_article.js';
import type { SiteSettings } from '../../store/site_settings.js';
import { COMMENT_NAME_MAX, COMMENT_TEXT_MAX } from '../comment_form.js';
import { say, type Words } from '../language.js';
import { NOUNS } from '../nouns.js';
import { counted, number } from '../words.js';
import { Mixed } from './foreign.js';
import { Ago } from './times.js';

interface CommentsProps {
  readonly articleId: number;
  readonly comments: readonly PublishedComment[];
  readonly policy: SiteSettings['comments'];
  readonly now: string;
}

export function Comments({ articleId, comments, policy, now }: CommentsProps) {
  return (
    <section class="comments" id="comments" aria-labelledby="cm">
      <h2 class="h" id="cm">
        {say('دیدگاه‌ها', 'Comments')}{' '}
        <span class="soft">
          {comments.length === 0 ? '' : `${counted(comments.length, NOUNS.comment)}${say('؛ ', '; ')}`}
          {say(POLICY_WORDS[policy])}
        </span>
      </h2>
      {comments.map((comment) => (
        <Comment comment={comment} now={now} />
      ))}
      {policy === 'closed' ? (
        <Closed hasComments={comments.length > 0} />
      ) : (
        <CommentForm articleId={articleId} />
      )}
    </section>
  );
}

const POLICY_WORDS: Readonly<Record<SiteSettings['comments'], Words>> = {
  moderated: { fa: 'پس از بررسی منتشر می‌شود', en: 'published after review' },
  open: { fa: 'بی‌درنگ منتشر می‌شود', en: 'published at once' },
  closed: { fa: 'بسته است', en: 'closed' },
};

/** A comment; its words are the writer's own letters. */
export function Comment({ comment, now }: { readonly comment: PublishedComment; readonly now: string }) {
  return (
    <article class="cmt" id={`comment-${comment.id}`}>
      <header>
        <b>
          <bdi>
            <Mixed text={comment.authorName ?? say('بی‌نام', 'Anonymous')} />
          </bdi>
        </b>
        <Ago iso={comment.createdAt} now={now} />
      </header>
      {comment.text.split(/\n+/).map((paragraph) => (
        <p dir="auto">
          <Mixed text={paragraph} />
        </p>
      ))}
    </article>
  );
}

function Closed({ hasComments }: { readonly hasComments: boolean }) {
  return (
    <p class="note-box">
      {say('دیدگاه‌ها اکنون بسته است', 'Comments are closed now')}
      {hasComments ? say('؛ دیدگاه‌های پیشین سر جای خود می‌ماند', '; earlier ones stay where they are') : ''}.
    </p>
  );
}

/** The sent words come back into the form when something is wrong with them. */
export interface CommentDraft {
  readonly name: string;
  readonly text: string;
  readonly fault?: Words;
}

export function CommentForm({
  articleId,
  draft,
}: {
  readonly articleId: number;
  readonly draft?: CommentDraft;
}) {
  const fault = draft?.fault;
  return (
    <form class="form" method="post" action={`/article/${articleId}/comments`}>
      <div class="field">
        <label for="cn">{say('نام (اختیاری)', 'Name (optional)')}</label>
        <input
          class="inp"
          id="cn"
          name="name"
          autocomplete="nickname"
          maxlength={COMMENT_NAME_MAX}
          value={draft?.name}
          aria-describedby="cnh"
        />
        <p class="hint" id="cnh">
          {say(
            'نام مستعار هم پذیرفته است. نشانی رایانامه نمی‌خواهیم.',
            'A pen name will do. We ask for no e-mail address.',
          )}
        </p>
      </div>
      <div class="field">
        <label for="ct">{say('دیدگاه شما', 'Your comment')}</label>
        <textarea
          class="inp"
          id="ct"
          name="text"
          maxlength={COMMENT_TEXT_MAX}
          required
          aria-describedby={fault === undefined ? 'cth' : 'cte cth'}
          aria-invalid={fault === undefined ? undefined : 'true'}
        >
          {draft?.text ?? ''}
        </textarea>
        {fault === undefined ? null : (
          <p class="err" id="cte">
            {say(fault)}
          </p>
        )}
        <p class="hint" id="cth">
          {say(
            `تا ${number(COMMENT_TEXT_MAX)} نویسه. توهین، نشانی تبلیغاتی و نوشتهٔ تکراری منتشر نمی‌شود؛`,
            `Up to ${number(COMMENT_TEXT_MAX)} characters. Insults, advertising and repeated comments are not published;`,
          )}{' '}
          <a class="link" href="/rules">
            {say('قاعده‌های دیدگاه', 'rules for comments')}
          </a>
          .
        </p>
      </div>
      <p class="trap">
        <label for="cw">{say('این خانه را خالی بگذارید', 'Leave this field empty')}</label>
        <input id="cw" name="website" tabindex={-1} autocomplete="off" />
      </p>
      <div class="row">
        <button class="btn btn--main" type="submit">
          {say('فرستادن برای بررسی', 'Send for review')}
        </button>
      </div>
    </form>
  );
}
