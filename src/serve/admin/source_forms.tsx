/** Adding and removing sources at the desk; taking in and giving out lists of feeds (OPML). */
import type { Hono } from 'hono';
import type { SourceKind } from '../../model/outlet.js';
import { noteSourceAct } from '../../store/desk_commands.js';
import type { ImportPlan, SourceActs } from '../desk_acts.js';
import { Fault, NOT_FOUND } from '../faults.js';
import type { SiteContext } from '../site_context.js';
import { number } from '../words.js';
import { Csrf } from './csrf_field.js';
import {
  addDeskAct,
  addDeskPage,
  type Desk,
  type DeskView,
  FormFault,
  sendDesk,
  sessionOf,
  textOf,
} from './desk.js';
import { Choice, Field } from './field.js';

/** Letters of a list at most; larger ones go through the command line. */
const LIST_MAX = 1_000_000;
/** Lines of each part of a plan that are shown. */
const SHOWN = 200;
const NAME_MAX = 120;

const KINDS: readonly (readonly [SourceKind, string])[] = [
  ['feed', 'خوراک'],
  ['sitemap', 'نقشهٔ سایت'],
  ['listing', 'صفحهٔ فهرست'],
  ['front_page', 'صفحهٔ نخست'],
  ['channel', 'کانال'],
];

export function addSourceFormsDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/sources/add', page: addPage });
  addDeskAct(app, site, { path: '/admin/sources/add', page: addPage, act: add });
  addDeskAct(app, site, { path: '/admin/sources/remove', page: addPage, act: remove });
  addDeskPage(app, site, { path: '/admin/sources/import', page: importPage });
  addDeskAct(app, site, { path: '/admin/sources/import', page: importPage, act: preview });
  addDeskAct(app, site, { path: '/admin/sources/import/take', page: importPage, act: take });
  app.get('/admin/sources/export.opml', async (context) => {
    if ((await sessionOf(site, context)) === undefined) return context.redirect('/admin/login', 303);
    const opml = await site.acts?.sources?.list();
    if (opml === undefined) throw new Fault(NOT_FOUND);
    return context.body(opml, 200, {
      'Content-Type': 'text/x-opml; charset=utf-8',
      'Content-Disposition': 'attachment; filename="sanad-sources.opml"',
      'Cache-Control': 'no-store',
    });
  });
}

function actsOf({ acts }: SiteContext): SourceActs {
  if (acts?.sources !== undefined) return acts.sources;
  throw new FormFault('url', 'منبع‌های این پایگاه از پیش نهاده شده‌اند و اینجا تغییر نمی‌کنند.');
}

async function add({ site, form }: Desk): Promise<string> {
  const url = textOf(form, 'url');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new FormFault('url', `«${url}» نشانی کامل وب نیست؛ آن را با https:// آغاز کنید.`);
  }
  const kind = KINDS.map(([each]) => each).find((each) => each === textOf(form, 'kind'));
  const unchecked = textOf(form, 'unchecked') !== '';
  if (unchecked && kind === undefined) {
    throw new FormFault('kind', 'برای افزودن بی‌آزمون بگویید این نشانی چیست: خوراک، نقشهٔ سایت، …');
  }
  const outletName = textOf(form, 'outletName') || undefined;
  const outcome = await actsOf(site).add({ url, kind, outletName, unchecked });
  if (outcome.kind === 'refused') throw whyNotAdded(outcome.why);
  await noteSourceAct(site.store, {
    kind: 'source.add',
    subject: outcome.place,
    name: url,
    at: site.clock(),
  });
  return '/admin/sources?done=added';
}

function whyNotAdded(why: string): FormFault {
  if (why.includes('no outlet has the domain')) {
    return new FormFault('outletName', 'رسانه‌ای با این دامنه نمی‌شناسیم؛ نام رسانه را هم بنویسید.', why);
  }
  if (why.includes('it is known as')) {
    return new FormFault('url', 'این نشانی را پیش از این داریم؛ در فهرست منبع‌ها بجوییدش.', why);
  }
  return new FormFault(
    'url',
    'از این نشانی نشد خبر گرفت؛ علت به انگلیسی در بالا آمده است. آن را در مرورگر بیازمایید، یا «بی‌آزمون» را نشان بزنید.',
    why,
  );
}

async function remove({ site, form }: Desk): Promise<string> {
  const id = textOf(form, 'id');
  const outcome = await actsOf(site).remove(id);
  if (outcome.kind === 'refused') {
    throw new FormFault(
      'id',
      `«${id}» را نشد برداشت: تنها منبعی که خودتان افزوده‌اید برداشته می‌شود؛ دیگران را در فهرست منبع‌ها خاموش کنید.`,
      outcome.why,
    );
  }
  await noteSourceAct(site.store, { kind: 'source.remove', subject: id, at: site.clock() });
  return '/admin/sources?done=removed';
}

function addPage(desk: Desk): DeskView {
  return {
    title: 'افزودن و برداشتن منبع',
    place: 'sources',
    body: (
      <>
        <form class="form desk-form" method="post" action="/admin/sources/add">
          <Csrf csrf={desk.csrf} />
          <Field
            desk={desk}
            name="url"
            label="نشانی"
            required
            ltr
            max={2000}
            hint="خوراک RSS یا Atom، نقشهٔ سایت، صفحهٔ فهرست، یا کانال تلگرام به شکل https://t.me/s/…؛ یک بار پرسیده و آزموده می‌شود."
          />
          <Choice desk={desk} name="kind" label="چیست" value="" options={[['', 'خودش پیدا کند'], ...KINDS]} />
          <Field
            desk={desk}
            name="outletName"
            label="نام رسانه، اگر تازه است"
            max={NAME_MAX}
            hint="رسانه‌ای که دامنه‌اش را می‌شناسیم نام نمی‌خواهد. نام رسانهٔ تازه پس از راه‌اندازی دوبارهٔ برنامه کنار خبرهایش می‌آید."
          />
          <label class="chk">
            <input
              type="checkbox"
              name="unchecked"
              value="1"
              checked={textOf(desk.form, 'unchecked') !== ''}
            />
            بی‌آزمون بیفزا (وقتی که رسانه اکنون پاسخ نمی‌دهد)
          </label>
          <div class="row">
            <button class="btn btn--main" type="submit">
              افزودن
            </button>
          </div>
        </form>
        <section class="sec" aria-labelledby="rm">
          <h2 class="sec-h" id="rm">
            برداشتن <small>آنچه آورده است می‌ماند</small>
          </h2>
          <form class="form" method="post" action="/admin/sources/remove">
            <Csrf csrf={desk.csrf} />
            <Field
              desk={desk}
              name="id"
              label="شناسهٔ منبع"
              value={desk.context.req.query('id')}
              required
              ltr
              max={200}
            />
            <div class="row">
              <button class="btn btn--danger" type="submit">
                بردار
              </button>
            </div>
          </form>
        </section>
      </>
    ),
  };
}

/** The text of the list that was sent: a file, or the text that a preview carries on. */
async function listOf({ form }: Desk): Promise<string> {
  const { file } = form;
  const text = file instanceof File ? await file.text() : textOf(form, 'list');
  if (text.trim() === '') {
    throw new FormFault('file', 'پرونده‌ای برگزیده نشده یا خالی است؛ پروندهٔ OPML را برگزینید.');
  }
  if (text.length <= LIST_MAX) return text;
  throw new FormFault(
    'file',
    `فهرست بزرگ‌تر از ${number(LIST_MAX)} نویسه است؛ از پایانه بیفزایید: npx sanad sources import`,
  );
}

function planOrFault(outcome: Awaited<ReturnType<SourceActs['plan']>>): ImportPlan {
  if (outcome.kind === 'plan') return outcome;
  throw new FormFault(
    'file',
    'این پرونده فهرست OPML نیست یا از اندازه بیرون است؛ علت به انگلیسی در بالا آمده است.',
    outcome.why,
  );
}

async function preview(desk: Desk): Promise<Response> {
  const list = await listOf(desk);
  const plan = planOrFault(await actsOf(desk.site).plan(list));
  return sendDesk(desk, undefined, { status: 200, page: () => planPage(desk, { plan, list }) });
}

async function take(desk: Desk): Promise<string> {
  const { site } = desk;
  const plan = planOrFault(await actsOf(site).take(await listOf(desk)));
  if (plan.added.length === 0) return '/admin/sources?done=same';
  const name = `${number(plan.added.length)} منبع`;
  await noteSourceAct(site.store, { kind: 'source.import', subject: 'OPML', name, at: site.clock() });
  return '/admin/sources?done=imported';
}

function importPage(desk: Desk): DeskView {
  const isWrong = desk.fault?.field === 'file';
  return {
    title: 'فهرست خوراک‌ها (OPML)',
    place: 'sources',
    body: (
      <>
        <form
          class="form desk-form"
          method="post"
          action="/admin/sources/import"
          enctype="multipart/form-data"
        >
          <Csrf csrf={desk.csrf} />
          <div class="field">
            <label for="file">پروندهٔ OPML</label>
            <input
              class="inp"
              id="file"
              name="file"
              type="file"
              accept=".opml,.xml,text/x-opml,text/xml"
              required
              aria-invalid={isWrong ? 'true' : undefined}
              aria-describedby="file-h"
            />
            <p class="hint" id="file-h">
              نخست نشان داده می‌شود چه چیزی افزوده خواهد شد. پوشه‌های تودرتو و ویژگی‌های ناشناخته نگه داشته
              می‌شود.
            </p>
          </div>
          <div class="row">
            <button class="btn btn--main" type="submit">
              نشان بده
            </button>
          </div>
        </form>
        <p>
          <a class="link" href="/admin/sources/export.opml">
            گرفتن همهٔ منبع‌ها به شکل OPML
          </a>
        </p>
      </>
    ),
  };
}

function planPage(
  desk: Desk,
  { plan, list }: { readonly plan: ImportPlan; readonly list: string },
): DeskView {
  const { added, known, refused } = plan;
  return {
    title: 'این‌ها افزوده می‌شود',
    place: 'sources',
    count: `${number(added.length)} منبع`,
    body: (
      <>
        <p class="soft small">
          هنوز چیزی افزوده نشده است. {number(known.length)} نشانی را از پیش داریم و {number(refused.length)}{' '}
          نشانی پذیرفتنی نیست.
        </p>
        <Part
          name="افزوده می‌شود"
          lines={added.map(({ id, url, folders }) => ({ url, note: [id, ...(folders ?? [])].join(' · ') }))}
        />
        <Part name="پذیرفتنی نیست" lines={refused.map(({ url, why }) => ({ url, note: why }))} />
        <Part name="از پیش داریم" lines={known.map(({ url, id }) => ({ url, note: id }))} />
        <form
          class="desk-acts"
          method="post"
          action="/admin/sources/import/take"
          enctype="multipart/form-data"
        >
          <Csrf csrf={desk.csrf} />
          <input type="hidden" name="list" value={list} />
          <div class="row">
            {added.length === 0 ? null : (
              <button class="btn btn--main" type="submit">
                افزودن {number(added.length)} منبع
              </button>
            )}
            <a class="btn" href="/admin/sources/import">
              پروندهٔ دیگر
            </a>
          </div>
        </form>
      </>
    ),
  };
}

interface PartProps {
  readonly name: string;
  readonly lines: readonly { readonly url: string; readonly note: string }[];
}

function Part({ name, lines }: PartProps) {
  if (lines.length === 0) return null;
  return (
    <section class="sec" aria-label={name}>
      <h2 class="sec-h">
        {name} <small>{number(lines.length)}</small>
      </h2>
      <ul class="rel rel--one">
        {lines.slice(0, SHOWN).map(({ url, note }) => (
          <li>
            <bdi dir="ltr">{url}</bdi>
            <span class="note" dir="auto">
              {note}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
