/** What operators did, the newest first, whatever they acted upon; most of it can be undone. */
import type { Hono } from 'hono';
import type { Database } from '../../store/database.js';
import { type EntityAct, loadEntityActHistory } from '../../store/entity_acts.js';
import { loadOperatorActs, type OperatorAct } from '../../store/operator_acts.js';
import { loadActHistory, type StoryAct } from '../../store/story_acts.js';
import { undoOperatorAct } from '../../store/undo_act.js';
import { entityHref, storyHref, threadHref } from '../addresses.js';
import { say } from '../language.js';
import { NOUNS } from '../nouns.js';
import { Mixed, Quoting } from '../pieces/foreign.js';
import { Ago } from '../pieces/times.js';
import type { SiteContext } from '../site_context.js';
import { counted, number } from '../words.js';
import { actHref, actName, actWords } from './act_words.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, FormFault, textOf } from './desk.js';
import { ActButton } from './form_pieces.js';

const LISTED = 100;

/** An act of any kind as a line. */
export interface ActLine {
  /** Which table it is in. */
  readonly kind: 'story' | 'entity' | 'desk';
  readonly id: number;
  /** «دو خبر را یکی کرد» */
  readonly words: string;
  readonly name: string | undefined;
  readonly href: string | undefined;
  readonly note: string | undefined;
  readonly doneAt: string;
  readonly undoneAt: string | undefined;
  readonly canUndo: boolean;
}

export function addActsDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/acts', page: actsPage });
  addDeskAct(app, site, { path: '/admin/acts/undo', page: actsPage, act: undo });
}

async function undo({ site, form }: Desk): Promise<string> {
  const [, kind, digits] = /^(story|entity|desk)-([1-9]\d{0,14})$/.exec(textOf(form, 'act')) ?? [];
  if (kind === undefined) {
    throw new FormFault('act', {
      fa: 'شمارهٔ کار خوانا نیست؛ دکمهٔ کنار یکی از کارهای همین فهرست را بزنید.',
      en: 'The number of the act cannot be read; press the button beside an act of this list.',
    });
  }
  const wish = { id: Number(digits), at: site.clock() };
  const { acts } = site;
  const isUndone =
    kind === 'desk'
      ? await undoOperatorAct(site.store, wish)
      : await (kind === 'story' ? acts?.stories.undo(wish) : acts?.entities.undo(wish));
  if (isUndone === true) return '/admin/acts?done=undone';
  throw new FormFault('act', {
    fa: 'این کار پیش از این واگردانده شده یا بازگشتی ندارد؛ فهرست زیر تازه است.',
    en: 'This act was undone before or has no way back; the list below is fresh.',
  });
}

async function actsPage(desk: Desk): Promise<DeskView> {
  const acts = await loadAllActs(desk.site.store, { limit: LISTED });
  return {
    title: say('کارهای گرداننده', 'Operators’ activity'),
    place: 'acts',
    body: (
      <>
        <p class="soft small">
          {say(
            'هر کاری که در میز یا از پایانه بر خبرها و نام‌ها شده است، تازه‌ترین در بالا. واگرداندن کارهای پس از آن را دست نمی‌زند.',
            'Everything done at the desk, or to stories and names from the terminal, newest first. Undoing one act leaves later ones alone.',
          )}
        </p>
        <ActLines acts={acts} desk={desk} />
      </>
    ),
  };
}

/** Acts of all kinds in the order in which they were done, the newest first. */
export async function loadAllActs(
  db: Database,
  { limit, kinds }: { readonly limit: number; readonly kinds?: readonly ActLine['kind'][] },
): Promise<readonly ActLine[]> {
  const wants = (kind: ActLine['kind']): boolean => kinds === undefined || kinds.includes(kind);
  const [stories, entities, others] = await Promise.all([
    wants('story') ? loadActHistory(db, limit) : [],
    wants('entity') ? loadEntityActHistory(db, limit) : [],
    wants('desk') ? loadOperatorActs(db, { limit }) : [],
  ]);
  return [...stories.map(lineOfStoryAct), ...entities.map(lineOfEntityAct), ...others.map(lineOfDeskAct)]
    .sort((a, b) => (a.doneAt === b.doneAt ? b.id - a.id : a.doneAt < b.doneAt ? 1 : -1))
    .slice(0, limit);
}

function lineOfStoryAct({
  id,
  kind,
  storyId,
  intoId,
  articleIds,
  note,
  doneAt,
  undoneAt,
}: StoryAct): ActLine {
  const reports =
    articleIds.length === 1 ? say('یک گزارش', 'a report') : counted(articleIds.length, NOUNS.report);
  const [from, story] =
    storyId === undefined
      ? ['', say('', 'a story')]
      : [` ${number(storyId)}`, say('', `story ${number(storyId)}`)];
  const words = {
    split: say(`${reports} را از خبر${from} جدا کرد`, `took ${reports} out of ${story}`),
    merge: say(`خبر${from} را با خبری دیگر یکی کرد`, `merged ${story} into another`),
    move: say(`گزارشی را از خبر${from} برد`, `moved a report out of ${story}`),
    thread: say(`خبر${from} را در رشته گذاشت`, `put ${story} into a thread`),
    unthread: say(`خبر${from} را از رشته‌اش بیرون برد`, `took ${story} out of its thread`),
  }[kind];
  return {
    ...{ kind: 'story', id, words, ...targetOf({ kind, intoId, storyId }), note, doneAt, undoneAt },
    canUndo: true,
  };
}

/** What an act on a story leads to: the story that took the reports, a thread, or the story that left its thread. */
function targetOf({
  kind,
  intoId,
  storyId = 0,
}: Pick<StoryAct, 'kind' | 'intoId' | 'storyId'>): Pick<ActLine, 'name' | 'href'> {
  if (kind === 'thread')
    return { name: say(`رشتهٔ ${number(intoId)}`, `thread ${number(intoId)}`), href: threadHref(intoId) };
  const story = kind === 'unthread' ? storyId : intoId;
  return { name: say(`خبر ${number(story)}`, `story ${number(story)}`), href: storyHref(story) };
}

function lineOfEntityAct({ id, kind, entityId, intoId, name, note, doneAt, undoneAt }: EntityAct): ActLine {
  const words = {
    merge: say(`«${entityId}» را با نامی دیگر یکی کرد`, `merged the name “${entityId}” into another`),
    split: say(`از «${entityId}» نامی دیگر جدا کرد`, `split another name off “${entityId}”`),
    rename: say(`«${entityId}» را به نامی دیگر خواند`, `gave “${entityId}” another name`),
  }[kind];
  const target = intoId ?? entityId;
  return {
    ...{ kind: 'entity', id, words, name: name ?? target, href: entityHref(target), note, doneAt, undoneAt },
    canUndo: true,
  };
}

function lineOfDeskAct(act: OperatorAct): ActLine {
  return {
    ...{ kind: 'desk', id: act.id, words: actWords(act), href: actHref(act), doneAt: act.doneAt },
    name: actName(act),
    note: act.note ?? undefined,
    undoneAt: act.undoneAt ?? undefined,
    canUndo: act.before !== null,
  };
}

export function ActLines({ acts, desk }: { readonly acts: readonly ActLine[]; readonly desk: Desk }) {
  if (acts.length === 0) {
    return <p class="soft desk-empty">{say('هنوز کاری انجام نشده است.', 'Nothing has been done yet.')}</p>;
  }
  return (
    <ol class="rel rel--one">
      {acts.map((act) => (
        <Act act={act} desk={desk} />
      ))}
    </ol>
  );
}

function Act({ act, desk }: { readonly act: ActLine; readonly desk: Desk }) {
  const { now } = desk.frame;
  return (
    <li>
      <Quoting text={act.words} />
      {act.name === undefined ? null : (
        <>
          {': '}
          <ActName name={act.name} href={act.href} />
        </>
      )}
      <span class="note">
        {say('گرداننده', 'operator')} · <Ago iso={act.doneAt} now={now} />
        {act.note === undefined ? null : (
          <>
            {' · '}
            <Mixed text={act.note} />
          </>
        )}
        {act.undoneAt === undefined ? null : (
          <>
            {' · '}
            {say('واگردانده،', 'undone')} <Ago iso={act.undoneAt} now={now} />
          </>
        )}
      </span>
      {act.undoneAt === undefined && act.canUndo ? (
        <ActButton
          desk={desk}
          action="/admin/acts/undo"
          name="act"
          value={`${act.kind}-${act.id}`}
          text={say('واگرداندن', 'Undo')}
        />
      ) : null}
    </li>
  );
}

function ActName({ name, href }: { readonly name: string; readonly href: string | undefined }) {
  if (href === undefined) {
    return (
      <bdi>
        <Mixed text={name} />
      </bdi>
    );
  }
  return (
    <a href={href}>
      <Mixed text={name} />
    </a>
  );
}
