/** Entities at the desk: find one, merge it into another, split it, give it another name; all with a reason. */
import type { Hono } from 'hono';
import { toAsciiDigits } from '../../persian/digits.js';
import { type EntityDetail, findEntities, loadEntity, loadEntityLine } from '../../store/site_entities.js';
import { entityHref } from '../addresses.js';
import type { EntityActs } from '../desk_acts.js';
import { Fault, NOT_FOUND } from '../faults.js';
import type { SiteContext } from '../site_context.js';
import { number, shown } from '../words.js';
import { donePlace, occasion, ReasonField } from './act_reason.js';
import { ActLines, loadAllActs } from './acts.js';
import { Csrf } from './csrf_field.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, FormFault, textOf } from './desk.js';
import { DeskSearch } from './desk_search.js';
import { Field } from './field.js';

const LISTED = 60;
const ACTS_SHOWN = 20;
const NAME_MAX = 120;

export function addEntitiesDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/entities', page: entitiesPage });
  addDeskPage(app, site, { path: '/admin/entities/:id', page: entityPage });
  addDeskAct(app, site, { path: '/admin/entities/:id/rename', page: entityPage, act: rename });
  addDeskAct(app, site, { path: '/admin/entities/:id/merge', page: entityPage, act: merge });
  addDeskAct(app, site, { path: '/admin/entities/:id/split', page: entityPage, act: split });
}

function actsOf({ acts }: SiteContext): EntityActs {
  if (acts !== undefined) return acts.entities;
  throw new FormFault(
    'id',
    'این پایگاه تنها نشان می‌دهد؛ نام‌ها را از پایانه با «npx sanad entities» تغییر دهید.',
  );
}

async function rename(desk: Desk): Promise<string> {
  const name = textOf(desk.form, 'name');
  if (name === '') throw new FormFault('name', 'نام خالی است؛ نامی را که خوانندگان ببینند بنویسید.');
  if (name.length > NAME_MAX)
    throw new FormFault('name', `نام بلندتر از ${number(NAME_MAX)} نویسه است؛ کوتاهش کنید.`);
  const outcome = await actsOf(desk.site).rename({ entityId: idOf(desk), name, ...occasion(desk) });
  return `${deskHref(donePlace(outcome, 'name'))}?done=renamed`;
}

async function merge(desk: Desk): Promise<string> {
  const entityId = idOf(desk);
  const given = textOf(desk.form, 'into');
  const intoId = decodeURIComponent(/\/entity\/([^/?#\s]+)/.exec(given)?.[1] ?? given);
  if (intoId === entityId) throw new FormFault('into', 'این همان نام است؛ شناسهٔ نام دیگری را بنویسید.');
  const target = await loadEntityLine(desk.site.store, intoId);
  if (target === undefined) {
    throw new FormFault(
      'into',
      `نامی با شناسهٔ «${intoId}» نیست؛ آن را از نشانی صفحه‌اش پس از /entity/ بردارید.`,
    );
  }
  if (target.mergedInto !== null) {
    throw new FormFault('into', `«${intoId}» خود با «${target.mergedInto}» یکی شده است؛ همان را بنویسید.`);
  }
  const outcome = await actsOf(desk.site).merge({ entityId, intoId, ...occasion(desk) });
  return `${deskHref(donePlace(outcome, 'into'))}?done=merged`;
}

async function split(desk: Desk): Promise<string> {
  const name = textOf(desk.form, 'other');
  if (name === '') throw new FormFault('other', 'نام آن دیگری خالی است؛ بنویسید در این خبرها چه کسی است.');
  const articles = textOf(desk.form, 'articles');
  const articleIds = (toAsciiDigits(articles).match(/\b[1-9]\d{0,14}\b/g) ?? []).map(Number);
  if (articleIds.length === 0) {
    throw new FormFault(
      'articles',
      'شمارهٔ خبری نیامده است؛ شماره‌ها را از نشانی خبرها، با فاصله از هم، بنویسید.',
    );
  }
  const outcome = await actsOf(desk.site).split({
    entityId: idOf(desk),
    name,
    articleIds,
    ...occasion(desk),
  });
  return `${deskHref(donePlace(outcome, 'articles'))}?done=split`;
}

function deskHref(id: string): string {
  return `/admin/entities/${encodeURIComponent(id)}`;
}

function idOf({ context }: Pick<Desk, 'context'>): string {
  return context.req.param('id') ?? '';
}

async function entitiesPage(desk: Desk): Promise<DeskView> {
  const { store } = desk.site;
  const words = (desk.context.req.query('q') ?? '').trim().slice(0, 80);
  const [entities, acts] = await Promise.all([
    findEntities(store, { limit: LISTED, ...(words === '' ? {} : { words }) }),
    loadAllActs(store, { limit: ACTS_SHOWN, kinds: ['entity'] }),
  ]);
  return {
    title: 'نام‌ها',
    place: 'entities',
    body: (
      <>
        <DeskSearch action="/admin/entities" label="بخشی از نام، یا شناسه" words={words} />
        {entities.length === 0 ? (
          <p class="soft desk-empty">نامی با این نویسه‌ها در خبرها نیامده است.</p>
        ) : (
          <ul class="rel">
            {entities.map(({ id, name, articleCount }) => (
              <li>
                <a href={deskHref(id)}>{shown(name)}</a>
                <span class="note">
                  <bdi dir="ltr">{id}</bdi> · در {number(articleCount)} خبر
                </span>
              </li>
            ))}
          </ul>
        )}
        <section class="sec" aria-labelledby="did">
          <h2 class="sec-h" id="did">
            کارهای پیشین بر نام‌ها
          </h2>
          <ActLines acts={acts} desk={desk} />
        </section>
      </>
    ),
  };
}

async function entityPage(desk: Desk): Promise<DeskView> {
  const entity = await loadEntity(desk.site.store, idOf(desk));
  if (entity === undefined) throw new Fault(NOT_FOUND);
  return {
    title: shown(entity.name),
    place: 'entities',
    body: (
      <>
        <Facts entity={entity} />
        {entity.mergedInto !== null ? null : (
          <>
            <Rename entity={entity} desk={desk} />
            <Merge entity={entity} desk={desk} />
            <Split entity={entity} desk={desk} />
          </>
        )}
      </>
    ),
  };
}

function Facts({ entity }: { readonly entity: EntityDetail }) {
  const { id, name, machineName, mergedInto, merged, articleCount, statementCount } = entity;
  return (
    <p class="soft small">
      <bdi dir="ltr">{id}</bdi> · در {number(articleCount)} خبر · {number(statementCount)} گفته
      {name === machineName ? '' : ` · برنامه آن را «${machineName}» می‌خواند`}
      {merged.length === 0 ? '' : ` · با این‌ها یکی شده است: ${merged.map((each) => each.name).join('، ')}`} ·{' '}
      {mergedInto === null ? (
        <a class="link" href={entityHref(id)}>
          صفحهٔ آن
        </a>
      ) : (
        <a class="link" href={deskHref(mergedInto)}>
          با نامی دیگر یکی شده است
        </a>
      )}
    </p>
  );
}

interface FormProps {
  readonly entity: EntityDetail;
  readonly desk: Desk;
}

function Rename({ entity, desk }: FormProps) {
  return (
    <section class="sec" aria-labelledby="rn">
      <h2 class="sec-h" id="rn">
        نام دیگر <small>در همهٔ صفحه‌ها؛ متن ناشران همان می‌ماند</small>
      </h2>
      <form class="form" method="post" action={`${deskHref(entity.id)}/rename`}>
        <Csrf csrf={desk.csrf} />
        <Field desk={desk} name="name" label="نام" value={entity.name} required max={NAME_MAX} />
        <ReasonField desk={desk} id="rename-note" />
        <div class="row">
          <button class="btn" type="submit">
            بخوان
          </button>
        </div>
      </form>
    </section>
  );
}

function Merge({ entity, desk }: FormProps) {
  return (
    <section class="sec" aria-labelledby="mg">
      <h2 class="sec-h" id="mg">
        یکی کردن <small>همهٔ گفته‌ها و تماس‌های این نام، و آنچه بعد بیاید، به نام دیگر می‌رود</small>
      </h2>
      <form class="form" method="post" action={`${deskHref(entity.id)}/merge`}>
        <Csrf csrf={desk.csrf} />
        <Field
          desk={desk}
          name="into"
          label="شناسه یا نشانی نام دیگر"
          required
          ltr
          max={300}
          hint="مانند per.lavrov؛ در فهرست نام‌ها زیر هر نام آمده است."
        />
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

function Split({ entity, desk }: FormProps) {
  return (
    <section class="sec" aria-labelledby="sp">
      <h2 class="sec-h" id="sp">
        جدا کردن <small>در این خبرها نام از آنِ کس دیگری است</small>
      </h2>
      <form class="form" method="post" action={`${deskHref(entity.id)}/split`}>
        <Csrf csrf={desk.csrf} />
        <Field desk={desk} name="other" label="نام آن دیگری" required max={NAME_MAX} />
        <Field
          desk={desk}
          name="articles"
          label="شمارهٔ خبرها"
          required
          ltr
          max={2000}
          hint="با فاصله از هم؛ از نشانی خبرها."
        />
        <ReasonField desk={desk} id="split-note" />
        <div class="row">
          <button class="btn btn--danger" type="submit">
            جدا کن
          </button>
        </div>
      </form>
    </section>
  );
}
