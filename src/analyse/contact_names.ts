import type { Entity } from '../model/entity.js';
import type { Known } from './contact_party.js';
import type { ContactReading } from './contacts.js';
import { entityIndexOf, solidOf } from './entity_index.js';

/** Looks names up that the article itself need not print: the country of a capital, the counterpart of a minister. */
export function knownNames({ gazetteer, mentions, document }: ContactReading): Known {
  const index = entityIndexOf(gazetteer);
  const own = new Map(mentions.entities.map((entity) => [entity.id, entity]));
  const day = document.published?.slice(0, 10);
  const entityOf = (id: string | undefined): Entity | undefined => {
    if (id === undefined) return undefined;
    const named = own.get(id);
    if (named !== undefined) return named;
    const entry = index.byId.get(id);
    if (entry === undefined) return undefined;
    const side = index.sideOf(entry);
    return { id, type: entry.type, name: entry.name, known: true, ...(side !== undefined && { side }) };
  };
  return {
    entityOf,
    countryOf: (adjective) => {
      const letters = solidOf(adjective);
      return index.adjectives.byLetters.get(letters) ?? index.adjectives.byLetters.get(letters.replace(/^ا/u, 'آ'));
    },
    officesOf: (id) => {
      if (id === undefined) return [];
      if (id.startsWith('role.')) return [id.slice('role.'.length).replace('.', '@')];
      const held = index.officesOf.get(id) ?? [];
      const now = held.filter((each) => day === undefined || holdsOn(each, day));
      return now.map((each) => each.key);
    },
    holderOf: (office) => {
      const holders = (index.holders.get(office) ?? []).filter(
        (each) => day !== undefined && holdsOn(each, day),
      );
      const ids = new Set(holders.map(({ entry }) => entry.id));
      return ids.size === 1 ? entityOf([...ids][0]) : undefined;
    },
  };
}

function holdsOn(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  day: string,
): boolean {
  return (from === undefined || from <= day) && (to === undefined || day < to);
}
