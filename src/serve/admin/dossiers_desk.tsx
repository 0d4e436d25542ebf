/** Dossiers at the desk: open, change, close. */
import type { Hono } from 'hono';
import { changeDossier, type DossierWish, openDossier, shutDossier } from '../../store/desk_commands.js';
import { type Dossier, listDossiers, loadDossier } from '../../store/dossiers.js';
import { loadEntityLine } from '../../store/site_entities.js';
import { dossierHref } from '../addresses.js';
import { parseMoment } from '../as_of.js';
import { Fault, NOT_FOUND } from '../faults.js';
import { parseNumber, type SiteContext } from '../site_context.js';
import { number, tehranDay } from '../words.js';
import { Csrf } from './csrf_field.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, FormFault, textOf } from './desk.js';
import { Field } from './field.js';

const NAME_MAX = 120;
const WORDS_MAX = 200;
const NOTE_MAX = 600;
const ACTORS_MAX = 30;

export function addDossiersDesk(app: Hono, site: SiteContext): void {
  const { store } = site;
  addDeskPage(app, site, { path: '/admin/dossiers', page: dossiersPage });
  addDeskAct(app, site, {
    path: '/admin/dossiers',
    page: dossiersPage,
    act: async (desk) => {
      const id = await openDossier(store, await wishOf(desk), site.clock());
      return `/admin/dossiers/${id}?done=opened`;
    },
  });
  addDeskPage(app, site, { path: '/admin/dossiers/:id', page: dossierPage });
  addDeskAct(app, site, {
    path: '/admin/dossiers/:id',
    page: dossierPage,
    act: async (desk) => {
      const id = idOf(desk);
      const isDone = await changeDossier(store, id, { ...(await wishOf(desk)), at: site.clock() });
      return isDone ? `/admin/dossiers/${id}?done=changed` : '/admin/dossiers?done=missing';
    },
  });
  addDeskAct(app, site, {
    path: '/admin/dossiers/:id/close',
    page: dossierPage,
    act: async (desk) => {
      const isDone = await shutDossier(store, idOf(desk), site.clock());
      return `/admin/dossiers?done=${isDone ? 'closed' : 'missing'}`;
    },
  });
}

function idOf({ context }: Pick<Desk, 'context'>): number {
  const id = parseNumber(context.req.param('id'));
  if (id === undefined) throw new Fault(NOT_FOUND);
  return id;
}

/** What was sent, checked field by field. */
async function wishOf(desk: Desk): Promise<DossierWish> {
  const { form } = desk;
  const name = textOf(form, 'name');
  if (name === '') throw new FormFault('name', 'نام پرونده خالی است؛ نامی بنویسید که خوانندگان بفهمند.');
  if (name.length > NAME_MAX) throw new FormFault('name', 'نام بلندتر از ۱۲۰ نویسه است؛ کوتاهش کنید.');
  const actors = await actorsOf(desk);
  const words = textOf(form, 'words').slice(0, WORDS_MAX);
  if (actors.length === 0 && words === '') {
    throw new FormFault(
      'actors',
      'نه نامی آمده و نه واژه‌ای؛ دست‌کم یکی را بنویسید تا پرونده چیزی برای نشان دادن داشته باشد.',
    );
  }
  const dayFrom = dayOf(desk, 'from');
  const dayTo = dayOf(desk, 'to');
  if (dayFrom !== undefined && dayTo !== undefined && dayFrom > dayTo) {
    throw new FormFault('to', 'روز پایان پیش از روز آغاز است؛ یکی را درست کنید.');
  }
  const note = textOf(form, 'note').slice(0, NOTE_MAX);
  return {
    ...{ name, actors },
    ...(words !== '' && { words }),
    ...(dayFrom !== undefined && { dayFrom }),
    ...(dayTo !== undefined && { dayTo }),
    ...(note !== '' && { note }),
  };
}

async function actorsOf({ form, site }: Desk): Promise<readonly string[]> {
  const given = textOf(form, 'actors')
    .split(/[\s,،]+/)
    .filter(Boolean);
  if (given.length > ACTORS_MAX) throw new FormFault('actors', 'بیش از ۳۰ نام آمده است؛ شماری را بردارید.');
  const ids: string[] = [];
  for (const each of given) {
    const id = decodeURIComponent(/\/entity\/([^/?#\s]+)/.exec(each)?.[1] ?? each);
    if ((await loadEntityLine(site.store, id)) === undefined) {
      throw new FormFault('actors', `نامی با شناسهٔ «${id}» نیست؛ شناسه‌ها در میز، زیر هر نام آمده است.`);
    }
    ids.push(id);
  }
  return [...new Set(ids)];
}

function dayOf({ form }: Desk, field: string): string | undefined {
  const text = textOf(form, field);
  if (text === '') return undefined;
  const moment = parseMoment(text);
  if (moment !== undefined) return tehranDay(moment);
  throw new FormFault(field, `روز «${text}» خوانا نیست؛ آن را چون ۱۴۰۴/۰۹/۲۴ یا 2025-12-15 بنویسید.`);
}

async function dossiersPage(desk: Desk): Promise<DeskView> {
  const dossiers = await listDossiers(desk.site.store);
  return {
    title: 'پرونده‌ها',
    place: 'dossiers',
    count: `${number(dossiers.length)} باز`,
    body: (
      <>
        {dossiers.length === 0 ? (
          <p class="soft desk-empty">
            هنوز پرونده‌ای باز نیست. پرونده مجموعه‌ای از نام‌ها، واژه‌ها و روزهاست با نشانی، خوراک و خروجی خودش.
          </p>
        ) : (
          <ul class="rel">
            {dossiers.map(({ id, name, note }) => (
              <li>
                <a href={`/admin/dossiers/${id}`}>{name}</a>
                <span class="note">
                  پروندهٔ {number(id)}
                  {note === null ? '' : ` · ${note}`}
                </span>
              </li>
            ))}
          </ul>
        )}
        <section class="sec" aria-labelledby="new">
          <h2 class="sec-h" id="new">
            پروندهٔ تازه
          </h2>
          <DossierForm action="/admin/dossiers" dossier={undefined} desk={desk} />
        </section>
      </>
    ),
  };
}

async function dossierPage(desk: Desk): Promise<DeskView> {
  const dossier = await loadDossier(desk.site.store, idOf(desk));
  if (dossier === undefined) throw new Fault(NOT_FOUND);
  const action = `/admin/dossiers/${dossier.id}`;
  return {
    title: dossier.name,
    place: 'dossiers',
    body: (
      <>
        <p class="soft small">
          پروندهٔ {number(dossier.id)} ·{' '}
          <a class="link" href={dossierHref(dossier.id)}>
            صفحهٔ پرونده
          </a>
        </p>
        <div class="desk-form">
          <DossierForm action={action} dossier={dossier} desk={desk} />
        </div>
        <section class="sec" aria-labelledby="cl">
          <h2 class="sec-h" id="cl">
            بستن <small>صفحه‌اش دیگر دیده نمی‌شود؛ واگرداندنی است</small>
          </h2>
          <form method="post" action={`${action}/close`}>
            <Csrf csrf={desk.csrf} />
            <button class="btn btn--danger" type="submit">
              پرونده را ببند
            </button>
          </form>
        </section>
      </>
    ),
  };
}

interface FormProps {
  readonly action: string;
  readonly dossier: Dossier | undefined;
  readonly desk: Desk;
}

function DossierForm({ action, dossier, desk }: FormProps) {
  return (
    <form class="form" method="post" action={action}>
      <Csrf csrf={desk.csrf} />
      <Field desk={desk} name="name" label="نام" value={dossier?.name} required max={NAME_MAX} />
      <Field
        desk={desk}
        name="actors"
        label="شناسهٔ نام‌ها"
        value={dossier?.actors.join(' ')}
        ltr
        max={2000}
        hint="با فاصله از هم، مانند per.lavrov country.us (پایان نشانی صفحهٔ هر نام)؛ با چند نام، تنها تماس‌های میان آنها می‌آید."
      />
      <Field
        desk={desk}
        name="words"
        label="واژه‌ها"
        value={dossier?.words ?? undefined}
        max={WORDS_MAX}
        hint="خبرهایی که این واژه‌ها را دارند."
      />
      <div class="desk-pair">
        <Field desk={desk} name="from" label="از روز" value={dossier?.dayFrom ?? undefined} max={20} ltr />
        <Field desk={desk} name="to" label="تا روز" value={dossier?.dayTo ?? undefined} max={20} ltr />
      </div>
      <Field
        desk={desk}
        name="note"
        label="دربارهٔ چیست"
        value={dossier?.note ?? undefined}
        max={NOTE_MAX}
        rows
      />
      <div class="row">
        <button class="btn btn--main" type="submit">
          {dossier === undefined ? 'باز کن' : 'ذخیره'}
        </button>
      </div>
    </form>
  );
}
