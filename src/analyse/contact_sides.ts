import type { Frame } from './contact_frames.js';
import type { Known, Party } from './contact_party.js';
import type { FoundTrigger } from './contact_triggers.js';

/** Whether parties are two sides of a contact at all. */
export function isContactBetween(
  parties: readonly Party[],
  { trigger }: FoundTrigger,
  frame: Frame,
): boolean {
  if (parties.length < 2 || parties.some((party) => party.entity?.startsWith('outlet.'))) return false;
  if (trigger.weak && frame.rule === 'contact/of') return false;
  if (parties.some((party) => party.via === 'unnamed' && party.side === undefined)) return false;
  const sides = new Set(parties.map((party) => party.side));
  const isOneSide = sides.size === 1 && !sides.has(undefined);
  if (isOneSide && parties.some((party) => party.type !== 'person')) return false;
  return trigger.kind !== 'visit' || !isOneSide;
}

/** «همتای روس خود»: who holds in that country the office that the other party holds in his. */
export function namedCounterparts(parties: readonly Party[], known: Known): readonly Party[] {
  const head = parties.find((party) => party.type === 'person' && party.entity !== undefined);
  const office = known.officesOf(head?.entity)[0]?.replace(/@.*$/, '');
  if (head === undefined || office === undefined) return parties;
  return parties.map((party) => {
    if (party.entity !== undefined || party.side === undefined || !party.name.startsWith('همتا'))
      return party;
    const holder = known.holderOf(`${office}@${party.side}`);
    return holder === undefined ? party : { ...party, name: holder.name, entity: holder.id };
  });
}
