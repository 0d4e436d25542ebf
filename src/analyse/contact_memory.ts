import type { FrameMemory } from './contact_frames.js';
import type { Party, PartyLine } from './contact_party.js';
import { readParties } from './contact_party_list.js';

// What a line leaves behind for the next ones.

export const NOTHING_SAID: FrameMemory = { subject: [], pair: [] };

/** Who acts in a line is who is meant where the next line names nobody. */
export function rememberSubject(at: PartyLine, memory: FrameMemory): FrameMemory {
  const first = at.items.find((item) => item.adjective !== true && item.from <= 2);
  const entity = at.known.entityOf(first?.mention.entity);
  if (first === undefined || entity === undefined || entity.type === 'place') return memory;
  const { from, to, mention } = first;
  const party: Party = {
    from,
    to,
    name: entity.name,
    entity: entity.id,
    ...(entity.side !== undefined && { side: entity.side }),
    via: 'implicit',
    span: mention.span,
    type: entity.type === 'person' ? 'person' : 'organisation',
  };
  return { ...memory, subject: [party] };
}

/** «مسکو و واشنگتن»: two states named together are «دو کشور» of the next lines. */
export function rememberPair(at: PartyLine, memory: FrameMemory): FrameMemory {
  const isSeat = (id: string | undefined): boolean => at.known.entityOf(id)?.type === 'place';
  for (const item of at.items.toReversed()) {
    if (!isSeat(item.mention.entity)) continue;
    const { parties } = readParties(at, item.from, at.line.words.length);
    const states = parties.filter((party) => party.type === 'state');
    if (parties.length === 2 && states.length === 2) return { ...memory, pair: states };
  }
  return memory;
}
