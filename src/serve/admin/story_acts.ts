/** What the forms of a story wish: their fields read, and handed to who does it. */

import { formatNumber } from '../../persian/format_date.js';
import { findStoryAddress, loadStoryReports } from '../../store/site_story.js';
import type { StoryActs } from '../desk_acts.js';
import { Fault, NOT_FOUND } from '../faults.js';
import { parseNumber, type SiteContext } from '../site_context.js';
import { donePlace, occasion } from './act_reason.js';
import { type Desk, FormFault, numbersOf, textOf } from './desk.js';

/** Takes the ticked reports into a story of their own. */
export async function split(desk: Desk): Promise<string> {
  const storyId = storyIdOf(desk);
  const articleIds = numbersOf(desk.form, 'report');
  if (articleIds.length === 0) {
    throw new FormFault('report', {
      fa: 'گزارشی برگزیده نشده است؛ گزارش‌هایی را که باید جدا شوند نشان بزنید.',
      en: 'No report is chosen; tick those that should leave.',
    });
  }
  const all = await loadStoryReports(desk.site.store, storyId);
  if (all.every(({ articleId }) => articleIds.includes(articleId))) {
    throw new FormFault('report', {
      fa: 'همهٔ گزارش‌ها نشان خورده‌اند؛ دست‌کم یکی باید در این خبر بماند.',
      en: 'All reports are ticked; one at least must stay in this story.',
    });
  }
  const outcome = await actsOf(desk.site).split({ storyId, articleIds, ...occasion(desk) });
  return `/admin/stories/${donePlace(outcome, 'report')}?done=split`;
}

/** Puts all reports of a story into another. */
export async function merge(desk: Desk): Promise<string> {
  const storyId = storyIdOf(desk);
  const intoId = await otherStory(desk, 'into');
  if (intoId === storyId) throw sameStory('into');
  const outcome = await actsOf(desk.site).merge({ storyId, intoId, ...occasion(desk) });
  return `/admin/stories/${donePlace(outcome, 'into')}?done=merged`;
}

/** Puts one report into another story. */
export async function move(desk: Desk): Promise<string> {
  const [articleId, ...others] = numbersOf(desk.form, 'report');
  if (articleId === undefined || others.length > 0) {
    throw new FormFault('report', {
      fa: 'یک گزارش، و تنها یکی، را برگزینید تا به خبر دیگر برود.',
      en: 'Choose one report, and only one, to go to the other story.',
    });
  }
  const intoId = await otherStory(desk, 'to');
  if (intoId === storyIdOf(desk)) {
    throw new FormFault('to', {
      fa: 'گزارش هم‌اکنون در همین خبر است؛ شمارهٔ خبر دیگری را بنویسید.',
      en: 'The report is in this story already; write the number of another.',
    });
  }
  const outcome = await actsOf(desk.site).move({ articleId, intoId, ...occasion(desk) });
  return `/admin/stories/${donePlace(outcome, 'to')}?done=moved`;
}

/** Puts a story into the thread of another; where that is in none, the two make one. */
export async function join(desk: Desk): Promise<string> {
  const storyId = storyIdOf(desk);
  const withId = await otherStory(desk, 'with');
  if (withId === storyId) throw sameStory('with');
  const outcome = await actsOf(desk.site).join({ storyId, withId, ...occasion(desk) });
  donePlace(outcome, 'with');
  return `/admin/stories/${storyId}?done=joined`;
}

/** Takes a story out of its thread. */
export async function leave(desk: Desk): Promise<string> {
  const storyId = storyIdOf(desk);
  donePlace(await actsOf(desk.site).leave({ storyId, ...occasion(desk) }), 'note');
  return `/admin/stories/${storyId}?done=left`;
}

/** The story in the address of the page. */
export function storyIdOf({ context }: Pick<Desk, 'context'>): number {
  const id = parseNumber(context.req.param('id'));
  if (id === undefined) throw new Fault(NOT_FOUND);
  return id;
}

function actsOf({ acts }: SiteContext): StoryActs {
  if (acts !== undefined) return acts.stories;
  throw new FormFault('id', {
    fa: 'این پایگاه تنها نشان می‌دهد؛ خبرها را از پایانه با «npx sanad stories» تغییر دهید.',
    en: 'This site only shows; change stories from the terminal with “npx sanad stories”.',
  });
}

function sameStory(field: string): FormFault {
  return new FormFault(field, {
    fa: 'این همان خبر است؛ شمارهٔ خبر دیگری را بنویسید.',
    en: 'This is the same story; write the number of another.',
  });
}

/** A story that has reports now, by its number or its address; numbers that moved lead to where they are. */
async function otherStory({ site, form }: Desk, field: string): Promise<number> {
  const given = textOf(form, field);
  const id = parseNumber(/\/story\/(\d+)/.exec(given)?.[1] ?? given);
  if (id === undefined) {
    throw new FormFault(field, {
      fa: `«${given}» شمارهٔ خبر نیست؛ عددی را که در نشانی خبر پس از /story/ آمده بنویسید.`,
      en: `“${given}” is no number of a story; write the one after /story/ in its address.`,
    });
  }
  const address = await findStoryAddress(site.store, id);
  if (address.kind === 'here') return id;
  if (address.kind === 'moved') return address.storyId;
  throw new FormFault(field, {
    fa: `خبری با شمارهٔ ${formatNumber(id)} نیست؛ شماره را از نشانی صفحهٔ خبر بردارید.`,
    en: `There is no story ${id}; take the number from the address of the story’s page.`,
  });
}
