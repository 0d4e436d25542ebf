import type { RolePhrase } from './mention_roles.js';
import type { NameFound } from './names_known.js';
import type { SentenceWords } from './sentence_words.js';

/** A title beside a name and the person who bears it. */
export type Titles = ReadonlyMap<RolePhrase, NameFound>;

/**
 * Which titles stand beside a person's name: «وزیر خارجه روسیه سرگئی لاوروف» before «سرگئی لاوروف، وزیر خارجه روسیه».
 * A title without punctuation before a name is surest. A second one after «و» is borne by the same person.
 */
export function findTitles(
  words: SentenceWords,
  names: readonly NameFound[],
  roles: readonly RolePhrase[],
): Titles {
  const titles = new Map<RolePhrase, NameFound>();
  const taken = new Set<NameFound>();
  const people = names.filter((name) => name.type === 'person');
  const give = (role: RolePhrase, owner: NameFound | undefined): void => {
    if (owner === undefined || taken.has(owner) || titles.has(role)) return;
    titles.set(role, owner);
    taken.add(owner);
  };
  const isOpen = (at: number): boolean => words.gaps[at] === 'none' || words.gaps[at] === 'quote';
  for (const role of roles)
    give(
      role,
      people.find((name) => name.from === role.to && isOpen(name.from)),
    );
  for (const role of roles) {
    give(
      role,
      people.find((name) => name.to === role.from && words.gaps[role.from] !== 'stop'),
    );
    give(
      role,
      people.find((name) => name.from === role.to && words.gaps[role.to] === 'comma'),
    );
  }
  for (const role of roles) {
    const before = roles.find((each) => each.to === role.from - 1 && titles.has(each));
    const owner = before === undefined ? undefined : titles.get(before);
    if (owner !== undefined && !titles.has(role) && words.keys[role.from - 1] === 'و')
      titles.set(role, owner);
  }
  return titles;
}
