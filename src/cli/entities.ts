import type { Config } from '../config.js';
import {
  type EntityActOutcome,
  mergeEntities,
  renameEntity,
  splitEntity,
  undoEntityAct,
} from '../pipeline/operate_entities.js';
import type { Store } from '../store/database.js';
import { loadEntityActHistory } from '../store/entity_acts.js';
import { openStore } from '../store/open_store.js';
import { findBearers, findEntities, loadEntity } from '../store/site_entities.js';
import { counted } from './counted.js';
import { CliError, type Surroundings } from './surroundings.js';

/** Prints entities, those in most articles first. */
export async function entitiesList(
  args: { readonly words?: string | undefined; readonly limit: number; readonly json: boolean },
  config: Config,
): Promise<void> {
  await withStore(config, async (store) => {
    const found = await findEntities(store, {
      limit: args.limit,
      ...(args.words === undefined ? {} : { words: args.words }),
    });
    if (args.json) return print(found);
    if (found.length === 0)
      console.log(
        args.words === undefined
          ? 'No entities yet: add articles with "sanad add" or collect them'
          : `No entity has "${args.words}" in its name`,
      );
    for (const { id, type, name, articleCount } of found)
      console.log([id, type, name, articleCount].join('\t'));
  });
}

/** Prints one entity with its counts, titles and what operators did. */
export async function entitiesShow(
  args: { readonly entityId: string; readonly json: boolean },
  config: Config,
): Promise<void> {
  await withStore(config, async (store) => {
    const entity = await loadEntity(store, await entityNamed(store, args.entityId));
    if (!entity)
      throw new CliError(
        `Cannot show "${args.entityId}": there is no such entity; "sanad entities list" has them`,
      );
    if (args.json) return print(entity);
    console.log([entity.id, entity.type, entity.name].join('\t'));
    if (entity.name !== entity.machineName) console.log(`renamed from ${entity.machineName}`);
    if (entity.mergedInto !== null) console.log(`merged into ${entity.mergedInto}`);
    if (entity.splitFrom !== null) console.log(`split from ${entity.splitFrom}`);
    if (entity.sideName !== null) console.log(`side: ${entity.sideName}`);
    console.log(`${counted(entity.articleCount, 'article')}, ${counted(entity.statementCount, 'statement')}`);
    for (const role of entity.roles) console.log(`title: ${role}`);
  });
}

/** Prints what operators did to entities, the newest first. */
export async function entitiesActs(args: { readonly limit: number }, config: Config): Promise<void> {
  await withStore(config, async (store) => {
    for (const act of await loadEntityActHistory(store, args.limit)) {
      const what = [act.kind, act.entityId, act.intoId, act.name, act.articleIds?.join(',')];
      const undone = act.undoneAt === undefined ? '' : ` (undone ${act.undoneAt})`;
      console.log(
        `${act.id}\t${act.doneAt}\t${what.filter((part) => part !== undefined).join(' ')}${undone}`,
      );
    }
  });
}

interface NoteOption {
  readonly note?: string | undefined;
}

export async function entitiesMerge(
  args: NoteOption & { readonly entityId: string; readonly intoId: string },
  config: Config,
  { clock }: Surroundings,
): Promise<void> {
  await withStore(config, async (store) => {
    const entityId = await entityNamed(store, args.entityId);
    const intoId = await entityNamed(store, args.intoId);
    tell(await mergeEntities(store, { ...args, entityId, intoId, at: clock() }));
  });
}

export async function entitiesSplit(
  args: NoteOption & {
    readonly entityId: string;
    readonly articleIds: readonly number[];
    readonly name: string;
  },
  config: Config,
  { clock }: Surroundings,
): Promise<void> {
  await withStore(config, async (store) => {
    const entityId = await entityNamed(store, args.entityId);
    tell(await splitEntity(store, { ...args, entityId, at: clock() }));
  });
}

export async function entitiesRename(
  args: NoteOption & { readonly entityId: string; readonly name: string },
  config: Config,
  { clock }: Surroundings,
): Promise<void> {
  await withStore(config, async (store) => {
    const entityId = await entityNamed(store, args.entityId);
    tell(await renameEntity(store, { ...args, entityId, at: clock() }));
  });
}

export async function entitiesUndo(
  args: { readonly actId: number },
  config: Config,
  { clock }: Surroundings,
): Promise<void> {
  await withStore(config, async (store) => {
    if (!(await undoEntityAct(store, { id: args.actId, at: clock() }))) {
      throw new CliError(
        `Cannot undo act ${args.actId}: there is none in force of that number; "sanad entities acts" lists them`,
      );
    }
    console.log(`Act ${args.actId} is undone`);
  });
}

/** The id of an entity given by its id or by its whole name; a name that several bear is refused with their ids. */
async function entityNamed(store: Store, given: string): Promise<string> {
  if ((await loadEntity(store, given)) !== undefined) return given;
  const named = await findBearers(store, given);
  if (named.length > 1)
    throw new CliError(
      `Cannot tell who "${given}" is: ${named.map(({ id }) => id).join(', ')} have this name; give one of these ids`,
    );
  return named[0]?.id ?? given;
}

function tell(outcome: EntityActOutcome): void {
  if (outcome.kind === 'refused') throw new CliError(outcome.why);
  console.log(
    `Done as act ${outcome.actId}: see ${outcome.entityId}; "sanad entities undo ${outcome.actId}" takes it back`,
  );
}

async function withStore(config: Config, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore({ ...config, applicationName: 'sanad entities' });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

function print(value: unknown): void {
  console.log(JSON.stringify(value, undefined, 2));
}
