/** An article's page, its views and its comments. */
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { addComment, countView, deleteComment } from '../../store/commands.js';
import { loadComment } from '../../store/site_article.js';
import { loadSiteSettings } from '../../store/site_settings.js';
import { articleHref } from '../addresses.js';
import { parseCommentForm } from '../comment_form.js';
import { COMMENTS_CLOSED, Fault, FOREIGN_FORM, NOT_FOUND, TOO_LARGE, tooMany } from '../faults.js';
import { ArticlePage } from '../pages/article.js';
import { CommentDeletedPage, CommentFaultPage, CommentPage } from '../pages/comment.js';
import { HistoryPage } from '../pages/history.js';
import { RateLimit } from '../rate_limit.js';
import { ensureSecret, isProof, proofOf } from '../secret.js';
import { frameOf, parseNumber, type SiteContext, sendPage, sendPrivatePage } from '../site_context.js';
import { loadArticleView } from '../views/article_view.js';
import { loadHistoryView } from '../views/history_view.js';
import { addressOf, isOwnForm, isReader } from '../visitor.js';
import { tehranDay } from '../words.js';

/** Bytes of a comment form: 2000 letters of two bytes, percent-encoded threefold, and some room. */
const FORM_BYTES = 32_000;

export function addArticleRoutes(app: Hono, site: SiteContext): void {
  const { store } = site;
  const limit = new RateLimit({ max: 5, windowMs: 10 * 60_000 });
  const small = bodyLimit({
    maxSize: FORM_BYTES,
    onError: () => {
      throw new Fault(TOO_LARGE);
    },
  });
  app.get('/article/:id', async (context) => {
    const id = numberParam(context);
    const frame = frameOf(site, context);
    const view = await loadArticleView(store, id);
    const isMarked = context.req.query('statements') === '1';
    return sendPage(context, <ArticlePage frame={frame} view={view} isMarked={isMarked} />);
  });
  app.get('/article/:id/history', async (context) => {
    const id = numberParam(context);
    const frame = frameOf(site, context);
    const view = await loadHistoryView(store, id);
    return sendPage(context, <HistoryPage frame={frame} view={view} />);
  });
  app.post('/article/:id/comments', small, (context) => takeComment(site, context, limit));
  app.get('/comment/:id', async (context) => {
    const proof = context.req.query('proof') ?? '';
    const comment = await ownComment(site, context, proof);
    return sendPrivatePage(context, <CommentPage frame={frameOf(site, context)} view={{ comment, proof }} />);
  });
  app.post('/comment/:id/delete', small, async (context) => {
    if (!isOwnForm(context)) throw new Fault(FOREIGN_FORM);
    const form = await context.req.parseBody();
    const comment = await ownComment(site, context, String(form.proof ?? ''));
    await deleteComment(store, comment.id);
    const frame = frameOf(site, context);
    return sendPrivatePage(context, <CommentDeletedPage frame={frame} articleId={comment.articleId} />);
  });
}

/** Counts the page loads of articles; stands before whatever answers from memory. */
export function addViewCounting(app: Hono, site: SiteContext): void {
  app.use('/article/:id', async (context, next) => {
    // Before `next`: afterwards parameters are those of whatever answered.
    const id = parseNumber(context.req.param('id'));
    await next();
    const isShown = context.res.status === 200 || context.res.status === 304;
    if (id === undefined || !isShown || context.req.method !== 'GET' || !isReader(context)) return;
    await countView(site.store, { articleId: id, day: tehranDay(site.clock()) });
  });
}

async function takeComment(site: SiteContext, context: Context, limit: RateLimit): Promise<Response> {
  const { store } = site;
  const articleId = numberParam(context);
  if (!isOwnForm(context)) throw new Fault(FOREIGN_FORM);
  const { comments: policy } = await loadSiteSettings(store);
  if (policy === 'closed') throw new Fault(COMMENTS_CLOSED);
  const outcome = parseCommentForm(await context.req.parseBody());
  const frame = frameOf(site, context);
  // A program that filled the trap is told that all went well, so that it learns nothing.
  if (outcome.kind === 'trap') return context.redirect(`${articleHref(articleId)}#comments`, 303);
  if (outcome.kind === 'fault') {
    return sendPrivatePage(
      context,
      <CommentFaultPage frame={frame} articleId={articleId} draft={outcome} />,
      400,
    );
  }
  const waitMs = limit.take(addressOf(context), Date.parse(frame.now));
  if (waitMs > 0) throw new Fault(tooMany(waitMs), Math.ceil(waitMs / 1000));
  const id = await addComment(store, {
    articleId,
    authorName: outcome.name,
    text: outcome.text,
    createdAt: frame.now,
    isPublished: policy === 'open',
  });
  if (id === undefined) throw new Fault(NOT_FOUND);
  const proof = proofOf(await ensureSecret(store, frame.now), commentWords(id));
  return context.redirect(`/comment/${id}?proof=${proof}`, 303);
}

/** The comment of an address whose proof is right; a wrong proof looks like a comment that is not there. */
async function ownComment(site: SiteContext, context: Context, proof: string) {
  const id = numberParam(context);
  const secret = await ensureSecret(site.store, site.clock());
  if (!isProof(secret, commentWords(id), proof)) throw new Fault(NOT_FOUND);
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
