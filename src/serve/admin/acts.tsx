/** What operators did, the newest first, whatever they acted upon; most of it can be undone. */
import type { Hono } from 'hono';
import type { Database } from '../../store/database.js';
import { type EntityAct, loadEntityActHistory } from '../../store/entity_acts.js';
import { loadOperatorActs, type OperatorAct } from '../../store/operator_acts.js';
import { loadActHistory, type StoryAct } from '../../store/story_acts.js';
import { undoOperatorAct } from '../../store/undo_act.js';
import { entityHref, storyHref, threadHref } from '../addresses.js';
import { Ago } from '../pieces/times.js';
import type { SiteContext } from '../site_context.js';
import { number, shown } from '../words.js';
import { actHref, actWords } from './act_words.js';
import { Csrf } from './csrf_field.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, FormFault, textOf } from './desk.js';

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
    throw new FormFault('act', 'شمارهٔ کار خوانا نیست؛ دکمهٔ کنار یکی از کارهای همین فهرست را بزنید.');
  }
  const wish = { id: Number(digits), at: site.clock() };
  const { acts } = site;
  const isUndone =
    kind === 'desk'
      ? await undoOperatorAct(site.store, wish)
      : await (kind === 'story' ? acts?.stories.undo(wish) : acts?.entities.undo(wish));
  if (isUndone === true) return '/admin/acts?done=undone';
  throw new FormFault('act', 'این کار پیش از این واگردانده شده یا بازگشتی ندارد؛ فهرست زیر تازه است.');
}

async function actsPage(desk: Desk): Promise<DeskView> {
  const acts = await loadAllActs(desk.site.store, { limit: LISTED });
  return {
    title: 'کارهای گرداننده',
    place: 'acts',
    body: (
      <>
        <p class="soft small">
          هر کاری که در میز یا از پایانه بر خبرها و نام‌ها شده است، تازه‌ترین در بالا. واگرداندن کارهای پس از آن
          را دست نمی‌زند.
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
  const reports = articleIds.length === 1 ? 'یک گزارش' : `${number(articleIds.length)} گزارش`;
  const from = storyId === undefined ? '' : ` ${number(storyId)}`;
  const words = {
    split: `${reports} را از خبر${from} جدا کرد`,
    merge: `خبر${from} را با خبری دیگر یکی کرد`,
    move: `گزارشی را از خبر${from} برد`,
    thread: `خبر${from} را در رشته گذاشت`,
    unthread: `خبر${from} را از رشته‌اش بیرون برد`,
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
  if (kind === 'thread') return { name: `رشتهٔ ${number(intoId)}`, href: threadHref(intoId) };
  const story = kind === 'unthread' ? storyId : intoId;
  return { name: `خبر ${number(story)}`, href: storyHref(story) };
}

function lineOfEntityAct({ id, kind, entityId, intoId, name, note, doneAt, undoneAt }: EntityAct): ActLine {
  const words = {
    merge: `«${entityId}» را با نامی دیگر یکی کرد`,
    split: `از «${entityId}» نامی دیگر جدا کرد`,
    rename: `«${entityId}» را به نامی دیگر خواند`,
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
    name: act.name === null ? undefined : shown(act.name),
    note: act.note ?? undefined,
    undoneAt: act.undoneAt ?? undefined,
    canUndo: act.before !== null,
  };
}

export function ActLines({ acts, desk }: { readonly acts: readonly ActLine[]; readonly desk: Desk }) {
  if (acts.length === 0) return <p class="soft desk-empty">هنوز کاری انجام نشده است.</p>;
  return (
    <ol class="rel rel--one">
      {acts.map((act) => (
        <li>
          {act.words}
          {act.name === undefined ? null : (
            <>
              {': '}
              {act.href === undefined ? <bdi>{act.name}</bdi> : <a href={act.href}>{act.name}</a>}
            </>
          )}
          <span class="note">
            گرداننده · <Ago iso={act.doneAt} now={desk.frame.now} />
            {act.note === undefined ? null : <> · {act.note}</>}
            {act.undoneAt === undefined ? null : (
              <>
                {' · '}واگردانده، <Ago iso={act.undoneAt} now={desk.frame.now} />
              </>
            )}
          </span>
          {act.undoneAt === undefined && act.canUndo ? (
            <form method="post" action="/admin/acts/undo">
              <Csrf csrf={desk.csrf} />
              <button class="btn btn--s" name="act" value={`${act.kind}-${act.id}`} type="submit">
                واگرداندن
              </button>
            </form>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
