/** Hides an article or an outlet at a publisher's request, with a note that readers see at its address. */
import type { Hono } from 'hono';
import { type HiddenTarget, hide, unhide } from '../../store/desk_commands.js';
import { type HiddenNoun, loadHidden } from '../../store/site_desk.js';
import { articleHref, outletHref } from '../addresses.js';
import { Ago } from '../pieces/times.js';
import { parseNumber, type SiteContext } from '../site_context.js';
import { shown } from '../words.js';
import { Csrf } from './csrf_field.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, type Form, FormFault, textOf } from './desk.js';
import { Choice, Field } from './field.js';

const NOTE_MAX = 300;

export function addHidingDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/hidden', page: hiddenPage });
  addDeskAct(app, site, {
    path: '/admin/hide',
    page: hiddenPage,
    act: async ({ form }) => {
      const target = targetOf(form);
      const note = textOf(form, 'note');
      if (note === '') {
        throw new FormFault('note', 'یادداشت خالی است؛ بنویسید چرا پنهان می‌شود، خوانندگان آن را می‌بینند.');
      }
      if (note.length > NOTE_MAX)
        throw new FormFault('note', 'یادداشت بلندتر از ۳۰۰ نویسه است؛ کوتاهش کنید.');
      if (await hide(site.store, { ...target, note, at: site.clock() })) return '/admin/hidden?done=hidden';
      throw new FormFault(
        'id',
        `${target.kind === 'article' ? 'خبری' : 'رسانه‌ای'} با شناسهٔ «${target.id}» نیست، یا پیش از این پنهان شده است؛ شناسه را از نشانی صفحه‌اش بردارید.`,
      );
    },
  });
  addDeskAct(app, site, {
    path: '/admin/unhide',
    page: hiddenPage,
    act: async ({ form }) => {
      const isDone = await unhide(site.store, { ...targetOf(form), at: site.clock() });
      return `/admin/hidden?done=${isDone ? 'unhidden' : 'missing'}`;
    },
  });
}

/** Accepts what people have at hand: a number, an id, or the whole address of the page. */
function targetOf(form: Form): HiddenTarget {
  const given = textOf(form, 'id');
  const [, noun, rest] = /\/(article|outlet)\/([^/?#\s]+)/.exec(given) ?? [];
  const kind = noun ?? textOf(form, 'kind');
  const id = rest === undefined ? given : decodeURIComponent(rest);
  if (kind === 'outlet' && /^[^\s/]{1,200}$/.test(id)) return { kind, id };
  if (kind === 'article' && parseNumber(id) !== undefined) return { kind, id };
  throw new FormFault(
    'id',
    kind === 'article'
      ? `«${given}» شمارهٔ خبر نیست؛ عددی را که در نشانی خبر پس از /article/ آمده بنویسید.`
      : `«${given}» شناسهٔ رسانه نیست؛ آنچه را در نشانی رسانه پس از /outlet/ آمده بنویسید.`,
  );
}

async function hiddenPage(desk: Desk): Promise<DeskView> {
  const hidden = await loadHidden(desk.site.store);
  const { req } = desk.context;
  return {
    title: 'پنهان‌شده‌ها',
    place: 'hidden',
    body: (
      <>
        <p class="soft small">
          به درخواست ناشر. خبر یا رسانه از فهرست‌ها و جست‌وجو بیرون می‌رود؛ در نشانی‌اش یادداشت شما می‌ماند.
        </p>
        <form class="form desk-form" method="post" action="/admin/hide">
          <Csrf csrf={desk.csrf} />
          <Choice
            desk={desk}
            name="kind"
            label="چه چیزی"
            value={req.query('kind') ?? 'article'}
            options={[
              ['article', 'خبر'],
              ['outlet', 'رسانه'],
            ]}
          />
          <Field
            desk={desk}
            name="id"
            label="شمارهٔ خبر، شناسهٔ رسانه، یا نشانی صفحه"
            value={req.query('id')}
            required
            ltr
            max={500}
          />
          <Field desk={desk} name="note" label="یادداشت برای خوانندگان" required max={NOTE_MAX} />
          <div class="row">
            <button class="btn btn--danger" type="submit">
              پنهان کن
            </button>
          </div>
        </form>
        <HiddenList hidden={hidden} desk={desk} />
      </>
    ),
  };
}

function HiddenList({ hidden, desk }: { readonly hidden: readonly HiddenNoun[]; readonly desk: Desk }) {
  if (hidden.length === 0) return <p class="soft desk-empty">چیزی پنهان نیست.</p>;
  return (
    <ul class="rel rel--one">
      {hidden.map((noun) => (
        <li>
          <a href={noun.kind === 'article' ? articleHref(Number(noun.id)) : outletHref(noun.id)}>
            {noun.name === null ? noun.id : shown(noun.name)}
          </a>
          <span class="note">
            {noun.note} · <Ago iso={noun.hiddenAt} now={desk.frame.now} />
          </span>
          <form method="post" action="/admin/unhide">
            <Csrf csrf={desk.csrf} />
            <input type="hidden" name="kind" value={noun.kind} />
            <input type="hidden" name="id" value={noun.id} />
            <button class="btn btn--s" type="submit">
              دوباره نشان بده
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
