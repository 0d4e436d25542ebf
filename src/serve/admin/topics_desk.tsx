/** Topics at the desk: another name, several spellings as one, hiding with a visible note. */
import type { Hono } from 'hono';
import { type DeskTopic, loadDeskTopic, loadDeskTopics } from '../../store/topic_acts.js';
import { operateTopic, type TopicWish } from '../../store/topic_commands.js';
import { topicHref } from '../addresses.js';
import { Fault, NOT_FOUND } from '../faults.js';
import { say } from '../language.js';
import { NOUNS } from '../nouns.js';
import { Mixed } from '../pieces/foreign.js';
import { Name } from '../pieces/name.js';
import { parseNumber, type SiteContext } from '../site_context.js';
import { counted, number, shown } from '../words.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, FormFault, textOf } from './desk.js';
import { DeskSearch } from './desk_search.js';
import { Field } from './field.js';
import { FIELD_NOUNS, tooLong } from './form_faults.js';
import { DeskForm, Facts, Quoted, Section } from './form_pieces.js';
import { HidingNoteField, hidingNote } from './hiding_note.js';

const LISTED = 100;
const NAME_MAX = 120;

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
      throw new FormFault('into', {
        fa: 'این دو را نشد یکی کرد: موضوع مقصد باید پیدا و جدا باشد، و موضوعی که دیگران با آن یکی شده‌اند نمی‌تواند برود.',
        en: 'These two could not be merged: the target must be visible and stand by itself, and a topic that others were merged into cannot go.',
      });
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
      if (name.length > NAME_MAX) throw tooLong('name', FIELD_NOUNS.name, NAME_MAX);
      return { kind: 'rename', name };
    }
    case 'merge': {
      const given = textOf(form, 'into');
      const intoId = parseNumber(/\/topic\/(\d+)/.exec(given)?.[1] ?? given);
      if (intoId === undefined || (await loadDeskTopic(site.store, intoId)) === undefined) {
        throw new FormFault('into', {
          fa: `موضوعی با شمارهٔ «${given}» نیست؛ عددی را که در نشانی موضوع آمده بنویسید.`,
          en: `There is no topic with the number “${given}”; write the one in the topic’s address.`,
        });
      }
      if (intoId === topicId) {
        throw new FormFault('into', {
          fa: 'این همان موضوع است؛ شمارهٔ موضوع دیگری را بنویسید.',
          en: 'This is the same topic; write the number of another.',
        });
      }
      return { kind: 'merge', intoId };
    }
    case 'hide':
      return { kind: 'hide', note: hidingNote(form) };
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
    title: say('موضوع‌ها', 'Topics'),
    place: 'topics',
    body: (
      <>
        <DeskSearch
          action="/admin/topics"
          label={say('بخشی از نام موضوع', 'Part of a topic’s name')}
          words={words}
        />
        {topics.length === 0 ? (
          <p class="soft desk-empty">{say(...noTopic(words))}</p>
        ) : (
          <ul class="rel">
            {topics.map((topic) => (
              <li>
                <a href={`/admin/topics/${topic.id}`}>
                  <Mixed text={nameOf(topic)} />
                </a>
                <span class="note">
                  <Facts of={factsOf(topic)} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  };
}

function noTopic(words: string): [fa: string, en: string] {
  return words === ''
    ? [
        'موضوعی نیست. صفحه‌های موضوعی رسانه‌ها پس از گردآمدن اینجا می‌آیند.',
        'There is no topic yet. Topic pages of outlets come here once they are collected.',
      ]
    : [
        'موضوعی با این نام نیست؛ بخش کوتاه‌تری بنویسید.',
        'No topic has this name; write a shorter part of it.',
      ];
}

function nameOf({ givenName, printedName }: DeskTopic): string {
  const name = givenName ?? printedName;
  return name === '' ? say('موضوع بی‌نام', 'Topic without a name') : shown(name);
}

function factsOf(topic: DeskTopic) {
  const { id, outletName, itemCount, mergedIntoName, hiddenAt, givenName, printedName } = topic;
  return [
    say(`موضوع ${number(id)}`, `topic ${number(id)}`),
    outletName === null ? undefined : <Name of={outletName} />,
    counted(itemCount, NOUNS.article),
    givenName === null ? undefined : (
      <>
        {say('نام چاپی:', 'printed name:')} <Mixed text={shown(printedName)} />
      </>
    ),
    mergedIntoName === null ? undefined : (
      <>
        {say('یکی شده با', 'merged into')} <Quoted text={shown(mergedIntoName)} />
      </>
    ),
    hiddenAt === null ? undefined : say('پنهان', 'hidden'),
  ];
}

async function topicPage(desk: Desk): Promise<DeskView> {
  const topic = await loadDeskTopic(desk.site.store, idOf(desk));
  if (topic === undefined) throw new Fault(NOT_FOUND);
  const isApart = topic.mergedInto !== null || topic.hiddenAt !== null;
  return {
    title: nameOf(topic),
    heading: <Mixed text={nameOf(topic)} />,
    place: 'topics',
    body: (
      <>
        <p class="soft small">
          <Facts
            of={[
              ...factsOf(topic),
              <a class="link" href={topicHref(topic.id)}>
                {say('صفحهٔ موضوع', 'page of the topic')}
              </a>,
            ]}
          />
        </p>
        {isApart ? (
          <DeskForm
            desk={desk}
            action={`/admin/topics/${topic.id}/show`}
            text={say('دوباره جدا نشان بده', 'Show by itself again')}
            apart
          />
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
      <Section
        id="rn"
        title={say('تغییر نام', 'Another name')}
        note={say('خالی: همان که رسانه چاپ کرده است', 'empty: as the outlet prints it')}
      >
        <DeskForm desk={desk} action={`${action}/rename`} text={say('تغییر بده', 'Rename')}>
          <Field
            desk={desk}
            name="name"
            label={say('نام', 'Name')}
            value={topic.givenName ?? topic.printedName}
            max={NAME_MAX}
          />
        </DeskForm>
      </Section>
      <Section
        id="mg"
        title={say('یکی کردن', 'Merge')}
        note={say(
          'دو نوشت از یک موضوع؛ مطلب‌های این به آن می‌پیوندد و نشانی‌اش به آن می‌رود',
          'two spellings of one topic; the articles of this one join the other, and its address leads there',
        )}
      >
        <DeskForm desk={desk} action={`${action}/merge`} text={say('یکی کن', 'Merge')} look="danger">
          <Field
            desk={desk}
            name="into"
            label={say('شماره یا نشانی موضوع دیگر', 'Number or address of the other topic')}
            required
            ltr
            max={300}
          />
        </DeskForm>
      </Section>
      <Section id="hd" title={say('پنهان کردن', 'Hide')}>
        <DeskForm desk={desk} action={`${action}/hide`} text={say('پنهان کن', 'Hide')} look="danger">
          <HidingNoteField desk={desk} />
        </DeskForm>
      </Section>
    </>
  );
}
