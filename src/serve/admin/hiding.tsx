/** Hides an article or an outlet at a publisher's request, with a note that readers see at its address. */
import type { Hono } from 'hono';
import { type HiddenTarget, hide, loadHideableName, unhide } from '../../store/desk_commands.js';
import { type HiddenNoun, loadHidden } from '../../store/site_desk.js';
import { articleHref, outletHref } from '../addresses.js';
import { say } from '../language.js';
import { Mixed } from '../pieces/foreign.js';
import { Ago } from '../pieces/times.js';
import { parseNumber, type SiteContext } from '../site_context.js';
import { shown } from '../words.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, type Form, FormFault, textOf } from './desk.js';
import { Choice, Field } from './field.js';
import { ActButton, DeskForm, Facts, Quoted } from './form_pieces.js';
import { givenId } from './given_id.js';
import { HidingNoteField, hidingNote } from './hiding_note.js';

export function addHidingDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/hidden', page: hiddenPage });
  addDeskAct(app, site, {
    path: '/admin/hide',
    page: hiddenPage,
    act: async ({ form }) => {
      const target = targetOf(form);
      const note = hidingNote(form);
      if (await hide(site.store, { ...target, note, at: site.clock() })) return '/admin/hidden?done=hidden';
      const [fa, en] = target.kind === 'article' ? ['گزارشی', 'report'] : ['رسانه‌ای', 'outlet'];
      throw new FormFault('id', {
        fa: `${fa} با شناسهٔ «${target.id}» نیست، یا پیش از این پنهان شده است؛ شناسه را از نشانی صفحه‌اش بردارید.`,
        en: `There is no ${en} with the id “${target.id}”, or it is hidden already; take the id from the address of its page.`,
      });
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
  const [, noun, number] = /\/(article|outlet)\/(\d*)/.exec(given) ?? [];
  const kind = noun ?? textOf(form, 'kind');
  const id = noun === 'article' ? (number ?? '') : givenId(given, 'outlet');
  if (kind === 'outlet' && /^[^\s/]{1,200}$/.test(id)) return { kind, id };
  if (kind === 'article' && parseNumber(id) !== undefined) return { kind, id };
  throw new FormFault(
    'id',
    kind === 'article'
      ? {
          fa: `«${given}» شمارهٔ گزارش نیست؛ عددی را که در نشانی گزارش پس از /article/ آمده بنویسید.`,
          en: `“${given}” is no number of a report; write the one after /article/ in its address.`,
        }
      : {
          fa: `«${given}» شناسهٔ رسانه نیست؛ آنچه را در نشانی رسانه پس از /outlet/ آمده بنویسید.`,
          en: `“${given}” is no id of an outlet; write what stands after /outlet/ in its address.`,
        },
  );
}

/** What the page that led here wishes to hide. */
function wishedTarget({ kind, id = '' }: Readonly<Record<string, string>>): HiddenTarget | undefined {
  if (kind === 'outlet' && id !== '') return { kind, id };
  return kind === 'article' && parseNumber(id) !== undefined ? { kind, id } : undefined;
}

async function hiddenPage(desk: Desk): Promise<DeskView> {
  const { req } = desk.context;
  const wished = wishedTarget(req.query());
  const [hidden, name] = await Promise.all([
    loadHidden(desk.site.store),
    wished === undefined ? undefined : loadHideableName(desk.site.store, wished),
  ]);
  return {
    title: say('پنهان‌شده‌ها', 'Hidden'),
    place: 'hidden',
    body: (
      <>
        <p class="soft small">
          {say(
            'به درخواست ناشر. گزارش یا رسانه از فهرست‌ها و جست‌وجو بیرون می‌رود؛ در نشانی‌اش یادداشت شما می‌ماند.',
            'At a publisher’s request. The report or outlet leaves lists and search; your note stays at its address.',
          )}
        </p>
        <DeskForm desk={desk} action="/admin/hide" text={say('پنهان کن', 'Hide')} look="danger" apart>
          <Choice
            desk={desk}
            name="kind"
            label={say('چه چیزی', 'What')}
            value={req.query('kind') ?? 'article'}
            options={[
              ['article', say('گزارش', 'Report')],
              ['outlet', say('رسانه', 'Outlet')],
            ]}
          />
          <Field
            desk={desk}
            name="id"
            label={say(
              'شمارهٔ گزارش، شناسهٔ رسانه، یا نشانی صفحه',
              'Number of the report, id of the outlet, or the address of the page',
            )}
            value={req.query('id')}
            required
            ltr
            max={500}
            {...(name !== undefined && { hint: <Quoted text={shown(name)} /> })}
          />
          <HidingNoteField desk={desk} />
        </DeskForm>
        <HiddenList hidden={hidden} desk={desk} />
      </>
    ),
  };
}

function HiddenList({ hidden, desk }: { readonly hidden: readonly HiddenNoun[]; readonly desk: Desk }) {
  if (hidden.length === 0) {
    return <p class="soft desk-empty">{say('چیزی پنهان نیست.', 'Nothing is hidden.')}</p>;
  }
  return (
    <ul class="rel rel--one">
      {hidden.map(({ kind, id, name, note, hiddenAt }) => (
        <li>
          <a href={kind === 'article' ? articleHref(Number(id)) : outletHref(id)}>
            <Mixed text={name === null ? id : shown(name)} />
          </a>
          <span class="note">
            <Facts
              of={[
                kind === 'article' ? say('گزارش', 'report') : say('رسانه', 'outlet'),
                note === null ? undefined : <Mixed text={note} />,
                <Ago iso={hiddenAt} now={desk.frame.now} />,
              ]}
            />
          </span>
          <ActButton
            desk={desk}
            action="/admin/unhide"
            name="id"
            value={id}
            hidden={{ kind }}
            text={say('دوباره نشان بده', 'Show again')}
          />
        </li>
      ))}
    </ul>
  );
}
