/** Dossiers at the desk: open, change, close. */
import type { Hono } from 'hono';
import { changeDossier, type DossierWish, openDossier, shutDossier } from '../../store/dossier_commands.js';
import { type Dossier, listDossiers, loadDossier } from '../../store/dossiers.js';
import { dossierHref } from '../addresses.js';
import { parseMoment } from '../as_of.js';
import { Fault, NOT_FOUND } from '../faults.js';
import { say } from '../language.js';
import { Mixed } from '../pieces/foreign.js';
import { parseNumber, type SiteContext } from '../site_context.js';
import { number, tehranDay } from '../words.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, FormFault, textOf } from './desk.js';
import { Field } from './field.js';
import { FIELD_NOUNS, requiredText } from './form_faults.js';
import { DeskForm, Facts, Section } from './form_pieces.js';
import { readActors, writeActors } from './read_actors.js';

const NAME_MAX = 120;
const WORDS_MAX = 200;
const NOTE_MAX = 600;

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
  const name = requiredText(form, {
    name: 'name',
    noun: FIELD_NOUNS.name,
    max: NAME_MAX,
    empty: {
      fa: 'نام پرونده خالی است؛ نامی بنویسید که خوانندگان بفهمند.',
      en: 'The dossier has no name; write one that readers understand.',
    },
  });
  const actors = await readActors(desk, 'actors');
  const words = textOf(form, 'words').slice(0, WORDS_MAX);
  if (actors.length === 0 && words === '') {
    throw new FormFault('actors', {
      fa: 'نه نامی آمده و نه واژه‌ای؛ دست‌کم یکی را بنویسید تا پرونده چیزی برای نشان دادن داشته باشد.',
      en: 'There is neither a name nor a word; write one at least, so that the dossier has something to show.',
    });
  }
  const dayFrom = dayOf(desk, 'from');
  const dayTo = dayOf(desk, 'to');
  if (dayFrom !== undefined && dayTo !== undefined && dayFrom > dayTo) {
    throw new FormFault('to', {
      fa: 'روز پایان پیش از روز آغاز است؛ یکی را درست کنید.',
      en: 'The last day is before the first; correct one of them.',
    });
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

function dayOf({ form }: Desk, field: string): string | undefined {
  const text = textOf(form, field);
  if (text === '') return undefined;
  const moment = parseMoment(text);
  if (moment !== undefined) return tehranDay(moment);
  throw new FormFault(field, {
    fa: `روز «${text}» خوانا نیست؛ آن را چون ۱۴۰۴/۰۹/۲۴ یا \u20662025-12-15\u2069 بنویسید.`,
    en: `The day “${text}” cannot be read; write it like 2025-12-15 or 1404/09/24.`,
  });
}

async function dossiersPage(desk: Desk): Promise<DeskView> {
  const dossiers = await listDossiers(desk.site.store);
  return {
    title: say('پرونده‌ها', 'Dossiers'),
    place: 'dossiers',
    count: say(`${number(dossiers.length)} باز`, `${number(dossiers.length)} open`),
    body: (
      <>
        {dossiers.length === 0 ? (
          <p class="soft desk-empty">
            {say(
              'هنوز پرونده‌ای باز نیست. پرونده مجموعه‌ای از نام‌ها، واژه‌ها و روزهاست با نشانی، خوراک و خروجی خودش.',
              'No dossier is open yet. A dossier is a set of names, words and days with its own address, feeds and exports.',
            )}
          </p>
        ) : (
          <ul class="rel">
            {dossiers.map(({ id, name, note }) => (
              <li>
                <a href={`/admin/dossiers/${id}`}>
                  <Mixed text={name} />
                </a>
                <span class="note">
                  <Facts of={[numberWords(id), note === null ? undefined : <Mixed text={note} />]} />
                </span>
              </li>
            ))}
          </ul>
        )}
        <Section id="new" title={say('پروندهٔ تازه', 'New dossier')}>
          <DossierForm action="/admin/dossiers" dossier={undefined} desk={desk} />
        </Section>
      </>
    ),
  };
}

function numberWords(id: number): string {
  return say(`پروندهٔ ${number(id)}`, `dossier ${number(id)}`);
}

async function dossierPage(desk: Desk): Promise<DeskView> {
  const dossier = await loadDossier(desk.site.store, idOf(desk));
  if (dossier === undefined) throw new Fault(NOT_FOUND);
  const { id, name } = dossier;
  const actors = await writeActors(desk, dossier.actors);
  const action = `/admin/dossiers/${id}`;
  return {
    title: name,
    heading: <Mixed text={name} />,
    place: 'dossiers',
    body: (
      <>
        <p class="soft small">
          {numberWords(id)} ·{' '}
          <a class="link" href={dossierHref(id)}>
            {say('صفحهٔ پرونده', 'page of the dossier')}
          </a>
        </p>
        <div class="desk-form">
          <DossierForm action={action} dossier={dossier} actors={actors} desk={desk} />
        </div>
        <Section
          id="cl"
          title={say('بستن', 'Close')}
          note={say(
            'صفحه‌اش دیگر دیده نمی‌شود؛ واگرداندنی است',
            'its page is no longer seen; this can be undone',
          )}
        >
          <DeskForm
            desk={desk}
            action={`${action}/close`}
            text={say('پرونده را ببند', 'Close the dossier')}
            look="danger"
          />
        </Section>
      </>
    ),
  };
}

interface FormProps {
  readonly action: string;
  readonly dossier: Dossier | undefined;
  /** Its names as they are written into the field. */
  readonly actors?: string;
  readonly desk: Desk;
}

function DossierForm({ action, dossier, actors, desk }: FormProps) {
  return (
    <DeskForm
      desk={desk}
      action={action}
      text={dossier === undefined ? say('باز کن', 'Open') : say('ذخیره', 'Save')}
      look="main"
    >
      <Field
        desk={desk}
        name="name"
        label={say('نام پرونده', 'Name of the dossier')}
        value={dossier?.name}
        required
        max={NAME_MAX}
      />
      <Field
        desk={desk}
        name="actors"
        label={say('دربارهٔ کدام نام‌ها', 'About which names')}
        value={actors}
        max={2000}
        pick="names"
        hint={say(
          'با ویرگول از هم جدا کنید؛ با نوشتن چند حرف، نام‌های دفتر پیشنهاد می‌شود. شناسه (per.lavrov) و نشانی صفحهٔ نام هم پذیرفته است. با چند نام، تنها تماس‌های میان آنها می‌آید.',
          'With commas between them; a few letters bring offers from the ledger. An id (per.lavrov) or the address of a name’s page will do too. With several names only contacts among them are shown.',
        )}
      />
      <Field
        desk={desk}
        name="words"
        label={say('با کدام واژه‌ها', 'With which words')}
        value={dossier?.words ?? undefined}
        max={WORDS_MAX}
        hint={say('خبرهایی که این واژه‌ها را دارند.', 'Stories that have these words.')}
      />
      <div class="desk-pair">
        <Field
          desk={desk}
          name="from"
          label={say('از روز', 'From the day')}
          value={dossier?.dayFrom ?? undefined}
          max={20}
          ltr
          hint={say(
            'مانند ۱۴۰۴/۰۹/۲۴ یا \u20662025-12-15\u2069؛ خالی: از آغاز',
            'Like 2025-12-15 or 1404/09/24; empty: from the beginning',
          )}
        />
        <Field
          desk={desk}
          name="to"
          label={say('تا روز', 'To the day')}
          value={dossier?.dayTo ?? undefined}
          max={20}
          ltr
          hint={say('خالی: تا امروز و پس از آن', 'Empty: up to now and on')}
        />
      </div>
      <Field
        desk={desk}
        name="note"
        label={say('یادداشت برای خوانندگان', 'Note for readers')}
        value={dossier?.note ?? undefined}
        max={NOTE_MAX}
        rows="few"
      />
    </DeskForm>
  );
}
