import type { CommentPlace, PublishedComment } from '../../store/comments.js';
import type { SiteSettings } from '../../store/site_settings.js';
import { buildCommentTree, type CommentNode } from '../comment_tree.js';
import { say, type Words } from '../language.js';
import { NOUNS } from '../nouns.js';
import { counted, number } from '../words.js';
import { CommentForm } from './comment_form.js';
import { Mixed } from './foreign.js';
import { Ago } from './times.js';
import { WhySo } from './why_so.js';

/** What readers say under a report or story. */
export interface Discussion {
  readonly place: CommentPlace;
  /** Oldest first. */
  readonly comments: readonly PublishedComment[];
  readonly policy: SiteSettings['comments'];
  /** Lets the form be sent. */
  readonly ticket: string;
}

interface CommentsProps {
  readonly discussion: Discussion;
  readonly now: string;
}

export function Comments({ discussion, now }: CommentsProps) {
  const { comments, policy, place, ticket } = discussion;
  const context = { now, isOpen: policy !== 'closed' };
  return (
    <section class="comments" id="comments" aria-labelledby="cm">
      <h2 class="h" id="cm">
        {say('دیدگاه‌ها', 'Comments')}{' '}
        <span class="soft">
          {comments.length === 0
            ? ''
            : `${counted(comments.length, NOUNS.comment)}${say('، به ترتیب زمان؛ ', ', oldest first; ')}`}
          {say(POLICY_WORDS[policy])}
        </span>
      </h2>
      {comments.length === 0 ? null : <WhySo of="comments" />}
      {buildCommentTree(comments).map((node) => (
        <Node node={node} {...context} />
      ))}
      {policy === 'closed' ? (
        <Closed hasComments={comments.length > 0} />
      ) : (
        <CommentForm place={place} ticket={ticket} policy={policy} />
      )}
    </section>
  );
}

const POLICY_WORDS: Readonly<Record<SiteSettings['comments'], Words>> = {
  moderated: { fa: 'پس از بررسی منتشر می‌شود', en: 'published after review' },
  open: { fa: 'بی‌درنگ منتشر می‌شود', en: 'published at once' },
  closed: { fa: 'بسته است', en: 'closed' },
};

interface NodeProps {
  readonly node: CommentNode;
  readonly now: string;
  /** Comments and votes are taken. */
  readonly isOpen: boolean;
}

/** Answers shown under a comment; the others are a tap away. */
const ANSWERS_SHOWN = 4;

function Node({ node, ...context }: NodeProps) {
  const first = node.answers.slice(0, ANSWERS_SHOWN);
  const rest = node.answers.slice(ANSWERS_SHOWN);
  return (
    <div class="cmt" id={node.comment === undefined ? undefined : `comment-${node.id}`}>
      {node.comment === undefined ? (
        <p class="soft">
          {say(
            'دیدگاهی که اینجا بود دیگر نیست؛ پاسخ‌هایش مانده است.',
            'The comment that stood here is gone; its answers remain.',
          )}
        </p>
      ) : (
        <Said comment={node.comment} answersTo={node.answersTo} {...context} />
      )}
      {first.map((answer) => (
        <Node node={answer} {...context} />
      ))}
      {rest.length === 0 ? null : (
        <details class="fold">
          <summary>{say(`${number(rest.length)} پاسخ دیگر`, `${number(rest.length)} more answers`)}</summary>
          {rest.map((answer) => (
            <Node node={answer} {...context} />
          ))}
        </details>
      )}
    </div>
  );
}

/** So many more readers have to disagree than agree before a comment is folded. */
const FOLDED_AT = 5;

interface SaidProps {
  readonly comment: PublishedComment;
  readonly answersTo: PublishedComment | undefined;
  readonly now: string;
  readonly isOpen: boolean;
}

function Said({ comment, answersTo, now, isOpen }: SaidProps) {
  const against = comment.down - comment.up;
  const whole = (
    <>
      <Comment comment={comment} now={now} answersTo={answersTo} />
      <Votes comment={comment} now={now} isOpen={isOpen} />
    </>
  );
  if (against < FOLDED_AT) return whole;
  return (
    <details class="fold">
      <summary>
        {say(
          `دیدگاهی که مخالفانش ${number(against)} نفر بیش از موافقانش است`,
          `A comment with ${number(against)} more readers against it than for it`,
        )}
      </summary>
      {whole}
    </details>
  );
}

interface CommentProps {
  readonly comment: PublishedComment;
  readonly now: string;
  readonly answersTo?: PublishedComment | undefined;
}

/** A comment; its words are the writer's own letters. */
export function Comment({ comment, now, answersTo }: CommentProps) {
  return (
    <>
      <header>
        <b>
          <Writer comment={comment} />
        </b>
        <Ago iso={comment.createdAt} now={now} />
        {answersTo === undefined ? null : (
          <span>
            {say('در پاسخ به', 'answering')}{' '}
            <a class="link" href={`#comment-${answersTo.id}`}>
              <Writer comment={answersTo} />
            </a>
          </span>
        )}
      </header>
      {comment.text.split(/\n+/).map((paragraph) => (
        <p dir="auto">
          <Mixed text={paragraph} />
        </p>
      ))}
    </>
  );
}

function Writer({ comment }: { readonly comment: PublishedComment }) {
  return (
    <bdi>
      <Mixed text={comment.authorName ?? say('بی‌نام', 'Anonymous')} />
    </bdi>
  );
}

/** Votes are taken for so long after a comment is published: as `castVote` does. */
const VOTING_MS = 7 * 24 * 60 * 60_000;

interface VotesProps {
  readonly comment: PublishedComment;
  readonly now: string;
  readonly isOpen: boolean;
}

function Votes({ comment, now, isOpen }: VotesProps) {
  const { id, up, down, decidedAt, createdAt } = comment;
  const isVoting = isOpen && Date.parse(now) - Date.parse(decidedAt ?? createdAt) < VOTING_MS;
  if (!isVoting && up + down === 0) return null;
  return (
    <footer>
      {isVoting ? (
        <form class="row" method="post" action={`/comment/${id}/vote`}>
          <button class="btn btn--s" type="submit" name="value" value="1">
            {say('موافقم', 'Agree')} <span>{number(up)}</span>
          </button>
          <button class="btn btn--s" type="submit" name="value" value="-1">
            {say('مخالفم', 'Disagree')} <span>{number(down)}</span>
          </button>
        </form>
      ) : (
        <span>
          {say(
            `${number(up)} موافق، ${number(down)} مخالف؛ رأی‌گیری پایان یافته است`,
            `${number(up)} for, ${number(down)} against; voting has ended`,
          )}
        </span>
      )}
      {isOpen ? (
        <a class="btn btn--s btn--quiet" href={`/comment/${id}/answer`} rel="nofollow">
          {say('پاسخ', 'Answer')}
        </a>
      ) : null}
    </footer>
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
