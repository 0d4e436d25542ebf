import type { Config } from '../config.js';
import {
  type ActOutcome,
  joinThread,
  leaveThread,
  mergeStories,
  moveReport,
  splitStory,
  undoAct,
} from '../pipeline/operate_stories.js';
import type { Store } from '../store/database.js';
import { openStore } from '../store/open_store.js';
import { loadStories, loadStoryLines, type StoryLine } from '../store/site_stories.js';
import { findStoryAddress, loadStoryReports, type StoryReport } from '../store/site_story.js';
import { findThreadOf, loadThreadLines, loadThreads, type ThreadLine } from '../store/site_threads.js';
import { loadActHistory, type StoryAct } from '../store/story_acts.js';
import { counted } from './counted.js';
import { CliError, type Surroundings } from './surroundings.js';

export interface ListArguments {
  readonly order: 'important' | 'newest';
  readonly limit: number;
  readonly json: boolean;
}

/** Prints stories, one a line: number, counts, headline. */
export async function storiesList(args: ListArguments, config: Config): Promise<void> {
  await withStore(config, async (store) => {
    const stories = await loadStories(store, args);
    if (args.json) return print(stories);
    if (stories.length === 0) console.log('No stories yet: add articles with "sanad add" or collect them');
    for (const story of stories) console.log(storyLine(story));
  });
}

/** Prints a story with its origins and reports; with reasons it says why each report is where it is. */
export async function storiesShow(
  args: { readonly storyId: number; readonly json: boolean; readonly reasons: boolean },
  config: Config,
): Promise<void> {
  await withStore(config, async (store) => {
    const storyId = await whereNow(store, args.storyId);
    const [story] = await loadStoryLines(store, [storyId]);
    if (!story) throw new CliError(`Cannot show story ${storyId}: all its reports are hidden`);
    const reports = await loadStoryReports(store, storyId);
    const thread = await loadThreadOf(store, storyId);
    if (args.json) return print({ ...story, ...(thread && { thread }), reports });
    for (const line of headLines(story, thread)) console.log(line);
    for (const report of reports) {
      console.log(reportLine(report));
      const reasons = args.reasons ? reasonLines(report) : [];
      for (const line of reasons) console.log(`    ${line}`);
    }
  });
}

async function loadThreadOf(store: Store, storyId: number): Promise<ThreadLine | undefined> {
  const threadId = await findThreadOf(store, storyId);
  return threadId === undefined ? undefined : (await loadThreadLines(store, [threadId]))[0];
}

function headLines(story: StoryLine, thread: ThreadLine | undefined): string[] {
  const origins = story.origins.map(({ label, missing, first, reports }, at) => {
    const state = missing ? ', not found' : '';
    return `origin ${at + 1}  ${label}${state}: first report ${first}, ${reports.length} in all`;
  });
  const threads = thread ? [`thread ${threadLine(thread)}`] : [];
  return [storyLine(story), importanceLine(story), ...origins, ...threads];
}

/** Prints threads, one a line: number, counts, what their stories share. */
export async function storiesThreads(
  args: { readonly limit: number; readonly json: boolean },
  config: Config,
): Promise<void> {
  await withStore(config, async (store) => {
    const threads = await loadThreads(store, args);
    if (args.json) return print(threads);
    if (threads.length === 0) console.log('No stories stand in a thread yet');
    for (const thread of threads) console.log(threadLine(thread));
  });
}

function threadLine({ threadId, lastAt, storyCount, reportCount, name }: ThreadLine): string {
  return `${threadId}  ${lastAt.slice(0, 16)}  ${counted(storyCount, 'story', 'stories')}, ${counted(reportCount, 'report')}  ${name.join('، ')}`;
}

/** Prints what operators did to stories, the newest first. */
export async function storiesActs(args: { readonly limit: number }, config: Config): Promise<void> {
  await withStore(config, async (store) => {
    for (const act of await loadActHistory(store, args.limit)) console.log(actLine(act));
  });
}

export async function storiesSplit(
  args: { readonly storyId: number; readonly articleIds: readonly number[]; readonly note?: string },
  config: Config,
  { clock }: Surroundings,
): Promise<void> {
  await operate(config, (store) => splitStory(store, { ...args, at: clock() }));
}

export async function storiesMerge(
  args: { readonly storyId: number; readonly intoId: number; readonly note?: string },
  config: Config,
  { clock }: Surroundings,
): Promise<void> {
  await operate(config, (store) => mergeStories(store, { ...args, at: clock() }));
}

export async function storiesMove(
  args: { readonly articleId: number; readonly intoId: number; readonly note?: string },
  config: Config,
  { clock }: Surroundings,
): Promise<void> {
  await operate(config, (store) => moveReport(store, { ...args, at: clock() }));
}

export async function storiesJoin(
  args: { readonly storyId: number; readonly withId: number; readonly note?: string },
  config: Config,
  { clock }: Surroundings,
): Promise<void> {
  await operate(config, (store) => joinThread(store, { ...args, at: clock() }));
}

export async function storiesLeave(
  args: { readonly storyId: number; readonly note?: string },
  config: Config,
  { clock }: Surroundings,
): Promise<void> {
  await operate(config, (store) => leaveThread(store, { ...args, at: clock() }));
}

export async function storiesUndo(
  args: { readonly actId: number },
  config: Config,
  { clock }: Surroundings,
): Promise<void> {
  await withStore(config, async (store) => {
    const undone = await undoAct(store, { id: args.actId, at: clock() });
    if (!undone) throw new CliError(`Cannot undo act ${args.actId}: no act of that number is in force`);
    console.log(`Act ${args.actId} is undone`);
  });
}

async function operate(config: Config, work: (store: Store) => Promise<ActOutcome>): Promise<void> {
  await withStore(config, async (store) => {
    const outcome = await work(store);
    if (outcome.kind === 'refused') throw new CliError(outcome.why);
    console.log(actLine(outcome.act));
  });
}

async function withStore(config: Config, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore({ ...config, applicationName: 'sanad stories' });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

async function whereNow(store: Store, storyId: number): Promise<number> {
  const address = await findStoryAddress(store, storyId);
  if (address.kind === 'nowhere') throw new CliError(`Cannot show story ${storyId}: there is none`);
  if (address.kind === 'here') return storyId;
  console.error(`The reports of story ${storyId} are in story ${address.storyId} now`);
  return address.storyId;
}

function storyLine(story: StoryLine): string {
  const { storyId, outletCount, originCount, familyCount, headline } = story;
  const counts = [
    counted(outletCount, 'outlet'),
    counted(originCount, 'origin'),
    counted(familyCount, 'family', 'families'),
  ].join(', ');
  return `${storyId}  ${story.lastAt.slice(0, 16)}  ${counts}  ${headline.title ?? headline.opening.slice(0, 80)}`;
}

function importanceLine({ parts, importance }: StoryLine): string {
  const weights = parts.origins.map(({ weight, isDated }) => weight.toFixed(2) + (isDated ? '' : ' × 0.25'));
  return `importance log2 ${importance.toFixed(3)}: (${weights.join(' + ')}), each halved every 24 h, × ${parts.novelty} for ${counted(parts.fresh, 'new report or edit', 'new reports and edits')}, × ${parts.breadth} for ${parts.breadth < 1 ? 'a single outlet' : 'several outlets'}`;
}

function reportLine(report: StoryReport): string {
  const edits = report.versions.length > 1 ? `  ${report.versions.length} versions` : '';
  const act = report.actId === null ? '' : `  put here by act ${report.actId}`;
  return `  ${report.articleId}  ${report.at.slice(0, 16)}  ${report.outletName}  ${report.title ?? report.opening.slice(0, 60)}${edits}${act}`;
}

function reasonLines({ copy, hops, reasons }: StoryReport): string[] {
  return [
    ...(copy
      ? [
          `copy of ${copy.otherId}: ${copy.degree}, containment ${copy.containment.toFixed(2)}, ${copy.direction}${copy.directionBy === null ? '' : ` by ${copy.directionBy}`}`,
        ]
      : []),
    ...hops.map(
      ({ relation, name, state, foundId }) =>
        `hop ${relation}: ${name}, ${state ?? 'claimed'}${foundId === null ? '' : ` (article ${foundId})`}`,
    ),
    `placed by ${reasons.map(({ feature, value }) => `${feature} ${value}`).join(', ')}`,
  ];
}

function actLine(act: StoryAct): string {
  if (act.kind === 'thread' || act.kind === 'unthread') return threadActLine(act);
  const from = act.storyId === undefined ? '' : ` from story ${act.storyId}`;
  const note = act.note === undefined ? '' : `  ${act.note}`;
  const undone = act.undoneAt === undefined ? '' : `  undone ${act.undoneAt}`;
  return `act ${act.id}  ${act.kind}: article ${act.articleIds.join(', ')}${from} into story ${act.intoId}  ${act.doneAt}${note}${undone}`;
}

function threadActLine({ id, kind, storyId, intoId, doneAt, note, undoneAt }: StoryAct): string {
  const done = kind === 'thread' ? `into thread ${intoId}` : 'out of its thread';
  return `act ${id}  ${kind}: story ${storyId} ${done}  ${doneAt}${note === undefined ? '' : `  ${note}`}${undoneAt === undefined ? '' : `  undone ${undoneAt}`}`;
}

function print(value: unknown): void {
  console.log(JSON.stringify(value, undefined, 2));
}
