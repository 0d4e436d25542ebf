/** Taking in and giving out lists of feeds (OPML) at the desk. */
import type { Hono } from 'hono';
import { formatNumber } from '../../persian/format_date.js';
import { noteSourceAct } from '../../store/desk_commands.js';
import type { ImportPlan, SourceActs } from '../desk_acts.js';
import { englishNumber } from '../english_dates.js';
import { Fault, NOT_FOUND } from '../faults.js';
import { say } from '../language.js';
import { Mixed, Quoting } from '../pieces/foreign.js';
import type { SiteContext } from '../site_context.js';
import { counted, number } from '../words.js';
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
import { DESK_NOUNS } from './desk_nouns.js';
import { Facts, Latin } from './form_pieces.js';
import { sourceActsOf } from './source_add.js';

/** Letters of a list at most; larger ones go through the command line. */
const LIST_MAX = 1_000_000;
/** Lines of each part of a plan that are shown. */
const SHOWN = 200;

export function addSourceListsDesk(app: Hono, site: SiteContext): void {
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

/** The text of the list that was sent: a file, or the text that a preview carries on. */
async function listOf({ form }: Desk): Promise<string> {
  const { file } = form;
  const text = file instanceof File ? await file.text() : textOf(form, 'list');
  if (text.trim() === '') {
    throw new FormFault('file', {
      fa: 'پرونده‌ای برگزیده نشده یا خالی است؛ پروندهٔ OPML را برگزینید.',
      en: 'No file is chosen, or it is empty; choose the OPML file.',
    });
  }
  if (text.length <= LIST_MAX) return text;
  throw new FormFault('file', {
    fa: `فهرست بزرگ‌تر از ${formatNumber(LIST_MAX)} نویسه است؛ از پایانه بیفزایید: npx sanad sources import`,
    en: `The list has more than ${englishNumber(LIST_MAX)} characters; add it from the terminal: npx sanad sources import`,
  });
}

function planOrFault(outcome: Awaited<ReturnType<SourceActs['plan']>>): ImportPlan {
  if (outcome.kind === 'plan') return outcome;
  const words = {
    fa: 'این پرونده فهرست OPML نیست یا از اندازه بیرون است؛ علت به انگلیسی در بالا آمده است.',
    en: 'This file is no OPML list, or too large; the cause stands above.',
  };
  throw new FormFault('file', words, outcome.why);
}

async function preview(desk: Desk): Promise<Response> {
  const list = await listOf(desk);
  const plan = planOrFault(await sourceActsOf(desk.site).plan(list));
  return sendDesk(desk, undefined, { status: 200, page: () => planPage(desk, { plan, list }) });
}

async function take(desk: Desk): Promise<string> {
  const { site } = desk;
  const plan = planOrFault(await sourceActsOf(site).take(await listOf(desk)));
  if (plan.added.length === 0) return '/admin/sources?done=same';
  const name = String(plan.added.length);
  await noteSourceAct(site.store, { kind: 'source.import', subject: 'OPML', name, at: site.clock() });
  return '/admin/sources?done=imported';
}

function importPage(desk: Desk): DeskView {
  const isWrong = desk.fault?.field === 'file';
  return {
    title: say('فهرست خوراک‌ها (OPML)', 'Lists of feeds (OPML)'),
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
            <label for="file">
              <Quoting text={say('پروندهٔ OPML', 'OPML file')} />
            </label>
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
              {say(
                'نخست نشان داده می‌شود چه چیزی افزوده خواهد شد. پوشه‌های تودرتو و ویژگی‌های ناشناخته نگه داشته می‌شود.',
                'First you see what would be added. Nested folders and unknown attributes are kept.',
              )}
            </p>
          </div>
          <div class="row">
            <button class="btn btn--main" type="submit">
              {say('نشان بده', 'Show')}
            </button>
          </div>
        </form>
        <p>
          <a class="link" href="/admin/sources/export.opml">
            <Quoting text={say('گرفتن همهٔ منبع‌ها به شکل OPML', 'Take all sources out as OPML')} />
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
  const [knownCount, refusedCount] = [number(known.length), number(refused.length)];
  return {
    title: say('این‌ها افزوده می‌شود', 'These would be added'),
    place: 'sources',
    count: counted(added.length, DESK_NOUNS.source),
    body: (
      <>
        <p class="soft small">
          {say(
            `هنوز چیزی افزوده نشده است. ${knownCount} نشانی را از پیش داریم و ${refusedCount} نشانی پذیرفتنی نیست.`,
            `Nothing has been added yet. Addresses known already: ${knownCount}; not acceptable: ${refusedCount}.`,
          )}
        </p>
        <Part
          name={say('افزوده می‌شود', 'To be added')}
          lines={added.map(({ id, url, folders }) => ({ url, notes: [id, ...(folders ?? [])] }))}
        />
        <Part
          name={say('پذیرفتنی نیست', 'Not acceptable')}
          lines={refused.map(({ url, why }) => ({ url, notes: [why] }))}
        />
        <Part
          name={say('از پیش داریم', 'Known already')}
          lines={known.map(({ url, id }) => ({ url, notes: [id] }))}
        />
        <TakeForm list={list} count={added.length} desk={desk} />
      </>
    ),
  };
}

interface TakeProps {
  readonly list: string;
  readonly count: number;
  readonly desk: Desk;
}

function TakeForm({ list, count, desk }: TakeProps) {
  const sources = counted(count, DESK_NOUNS.source);
  return (
    <form class="desk-acts" method="post" action="/admin/sources/import/take" enctype="multipart/form-data">
      <Csrf csrf={desk.csrf} />
      <input type="hidden" name="list" value={list} />
      <div class="row">
        {count === 0 ? null : (
          <button class="btn btn--main" type="submit">
            {say(`افزودن ${sources}`, `Add ${sources}`)}
          </button>
        )}
        <a class="btn" href="/admin/sources/import">
          {say('پروندهٔ دیگر', 'Another file')}
        </a>
      </div>
    </form>
  );
}

interface PartProps {
  readonly name: string;
  readonly lines: readonly { readonly url: string; readonly notes: readonly string[] }[];
}

function Part({ name, lines }: PartProps) {
  if (lines.length === 0) return null;
  return (
    <section class="sec" aria-label={name}>
      <h2 class="sec-h">
        {name} <small>{number(lines.length)}</small>
      </h2>
      <ul class="rel rel--one">
        {lines.slice(0, SHOWN).map(({ url, notes }) => (
          <li>
            <Latin>{url}</Latin>
            <span class="note">
              <Facts of={notes.map((note) => <Mixed text={note} />)} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
