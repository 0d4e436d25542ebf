/** The field of names: as operators write them, turned into the ids of entities. */
import { type CountedEntity, findBearers, findEntities, loadEntityLine } from '../../store/site_entities.js';
import { type Desk, FormFault, textOf } from './desk.js';
import { givenId } from './given_id.js';

const ACTORS_MAX = 30;
/** So many names are told where nobody has the one given. */
const LIKE = 3;

/**
 * The ids of the names in a field, which are parted by commas: ids, addresses of their pages, or the names themselves;
 * several ids may also stand with blanks between them. Throws a `FormFault` at a name that nobody or more than one has.
 */
export async function readActors(desk: Desk, field: string): Promise<readonly string[]> {
  const given = textOf(desk.form, field)
    .split(/[,،\n]/)
    .flatMap(partsOf);
  if (given.length > ACTORS_MAX) {
    throw new FormFault(field, {
      fa: 'بیش از ۳۰ نام آمده است؛ شماری را بردارید.',
      en: 'There are more than 30 names; take some out.',
    });
  }
  const ids: string[] = [];
  for (const each of given) ids.push(await findActor(desk, field, each));
  return [...new Set(ids)];
}

/** Ids as the field of names shows them: the name where it leads back to the same one, else the id. */
export async function writeActors({ site }: Desk, ids: readonly string[]): Promise<string> {
  const names: string[] = [];
  for (const id of ids) {
    const name = (await loadEntityLine(site.store, id))?.name ?? id;
    const bearers = await findBearers(site.store, name);
    const isPlain = bearers.length === 1 && bearers[0]?.id === id && !/[,،\n]/.test(name);
    names.push(isPlain ? name : id);
  }
  return names.join('، ');
}

/** Whether letters are an id (`per.lavrov`) or an address. */
const ID = /^(?:\S*\/entity\/\S+|[a-z]+\.\S+)$/;

function partsOf(part: string): readonly string[] {
  const words = part.split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return words.every((word) => ID.test(word)) ? words : [words.join(' ')];
}

async function findActor({ site }: Desk, field: string, given: string): Promise<string> {
  const id = givenId(given, 'entity');
  if ((await loadEntityLine(site.store, id)) !== undefined) return id;
  const [bearer, ...others] = await findBearers(site.store, given);
  if (bearer === undefined) {
    throw nobody(field, given, await findEntities(site.store, { words: given, limit: LIKE }));
  }
  if (others.length === 0) return bearer.id;
  const ids = [bearer, ...others].map((each) => each.id);
  throw new FormFault(field, {
    fa: `چند تن «${given}» نام دارند؛ شناسهٔ یکی را بنویسید: ${ids.join('، ')}`,
    en: `Several are called “${given}”; write the id of one of them: ${ids.join(', ')}`,
  });
}

/** Says which names are like it, where there are some. */
function nobody(field: string, given: string, like: readonly CountedEntity[]): FormFault {
  const names = like.map(({ name, id }) => `${name} (${id})`);
  const [fa, en] =
    names.length === 0
      ? ['؛ نام‌ها را در میز، زیر «نام‌ها»، بجویید.', '; find names at the desk under “Names”.']
      : [`؛ شاید این: ${names.join('، ')}`, `; maybe ${names.join(', ')}`];
  return new FormFault(field, {
    fa: `نامی چون «${given}» نیست${fa}`,
    en: `There is no name “${given}”${en}`,
  });
}
