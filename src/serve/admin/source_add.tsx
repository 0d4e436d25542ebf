/** Adding and removing sources at the desk. */
import type { Hono } from 'hono';
import type { SourceKind } from '../../model/outlet.js';
import { noteSourceAct } from '../../store/desk_commands.js';
import type { SourceActs } from '../desk_acts.js';
import { say } from '../language.js';
import { KIND_WORDS } from '../pages/sources.js';
import type { SiteContext } from '../site_context.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, FormFault, textOf } from './desk.js';
import { Choice, Field } from './field.js';
import { DeskForm, Section } from './form_pieces.js';

const NAME_MAX = 120;

const KINDS = Object.keys(KIND_WORDS) as readonly SourceKind[];

export function addSourceFormsDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/sources/add', page: addPage });
  addDeskAct(app, site, { path: '/admin/sources/add', page: addPage, act: add });
  addDeskAct(app, site, { path: '/admin/sources/remove', page: addPage, act: remove });
}

/** What the registry's keeper does. Throws a `FormFault` on a site whose sources are given. */
export function sourceActsOf({ acts }: SiteContext): SourceActs {
  if (acts?.sources !== undefined) return acts.sources;
  throw new FormFault('url', {
    fa: 'منبع‌های این پایگاه از پیش نهاده شده‌اند و اینجا تغییر نمی‌کنند.',
    en: 'The sources of this site are given and do not change here.',
  });
}

async function add({ site, form }: Desk): Promise<string> {
  const url = textOf(form, 'url');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new FormFault('url', {
      fa: `«${url}» نشانی کامل وب نیست؛ آن را با https:// آغاز کنید.`,
      en: `“${url}” is no whole web address; begin it with https://.`,
    });
  }
  const kind = KINDS.find((each) => each === textOf(form, 'kind'));
  const unchecked = textOf(form, 'unchecked') !== '';
  if (unchecked && kind === undefined) {
    throw new FormFault('kind', {
      fa: 'برای افزودن بدون آزمون بگویید این نشانی چیست: خوراک، نقشهٔ سایت، …',
      en: 'To add it without a check, say what this address is: a feed, a sitemap, …',
    });
  }
  const outletName = textOf(form, 'outletName') || undefined;
  const outcome = await sourceActsOf(site).add({ url, kind, outletName, unchecked });
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
    const words = {
      fa: 'رسانه‌ای با این دامنه نمی‌شناسیم؛ نام رسانه را هم بنویسید.',
      en: 'No outlet with this domain is known; write the name of the outlet too.',
    };
    return new FormFault('outletName', words, why);
  }
  if (why.includes('it is known as')) {
    const words = {
      fa: 'این نشانی را پیش از این داریم؛ در فهرست منبع‌ها بجوییدش.',
      en: 'This address is a source already; find it in the list of sources.',
    };
    return new FormFault('url', words, why);
  }
  const words = {
    fa: 'از این نشانی نشد خبر گرفت؛ علت به انگلیسی در بالا آمده است. آن را در مرورگر بیازمایید، یا «بدون آزمون» را نشان بزنید.',
    en: 'Nothing could be collected from this address; the cause stands above. Try it in a browser, or tick “without a check”.',
  };
  return new FormFault('url', words, why);
}

async function remove({ site, form }: Desk): Promise<string> {
  const id = textOf(form, 'id');
  const outcome = await sourceActsOf(site).remove(id);
  if (outcome.kind === 'refused') {
    const words = {
      fa: `«${id}» را نشد برداشت: تنها منبعی که خودتان افزوده‌اید برداشته می‌شود؛ دیگران را در فهرست منبع‌ها خاموش کنید.`,
      en: `“${id}” could not be removed: only sources that you added yourself can be; switch others off in the list of sources.`,
    };
    throw new FormFault('id', words, outcome.why);
  }
  await noteSourceAct(site.store, { kind: 'source.remove', subject: id, at: site.clock() });
  return '/admin/sources?done=removed';
}

function addPage(desk: Desk): DeskView {
  return {
    title: say('افزودن و برداشتن منبع', 'Add and remove sources'),
    place: 'sources',
    body: (
      <>
        <AddForm desk={desk} />
        <Section
          id="rm"
          title={say('برداشتن', 'Remove')}
          note={say('آنچه آورده است می‌ماند', 'what it brought stays')}
        >
          <DeskForm desk={desk} action="/admin/sources/remove" text={say('بردار', 'Remove')} look="danger">
            <Field
              desk={desk}
              name="id"
              label={say('شناسهٔ منبع', 'Id of the source')}
              value={desk.context.req.query('id')}
              required
              ltr
              max={200}
            />
          </DeskForm>
        </Section>
      </>
    ),
  };
}

function AddForm({ desk }: { readonly desk: Desk }) {
  const kinds = KINDS.map((kind) => [kind, say(KIND_WORDS[kind])] as const);
  return (
    <DeskForm desk={desk} action="/admin/sources/add" text={say('افزودن', 'Add')} look="main" apart>
      <Field
        desk={desk}
        name="url"
        label={say('نشانی', 'Address')}
        required
        ltr
        max={2000}
        hint={say(
          'خوراک RSS یا Atom، نقشهٔ سایت، صفحهٔ فهرست، یا کانال تلگرام به شکل https://t.me/s/…؛ یک بار پرسیده و آزموده می‌شود.',
          'A feed (RSS or Atom), a sitemap, a page with a list, or a Telegram channel like https://t.me/s/…; it is asked once and checked.',
        )}
      />
      <Choice
        desk={desk}
        name="kind"
        label={say('چیست', 'What it is')}
        value=""
        options={[['', say('خودش پیدا کند', 'find out')], ...kinds]}
      />
      <Field
        desk={desk}
        name="outletName"
        label={say('نام رسانه، اگر تازه است', 'Name of the outlet, if it is new')}
        max={NAME_MAX}
        hint={say(
          'رسانه‌ای که دامنه‌اش را می‌شناسیم نام نمی‌خواهد. نام رسانهٔ تازه پس از راه‌اندازی دوبارهٔ برنامه کنار گزارش‌هایش می‌آید.',
          'An outlet whose domain is known needs no name. The name of a new one stands beside its reports after the program is started again.',
        )}
      />
      <label class="chk">
        <input type="checkbox" name="unchecked" value="1" checked={textOf(desk.form, 'unchecked') !== ''} />
        {say(
          'بدون آزمون بیفزا (وقتی که رسانه اکنون پاسخ نمی‌دهد)',
          'Add without a check (when the outlet does not answer now)',
        )}
      </label>
    </DeskForm>
  );
}
