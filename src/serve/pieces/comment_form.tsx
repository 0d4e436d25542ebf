import type { CommentPlace } from '../../store/comments.js';
import type { SiteSettings } from '../../store/site_settings.js';
import { placeHref } from '../addresses.js';
import { COMMENT_NAME_MAX, COMMENT_TEXT_MAX } from '../comment_form.js';
import { say, type Words } from '../language.js';
import { number } from '../words.js';

/** The sent words come back into the form when something is wrong with them. */
export interface CommentDraft {
  readonly name: string;
  readonly text: string;
  readonly fault?: Words;
}

interface CommentFormProps {
  readonly place: CommentPlace;
  readonly ticket: string;
  readonly policy: SiteSettings['comments'];
  readonly draft?: CommentDraft;
  /** The comment that is answered. */
  readonly parentId?: number | undefined;
}

export function CommentForm({ place, ticket, policy, draft, parentId }: CommentFormProps) {
  const fault = draft?.fault;
  return (
    <form class="form" method="post" action={`${placeHref(place)}/comments`}>
      <input type="hidden" name="ticket" value={ticket} />
      {parentId === undefined ? null : <input type="hidden" name="parent" value={String(parentId)} />}
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
            'نام مستعار هم پذیرفته است. نشانی ایمیل نمی‌خواهیم.',
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
          {policy === 'open' ? say('انتشار', 'Publish') : say('فرستادن برای بررسی', 'Send for review')}
        </button>
      </div>
    </form>
  );
}
