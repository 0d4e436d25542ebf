import type { Frame } from './contact_frames.js';
import { hardNegativeOf } from './contact_hard_negatives.js';
import type { Known, Party, PartyLine } from './contact_party.js';
import { sharedParty } from './contact_party_titles.js';
import type { Modality } from './contact_surroundings.js';
import type { FoundTrigger } from './contact_triggers.js';

// Contacts of which an article names one side: «خبر تماس رؤسای‌جمهور را رد نکرد», said by one of the two governments.

interface OpenQuery {
  readonly frame: Frame;
  readonly modality: Modality;
  /** Who speaks, where somebody does. */
  readonly speakers: readonly Party[];
}

/**
 * The side that is known where words name both together and the article is about one state alone: its holder of the
 * office that they name, or the state. Nothing where a stranger speaks: he may mean two others.
 */
export function openParty(
  { at, found }: { readonly at: PartyLine; readonly found: FoundTrigger },
  { frame, modality, speakers }: OpenQuery,
): Party | undefined {
  const { group } = frame;
  if (group?.span === undefined || found.trigger.kind === 'visit' || modality.stance === 'unknown')
    return undefined;
  const state = at.known.soleState();
  if (state === undefined || speakers.some(({ side }) => side !== state.id)) return undefined;
  if (hardNegativeOf(found.trigger.kind, at.line.keys, found) !== undefined) return undefined;
  const own: Party = {
    ...{ from: group.from, to: group.to, name: state.name, entity: state.id, side: state.id },
    ...{ via: 'implicit', type: 'state', span: group.span },
  };
  return holderOfGroup(at, group, own);
}

/** «رؤسای‌جمهور»: the president of that state; «دو کشور»: the state itself. */
function holderOfGroup(at: PartyLine, group: Party, own: Party): Party {
  if (group.plural === true) {
    const { span: _, ...unplaced } = own;
    return { ...sharedParty(at, { from: group.from, to: group.to }, unplaced), ...spanOf(group) };
  }
  const head = (at.line.keys[group.to - 1] ?? '').replace(/^دو/u, '');
  const office = HEADS.find(([words]) => words.test(head))?.[1];
  const holder = office === undefined ? undefined : firstHolder(at.known, office, own.side);
  return holder === undefined ? own : { ...own, name: holder.name, entity: holder.id, type: 'person' };
}

function spanOf({ span }: Party): Pick<Party, 'span'> {
  return span === undefined ? {} : { span };
}

function firstHolder(known: Known, offices: readonly string[], side: string | undefined) {
  for (const office of offices) {
    const holder = known.holderOf(`${office}@${side}`);
    if (holder !== undefined) return holder;
  }
  return undefined;
}

/** Heads of states by the nouns that name them together. */
const HEADS: readonly (readonly [words: RegExp, offices: readonly string[]])[] = [
  [/^(?:رییسجمهور|رییسجمهوری|روسایجمهور|سران|رهبر)$/u, ['president', 'king', 'emir', 'sultan']],
  [/^نخستوزیر$/u, ['prime-minister']],
];
