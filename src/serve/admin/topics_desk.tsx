/** Topics at the desk: another name, several spellings as one, hiding with a visible note. */
import type { Hono } from 'hono';
import { operateTopic, type TopicWish } from '../../store/desk_commands.js';
import { type DeskTopic, loadDeskTopic, loadDeskTopics } from '../../store/topic_acts.js';
import { topicHref } from '../addresses.js';
import { Fault, NOT_FOUND } from '../faults.js';
import { parseNumber, type SiteContext } from '../site_context.js';
import { number, shown } from '../words.js';
import { Csrf } from './csrf_field.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, FormFault, textOf } from './desk.js';
import { DeskSearch } from './desk_search.js';
import { Field } from './field.js';

const LISTED = 100;
const NAME_MAX = 120;
const NOTE_MAX = 300;

export function addTopicsDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/topics', page: topicsPage });
  addDeskPage(app, site, { path: '/admin/topics/:id', page: topicPage });
  addDeskAct(app, site, {
    path: '/admin/topics/:id/:act',
    page: topicPage,
    act: async (desk) => {
      const topicId = idOf(desk);
      const wish = await wishOf(desk, topicId);
      const isDone = await operateTopic(site.store, { topicId, wish, at: site.clock() });
      if (isDone) return `/admin/topics/${topicId}?done=${DONE[wish.kind]}`;
      throw new FormFault(
        'into',
        'این دو را نشد یکی کرد: موضوع مقصد باید پیدا و جدا باشد، و موضوعی که دیگران با آن یکی شده‌اند نمی‌تواند برود.',
      );
    },
  });
}

const DONE: Readonly<Record<TopicWish['kind'], string>> = {
  rename: 'renamed',
  merge: 'merged',
  hide: 'hidden',
  show: 'unhidden',
};

async function wishOf(desk: Desk, topicId: number): Promise<TopicWish> {
  const { form, context, site } = desk;
  switch (context.req.param('act')) {
    case 'rename': {
      const name = textOf(form, 'name');
      if (name.length > NAME_MAX) throw new FormFault('name', 'نام بلندتر از ۱۲۰ نویسه است؛ کوتاهش کنید.');
      return { kind: 'rename', name };
    }
    case 'merge': {
      const given = textOf(form, 'into');
      const intoId = parseNumber(/\/topic\/(\d+)/.exec(given)?.[1] ?? given);
      if (intoId === undefined || (await loadDeskTopic(site.store, intoId)) === undefined) {
        throw new FormFault(
          'into',
          `موضوعی با شمارهٔ «${given}» نیست؛ عددی را که در نشانی موضوع آمده بنویسید.`,
        );
      }
      if (intoId === topicId)
        throw new FormFault('into', 'این همان موضوع است؛ شمارهٔ موضوع دیگری را بنویسید.');
      return { kind: 'merge', intoId };
    }
    case 'hide': {
      const note = textOf(form, 'note');
      if (note === '') throw new FormFault('note', 'یادداشت خالی است؛ بنویسید چرا، خوانندگان آن را می‌بینند.');
      if (note.length > NOTE_MAX)
        throw new FormFault('note', 'یادداشت بلندتر از ۳۰۰ نویسه است؛ کوتاهش کنید.');
      return { kind: 'hide', note };
    }
    case 'show':
      return { kind: 'show' };
    default:
      throw new Fault(NOT_FOUND);
  }
}

function idOf({ context }: Pick<Desk, 'context'>): number {
  const id = parseNumber(context.req.param('id'));
  if (id === undefined) throw new Fault(NOT_FOUND);
  return id;
}

async function topicsPage(desk: Desk): Promise<DeskView> {
  const words = (desk.context.req.query('q') ?? '').trim().slice(0, 80);
  const topics = await loadDeskTopics(desk.site.store, { words, limit: LISTED });
  return {
    title: 'موضوع‌ها',
    place: 'topics',
    body: (
      <>
        <DeskSearch action="/admin/topics" label="بخشی از نام موضوع" words={words} />
        {topics.length === 0 ? (
          <p class="soft desk-empty">موضوعی نیست. صفحه‌های موضوعی رسانه‌ها پس از گردآمدن اینجا می‌آیند.</p>
        ) : (
          <ul class="rel">
            {topics.map((topic) => (
              <li>
                <a href={`/admin/topics/${topic.id}`}>{nameOf(topic)}</a>
                <span class="note">{factsOf(topic)}</span>
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  };
}

function nameOf({ givenName, printedName }: DeskTopic): string {
  const name = givenName ?? printedName;
  return name === '' ? 'موضوع بی‌نام' : shown(name);
}

function factsOf(topic: DeskTopic): string {
  const { id, outletName, itemCount, mergedIntoName, hiddenAt, givenName, printedName } = topic;
  const parts = [
    `موضوع ${number(id)}`,
    outletName === null ? undefined : shown(outletName),
    `${number(itemCount)} مطلب`,
    givenName === null ? undefined : `نام چاپی: ${shown(printedName)}`,
    mergedIntoName === null ? undefined : `یکی شده با «${shown(mergedIntoName)}»`,
    hiddenAt === null ? undefined : 'پنهان',
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

async function topicPage(desk: Desk): Promise<DeskView> {
  const topic = await loadDeskTopic(desk.site.store, idOf(desk));
  if (topic === undefined) throw new Fault(NOT_FOUND);
  const isApart = topic.mergedInto !== null || topic.hiddenAt !== null;
  return {
    title: nameOf(topic),
    place: 'topics',
    body: (
      <>
        <p class="soft small">
          {factsOf(topic)} ·{' '}
          <a class="link" href={topicHref(topic.id)}>
            صفحهٔ موضوع
          </a>
        </p>
        {isApart ? (
          <form class="desk-form" method="post" action={`/admin/topics/${topic.id}/show`}>
            <Csrf csrf={desk.csrf} />
            <button class="btn" type="submit">
              دوباره جدا نشان بده
            </button>
          </form>
        ) : (
          <TopicForms topic={topic} desk={desk} />
        )}
      </>
    ),
  };
}

function TopicForms({ topic, desk }: { readonly topic: DeskTopic; readonly desk: Desk }) {
  const action = `/admin/topics/${topic.id}`;
  return (
    <>
      <section class="sec" aria-labelledby="rn">
        <h2 class="sec-h" id="rn">
          نام دیگر <small>خالی: همان که رسانه چاپ کرده است</small>
        </h2>
        <form class="form" method="post" action={`${action}/rename`}>
          <Csrf csrf={desk.csrf} />
          <Field
            desk={desk}
            name="name"
            label="نام"
            value={topic.givenName ?? topic.printedName}
            max={NAME_MAX}
          />
          <div class="row">
            <button class="btn" type="submit">
              بخوان
            </button>
          </div>
        </form>
      </section>
      <section class="sec" aria-labelledby="mg">
        <h2 class="sec-h" id="mg">
          یکی کردن <small>دو نوشت از یک موضوع؛ مطلب‌های این به آن می‌پیوندد و نشانی‌اش به آن می‌رود</small>
        </h2>
        <form class="form" method="post" action={`${action}/merge`}>
          <Csrf csrf={desk.csrf} />
          <Field desk={desk} name="into" label="شماره یا نشانی موضوع دیگر" required ltr max={300} />
          <div class="row">
            <button class="btn btn--danger" type="submit">
              یکی کن
            </button>
          </div>
        </form>
      </section>
      <section class="sec" aria-labelledby="hd">
        <h2 class="sec-h" id="hd">
          پنهان کردن
        </h2>
        <form class="form" method="post" action={`${action}/hide`}>
          <Csrf csrf={desk.csrf} />
          <Field desk={desk} name="note" label="یادداشت برای خوانندگان" required max={NOTE_MAX} />
          <div class="row">
            <button class="btn btn--danger" type="submit">
              پنهان کن
            </button>
          </div>
        </form>
      </section>
    </>
  );
}
