import type { Config } from '../config.js';
import type { Store } from '../store/database.js';
import { closeDossier, listDossiers, saveDossier } from '../store/dossiers.js';
import { openStore } from '../store/open_store.js';
import { loadEntityLine } from '../store/site_entities.js';
import { CliError, type Surroundings } from './surroundings.js';

export interface OpenArguments {
  readonly name: string;
  readonly actors: readonly string[];
  readonly words?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly note?: string | undefined;
}

/** Opens a dossier and prints its address. */
export async function dossiersOpen(
  args: OpenArguments,
  config: Config,
  { clock }: Surroundings,
): Promise<void> {
  const { name, actors, words, from, to, note } = args;
  if (actors.length === 0 && words === undefined) {
    throw new CliError(`Cannot open "${name}": name actors (--actor) or words (--words)`);
  }
  await withStore(config, async (store) => {
    for (const actor of actors) {
      if (!(await loadEntityLine(store, actor))) {
        throw new CliError(
          `Cannot open "${name}": there is no entity "${actor}"; "sanad entities list" has them`,
        );
      }
    }
    const id = await saveDossier(store, {
      ...{ name, actors, at: clock() },
      ...(words === undefined ? {} : { words }),
      ...(from === undefined ? {} : { dayFrom: dayOf(from) }),
      ...(to === undefined ? {} : { dayTo: dayOf(to) }),
      ...(note === undefined ? {} : { note }),
    });
    console.log(`Dossier ${id} is open at /dossier/${id}`);
  });
}

export async function dossiersList(config: Config): Promise<void> {
  await withStore(config, async (store) => {
    const dossiers = await listDossiers(store);
    if (dossiers.length === 0) console.log('No dossier is open; "sanad dossiers open <name>" opens one');
    for (const { id, name, actors, words } of dossiers) {
      console.log([id, name, actors.join(','), words ?? ''].join('\t'));
    }
  });
}

export async function dossiersClose(
  args: { readonly id: number },
  config: Config,
  { clock }: Surroundings,
): Promise<void> {
  await withStore(config, async (store) => {
    if (!(await closeDossier(store, args.id, clock()))) {
      throw new CliError(`Cannot close dossier ${args.id}: there is none open of that number`);
    }
    console.log(`Dossier ${args.id} is closed; its number is not used again`);
  });
}

function dayOf(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new CliError(`Cannot read the day "${text}": write it like 2025-12-15`);
  return text;
}

async function withStore(config: Config, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore({ ...config, applicationName: 'sanad dossiers' });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}
