/** Comments under articles and stories, answers to them, votes, and taking one's own back. */
import { randomBytes } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { addComment, castVote, deleteComment } from '../../store/commands.js';
import { type CommentPlace, type KnownComment, loadComment } from '../../store/comments.js';
import { loadSiteSettings, type SiteSettings } from '../../store/site_settings.js';
import { placeHref } from '../addresses.js';
import {
  type CommentOutcome,
  parseCommentForm,
  REPEATED,
  TOO_EARLY,
  TOO_OLD,
  textKey,
} from '../comment_form.js';
import {
  badRequest,
  COMMENTS_CLOSED,
  Fault,
  FOREIGN_FORM,
  NOT_FOUND,
  TOO_LARGE,
  tooMany,
} from '../faults.js';
import { makeTicket, readTicket } from '../form_ticket.js';
import type { Words } from '../language.js';
import { AnswerPage, CommentDeletedPage, CommentFaultPage, CommentPage } from '../pages/comment.js';
import { RateLimit } from '../rate_limit.js';
import { isProof, proofOf } from '../secret.js';
import { frameOf, parseNumber, type SiteContext, sendPrivatePage } from '../site_context.js';
import { siteSecret } from '../views/discussion.js';
import { addressOf, isOwnForm } from '../visitor.js';
import { networkOf, SALT_BYTES, visitorMark } from '../visitor_mark.js';

/** Bytes of a comment form: 2000 letters of two bytes, percent-encoded threefold, and some room. */
const FORM_BYTES = 32_000;
const TEN_MINUTES = 10 * 60_000;
const DAY = 24 * 60 * 60_000;

export function addCommentRoutes(app: Hono, site: SiteContext): void {
  const limit = new RateLimit({ max: 5, windowMs: TEN_MINUTES });
  const small = bodyLimit({
    maxSize: FORM_BYTES,
    onError: () => {
      throw new Fault(TOO_LARGE);
    },
  });
  app.post('/article/:id/comments', small, (context) =>
    takeComment(site, context, { limit, place: { kind: 'article', id: numberParam(context) } }),
  );
  app.post('/story/:id/comments', small, (context) =>
    takeComment(site, context, { limit, place: { kind: 'story', id: numberParam(context) } }),
  );
  app.get('/comment/:id', async (context) => {
    const proof = context.req.query('proof') ?? '';
    const comment = await ownComment(site, context, proof);
    return sendPrivatePage(context, <CommentPage frame={frameOf(site, context)} view={{ comment, proof }} />);
  });
  app.post('/comment/:id/delete', small, async (context) => {
    if (!isOwnForm(context)) throw new Fault(FOREIGN_FORM);
    const form = await context.req.parseBody();
    const comment = await ownComment(site, context, String(form.proof ?? ''));
    await deleteComment(site.store, comment.id);
    const frame = frameOf(site, context);
    return sendPrivatePage(context, <CommentDeletedPage frame={frame} place={comment.place} />);
  });
  app.get('/comment/:id/answer', async (context) => {
    const { comments: policy } = await loadSiteSettings(site.store);
    if (policy === 'closed') throw new Fault(COMMENTS_CLOSED);
    const answered = await publishedComment(site, context);
    const ticket = await freshTicket(site);
    const frame = frameOf(site, context);
    return sendPrivatePage(
      context,
      <AnswerPage {...{ frame, ticket, policy, answered, place: answered.place }} />,
    );
  });
  addVoting(app, site);
}

/** Votes of one address within ten minutes, and on one comment within a day, whatever browsers it names. */
const MOST_VOTES = 40;
const MOST_VOTES_ON_ONE = 5;

function addVoting(app: Hono, site: SiteContext): void {
  const altogether = new RateLimit({ max: MOST_VOTES, windowMs: TEN_MINUTES });
  const onOne = new RateLimit({ max: MOST_VOTES_ON_ONE, windowMs: DAY });
  app.post('/comment/:id/vote', bodyLimit({ maxSize: 1000 }), async (context) => {
    if (!isOwnForm(context)) throw new Fault(FOREIGN_FORM);
    const { comments: policy } = await loadSiteSettings(site.store);
    if (policy === 'closed') throw new Fault(COMMENTS_CLOSED);
    const form = await context.req.parseBody();
    const value = form.value === '1' ? 1 : form.value === '-1' ? -1 : undefined;
    if (value === undefined) throw new Fault(badRequest(UNCLEAR_VOTE));
    const comment = await publishedComment(site, context);
    const at = site.clock();
    const network = networkOf(addressOf(context));
    const waitMs =
      altogether.take(network, Date.parse(at)) || onOne.take(`${network} ${comment.id}`, Date.parse(at));
    if (waitMs > 0) throw new Fault(tooMany(waitMs), Math.ceil(waitMs / 1000));
    await castVote(site.store, {
      commentId: comment.id,
      value,
      at,
      freshSalt: randomBytes(SALT_BYTES),
      markWith: (salt) => visitorMark(context, salt),
    });
    return context.redirect(`${placeHref(comment.place)}#comment-${comment.id}`, 303);
  });
}

const UNCLEAR_VOTE: Words = {
  fa: 'روشن نیست موافقید یا مخالف؛ یکی از دو دکمهٔ زیر دیدگاه را بزنید.',
  en: 'It is not clear whether you agree; press one of the two buttons below the comment.',
};

interface Sending {
  readonly place: CommentPlace;
  readonly limit: RateLimit;
}

async function takeComment(
  site: SiteContext,
  context: Context,
  { place, limit }: Sending,
): Promise<Response> {
  const { store } = site;
  if (!isOwnForm(context)) throw new Fault(FOREIGN_FORM);
  const { comments: policy } = await loadSiteSettings(store);
  if (policy === 'closed') throw new Fault(COMMENTS_CLOSED);
  const form = await context.req.parseBody();
  const secret = await siteSecret(site);
  const nowMs = Date.parse(site.clock());
  const outcome = withTicket(parseCommentForm(form), readTicket(secret, String(form.ticket ?? ''), nowMs));
  // A program that filled the trap is told that all went well, so that it learns nothing.
  if (outcome.kind === 'trap') return context.redirect(`${placeHref(place)}#comments`, 303);
  const back = { place, policy, parent: form.parent };
  if (outcome.kind === 'fault') return sendFormAgain(site, context, { ...back, draft: outcome });
  const waitMs = limit.take(addressOf(context), nowMs);
  if (waitMs > 0) throw new Fault(tooMany(waitMs), Math.ceil(waitMs / 1000));
  const { key, isShort } = textKey(outcome.text);
  const added = await addComment(store, {
    ...{ place, isShort, textKey: key, parentId: outcome.parentId },
    authorName: outcome.name,
    text: outcome.text,
    createdAt: site.clock(),
    isPublished: policy === 'open',
  });
  if (added.kind === 'nowhere') throw new Fault(NOT_FOUND);
  if (added.kind === 'repeated') {
    const draft = { fault: REPEATED, name: outcome.name ?? '', text: outcome.text };
    return sendFormAgain(site, context, { ...back, draft });
  }
  const proof = proofOf(secret, commentWords(added.id));
  return context.redirect(`/comment/${added.id}?proof=${proof}`, 303);
}

/** A comment whose form came too early or lay open too long is asked for again. */
function withTicket(outcome: CommentOutcome, ticket: ReturnType<typeof readTicket>): CommentOutcome {
  if (outcome.kind !== 'comment' || ticket === 'good') return outcome;
  const { name = '', text } = outcome;
  return { kind: 'fault', fault: ticket === 'early' ? TOO_EARLY : TOO_OLD, name, text };
}

interface Again {
  readonly place: CommentPlace;
  readonly policy: SiteSettings['comments'];
  readonly parent: unknown;
  readonly draft: { readonly name: string; readonly text: string; readonly fault: Words };
}

async function sendFormAgain(
  site: SiteContext,
  context: Context,
  { place, policy, parent, draft }: Again,
): Promise<Response> {
  const parentId = typeof parent === 'string' ? parseNumber(parent) : undefined;
  const known = parentId === undefined ? undefined : await loadComment(site.store, parentId);
  const answered = known?.state === 'published' ? known : undefined;
  const frame = frameOf(site, context);
  const ticket = await freshTicket(site);
  return sendPrivatePage(
    context,
    <CommentFaultPage {...{ frame, place, ticket, policy, answered, draft }} />,
    400,
  );
}

async function freshTicket(site: SiteContext): Promise<string> {
  return makeTicket(await siteSecret(site), Date.parse(site.clock()));
}

async function publishedComment(site: SiteContext, context: Context): Promise<KnownComment> {
  const comment = await loadComment(site.store, numberParam(context));
  if (comment?.state !== 'published') throw new Fault(NOT_FOUND);
  return comment;
}

/** The comment of an address whose proof is right; a wrong proof looks like a comment that is not there. */
async function ownComment(site: SiteContext, context: Context, proof: string): Promise<KnownComment> {
  const id = numberParam(context);
  if (!isProof(await siteSecret(site), commentWords(id), proof)) throw new Fault(NOT_FOUND);
  const comment = await loadComment(site.store, id);
  if (comment === undefined) throw new Fault(NOT_FOUND);
  return comment;
}

function commentWords(id: number): string {
  return `comment ${id}`;
}

function numberParam(context: Context): number {
  const id = parseNumber(context.req.param('id'));
  if (id === undefined) throw new Fault(NOT_FOUND);
  return id;
}
