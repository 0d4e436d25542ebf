import { type CommentPlace, loadPublishedComments } from '../../store/comments.js';
import { loadSiteSettings } from '../../store/site_settings.js';
import { makeTicket } from '../form_ticket.js';
import type { Discussion } from '../pieces/comments.js';
import { ensureSecret } from '../secret.js';
import type { SiteContext } from '../site_context.js';

/** What readers say under an article or story, and what its form needs. */
export async function openDiscussion(site: SiteContext, place: CommentPlace): Promise<Discussion> {
  const { store } = site;
  const [comments, { comments: policy }, secret] = await Promise.all([
    loadPublishedComments(store, place),
    loadSiteSettings(store),
    siteSecret(site),
  ]);
  return { place, comments, policy, ticket: makeTicket(secret, Date.parse(site.clock())) };
}

/** The installation's secret, read once in a while. */
export function siteSecret(site: SiteContext): Promise<string> {
  return site.recall('secret', () => ensureSecret(site.store, site.clock()));
}
