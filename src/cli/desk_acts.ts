/** Hands the desk of the site what other layers do: acts on stories, entities and sources. */
import {
  type EntityActOutcome,
  mergeEntities,
  renameEntity,
  splitEntity,
  undoEntityAct,
} from '../pipeline/operate_entities.js';
import {
  type ActOutcome,
  joinThread,
  leaveThread,
  mergeStories,
  moveReport,
  splitStory,
  undoAct,
} from '../pipeline/operate_stories.js';
import type { DeskActs, DeskOutcome, ImportPlan, SourceActs } from '../serve/desk_acts.js';
import type { Store } from '../store/database.js';
import type { AdditionReport } from './registry_addition.js';
import {
  addSource,
  exportOpml,
  importOpml,
  planOpml,
  removeSource,
  type SourceTools,
} from './source_acts.js';
import { CliError } from './surroundings.js';

/** The acts over an open store. Sources can be acted upon where there is a registry folder to keep them in. */
export function openDeskActs(store: Store, sources?: Omit<SourceTools, 'store'>): DeskActs {
  return {
    stories: {
      split: async (wish) => outcomeOfStory(await splitStory(store, wish)),
      merge: async (wish) => outcomeOfStory(await mergeStories(store, wish)),
      move: async (wish) => outcomeOfStory(await moveReport(store, wish)),
      join: async (wish) => outcomeOfStory(await joinThread(store, wish)),
      leave: async (wish) => outcomeOfStory(await leaveThread(store, wish)),
      undo: (act) => undoAct(store, act),
    },
    entities: {
      merge: async (wish) => outcomeOfEntity(await mergeEntities(store, wish)),
      split: async (wish) => outcomeOfEntity(await splitEntity(store, wish)),
      rename: async (wish) => outcomeOfEntity(await renameEntity(store, wish)),
      undo: (act) => undoEntityAct(store, act),
    },
    ...(sources && { sources: openSourceActs({ store, ...sources }) }),
  };
}

function outcomeOfStory(outcome: ActOutcome): DeskOutcome {
  return outcome.kind === 'done' ? { kind: 'done', place: String(outcome.act.intoId) } : outcome;
}

function outcomeOfEntity(outcome: EntityActOutcome): DeskOutcome {
  return outcome.kind === 'done' ? { kind: 'done', place: outcome.entityId } : outcome;
}

function openSourceActs(tools: SourceTools): SourceActs {
  return {
    add: (wish) =>
      refusing(async () => {
        const { source } = await addSource(wish, tools);
        return { kind: 'done', place: source.id };
      }),
    remove: (id) =>
      refusing(async () => {
        await removeSource(id, tools);
        return { kind: 'done', place: id };
      }),
    plan: (text) => refusing(async () => planOf(planOpml(text, tools))),
    take: (text) => refusing(async () => planOf(await importOpml(text, tools))),
    list: () => exportOpml({ all: true }, tools),
  };
}

function planOf({ added, known, refused }: AdditionReport): ImportPlan {
  return { kind: 'plan', added, known, refused };
}

/** What the command line would say as an error is an outcome here. */
async function refusing<Value>(
  work: () => Promise<Value>,
): Promise<Value | { readonly kind: 'refused'; readonly why: string }> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof CliError) return { kind: 'refused', why: cause.message };
    throw cause;
  }
}
