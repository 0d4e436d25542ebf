/** Stories at the desk: find one, split it, merge it into another, move a report; all with a reason. */
import type { Hono } from 'hono';
import { loadStories, loadStoryLines, type StoryLine } from '../../store/site_stories.js';
import {
  findStoriesOf,
  findStoryAddress,
  loadStoryReports,
  type StoryReport,
} from '../../store/site_story.js';
import { articleHref, storyHref } from '../addresses.js';
import type { StoryActs } from '../desk_acts.js';
import { Fault, NOT_FOUND } from '../faults.js';
import { Ago } from '../pieces/times.js';
import { parseNumber, type SiteContext } from '../site_context.js';
import { loadSearchView } from '../views/search_view.js';
import { headlineOf, number, shown } from '../words.js';
import { donePlace, occasion, ReasonField } from './act_reason.js';
import { ActLines, loadAllActs } from './acts.js';
import { Csrf } from './csrf_field.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, FormFault, numbersOf, textOf } from './desk.js';
import { DeskSearch } from './desk_search.js';
import { Field } from './field.js';

const LISTED = 30;
const ACTS_SHOWN = 20;

export function addStoriesDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/stories', page: storiesPage });
  addDeskPage(app, site, { path: '/admin/stories/:id', page: storyPage });
  addDeskAct(app, site, { path: '/admin/stories/:id/split', page: storyPage, act: split });
  addDeskAct(app, site, { path: '/admin/stories/:id/merge', page: storyPage, act: merge });
  addDeskAct(app, site, { path: '/admin/stories/:id/move', page: storyPage, act: move });
}

function actsOf({ acts }: SiteContext): StoryActs {
  if (acts !== undefined) return acts.stories;
  throw new FormFault(
    'id',
    'این پایگاه تنها نشان می‌دهد؛ خبرها را از پایانه با «npx sanad stories» تغییر دهید.',
  );
}

async function split(desk: Desk): Promise<string> {
  const storyId = idOf(desk);
  const articleIds = numbersOf(desk.form, 'report');
  if (articleIds.length === 0) {
    throw new FormFault('report', 'گزارشی برگزیده نشده است؛ گزارش‌هایی را که باید جدا شوند نشان بزنید.');
  }
  const all = await loadStoryReports(desk.site.store, storyId);
  if (all.every(({ articleId }) => articleIds.includes(articleId))) {
    throw new FormFault('report', 'همهٔ گزارش‌ها نشان خورده‌اند؛ دست‌کم یکی باید در این خبر بماند.');
  }
  const outcome = await actsOf(desk.site).split({ storyId, articleIds, ...occasion(desk) });
  return `/admin/stories/${donePlace(outcome, 'report')}?done=split`;
}

async function merge(desk: Desk): Promise<string> {
  const storyId = idOf(desk);
  const intoId = await targetOf(desk, 'into');
  if (intoId === storyId) throw new FormFault('into', 'این همان خبر است؛ شمارهٔ خبر دیگری را بنویسید.');
  const outcome = await actsOf(desk.site).merge({ storyId, intoId, ...occasion(desk) });
  return `/admin/stories/${donePlace(outcome, 'into')}?done=merged`;
}

async function move(desk: Desk): Promise<string> {
  const [articleId, ...others] = numbersOf(desk.form, 'report');
  if (articleId === undefined || others.length > 0) {
    throw new FormFault('report', 'یک گزارش، و تنها یکی، را برگزینید تا به خبر دیگر برود.');
  }
  const intoId = await targetOf(desk, 'to');
  if (intoId === idOf(desk))
    throw new FormFault('to', 'گزارش هم‌اکنون در همین خبر است؛ شمارهٔ خبر دیگری را بنویسید.');
  const outcome = await actsOf(desk.site).move({ articleId, intoId, ...occasion(desk) });
  return `/admin/stories/${donePlace(outcome, 'to')}?done=moved`;
}

/** A story that has reports now, by its number or its address; numbers that moved lead to where they are. */
async function targetOf({ site, form }: Desk, field: string): Promise<number> {
  const given = textOf(form, field);
  const id = parseNumber(/\/story\/(\d+)/.exec(given)?.[1] ?? given);
  if (id === undefined) {
    throw new FormFault(
      field,
      `«${given}» شمارهٔ خبر نیست؛ عددی را که در نشانی خبر پس از /story/ آمده بنویسید.`,
    );
  }
  const address = await findStoryAddress(site.store, id);
  if (address.kind === 'here') return id;
  if (address.kind === 'moved') return address.storyId;
  throw new FormFault(field, `خبری با شمارهٔ ${number(id)} نیست؛ شماره را از نشانی صفحهٔ خبر بردارید.`);
}

function idOf({ context }: Pick<Desk, 'context'>): number {
  const id = parseNumber(context.req.param('id'));
  if (id === undefined) throw new Fault(NOT_FOUND);
  return id;
}

async function storiesPage(desk: Desk): Promise<DeskView> {
  const { store } = desk.site;
  const words = (desk.context.req.query('q') ?? '').trim().slice(0, 200);
  const [stories, acts] = await Promise.all([
    words === '' ? loadStories(store, { order: 'newest', limit: LISTED }) : findStories(desk, words),
    loadAllActs(store, { limit: ACTS_SHOWN, kinds: ['story'] }),
  ]);
  return {
    title: 'خبرها',
    place: 'stories',
    body: (
      <>
        <DeskSearch action="/admin/stories" label="واژه‌های خبر، یا شماره‌اش" words={words} max={200} />
        {stories.length === 0 ? (
          <p class="soft desk-empty">خبری با این واژه‌ها نیست؛ واژه‌های کمتری بنویسید.</p>
        ) : (
          <ul class="rel rel--one">
            {stories.map((story) => (
              <li>
                <a href={`/admin/stories/${story.storyId}`}>{headlineOf(story.headline)}</a>
                <span class="note">{countsOf(story)}</span>
              </li>
            ))}
          </ul>
        )}
        <section class="sec" aria-labelledby="did">
          <h2 class="sec-h" id="did">
            کارهای پیشین بر خبرها
          </h2>
          <ActLines acts={acts} desk={desk} />
        </section>
      </>
    ),
  };
}

async function findStories({ site }: Desk, words: string): Promise<readonly StoryLine[]> {
  const number = parseNumber(words);
  const view =
    number === undefined
      ? await loadSearchView(site.store, { query: words, order: 'newest', pageNumber: 1 })
      : undefined;
  const articleIds = view?.hits.map(({ line }) => line.id) ?? [];
  const found = await findStoriesOf(site.store, articleIds);
  const ids = number === undefined ? articleIds.flatMap((id) => found.get(id) ?? []) : [number];
  return loadStoryLines(site.store, [...new Set(ids)].slice(0, LISTED));
}

function countsOf({ storyId, outletCount, originCount, reportCount }: StoryLine): string {
  return `خبر ${number(storyId)} · ${number(reportCount)} گزارش · ${number(outletCount)} رسانه · ${number(originCount)} منبع مستقل`;
}

async function storyPage(desk: Desk): Promise<DeskView> {
  const { store } = desk.site;
  const address = await findStoryAddress(store, idOf(desk));
  if (address.kind === 'nowhere') throw new Fault(NOT_FOUND);
  const storyId = address.kind === 'moved' ? address.storyId : idOf(desk);
  const [[story], reports] = await Promise.all([
    loadStoryLines(store, [storyId]),
    loadStoryReports(store, storyId),
  ]);
  if (story === undefined) throw new Fault(NOT_FOUND);
  return {
    title: headlineOf(story.headline),
    place: 'stories',
    body: (
      <>
        <p class="soft small">
          {countsOf(story)} ·{' '}
          <a class="link" href={storyHref(storyId)}>
            صفحهٔ خبر
          </a>
        </p>
        <Reports storyId={storyId} reports={reports} desk={desk} />
        <Merge storyId={storyId} desk={desk} />
      </>
    ),
  };
}

interface FormProps {
  readonly storyId: number;
  readonly desk: Desk;
}

/** One list of reports with two buttons: into a story of their own, or one of them into another story. */
function Reports({ storyId, reports, desk }: FormProps & { readonly reports: readonly StoryReport[] }) {
  const chosen = new Set(numbersOf(desk.form, 'report'));
  const action = `/admin/stories/${storyId}`;
  return (
    <section class="sec" aria-labelledby="sp">
      <h2 class="sec-h" id="sp">
        گزارش‌ها <small>رونوشت‌های بعدیِ آنچه جدا شود با آن می‌روند</small>
      </h2>
      <form class="form form--wide" method="post" action={`${action}/split`}>
        <Csrf csrf={desk.csrf} />
        <fieldset class="desk-choices">
          <legend class="lbl">کدام گزارش‌ها خبر دیگری می‌گویند</legend>
          {reports.map((report) => (
            <label class="chk">
              <input
                type="checkbox"
                name="report"
                value={String(report.articleId)}
                checked={chosen.has(report.articleId)}
              />
              <ReportWords report={report} desk={desk} />
            </label>
          ))}
        </fieldset>
        <ReasonField desk={desk} id="split-note" />
        <Field
          desk={desk}
          name="to"
          label="شماره یا نشانی خبر دیگر"
          ltr
          max={300}
          hint="تنها برای بردن یک گزارش به خبری که هست."
        />
        <div class="row">
          {reports.length < 2 ? null : (
            <button class="btn btn--danger" type="submit">
              جدا کن
            </button>
          )}
          <button class="btn btn--danger" type="submit" formaction={`${action}/move`}>
            به خبر دیگر ببر
          </button>
        </div>
      </form>
    </section>
  );
}

function Merge({ storyId, desk }: FormProps) {
  return (
    <section class="sec" aria-labelledby="mg">
      <h2 class="sec-h" id="mg">
        یکی کردن <small>همهٔ گزارش‌های این خبر، و آنچه بعد بیاید، به خبر دیگر می‌رود</small>
      </h2>
      <form class="form" method="post" action={`/admin/stories/${storyId}/merge`}>
        <Csrf csrf={desk.csrf} />
        <Field desk={desk} name="into" label="شماره یا نشانی خبر دیگر" required ltr max={300} />
        <ReasonField desk={desk} id="merge-note" />
        <div class="row">
          <button class="btn btn--danger" type="submit">
            یکی کن
          </button>
        </div>
      </form>
    </section>
  );
}

function ReportWords({ report, desk }: { readonly report: StoryReport; readonly desk: Desk }) {
  const { articleId, title, lede, opening, outletName, at, copy } = report;
  return (
    <span>
      {headlineOf({ title, lede, opening })}{' '}
      <span class="soft small">
        {shown(outletName)} · <Ago iso={at} now={desk.frame.now} />
        {copy === undefined ? '' : ` · رونوشت خبر ${number(copy.otherId)}`} ·{' '}
        <a class="link" href={articleHref(articleId)}>
          {number(articleId)}
        </a>
      </span>
    </span>
  );
}
