/** What operators did, of whatever kind, as lines of one list. */
import type { Database } from '../../store/database.js';
import { type EntityAct, loadEntityActHistory } from '../../store/entity_acts.js';
import { loadOperatorActs, type OperatorAct } from '../../store/operator_acts.js';
import { loadActHistory, type StoryAct } from '../../store/story_acts.js';
import { entityHref, storyHref, threadHref } from '../addresses.js';
import { say } from '../language.js';
import { NOUNS } from '../nouns.js';
import { counted, number } from '../words.js';
import { actHref, actName, actWords } from './act_words.js';

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
