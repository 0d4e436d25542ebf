import type { Frame } from './contact_frames.js';
import type { Line } from './contact_line.js';
import { type Known, type Party, type PartyLine, stateOf } from './contact_party.js';
import { readParties } from './contact_party_list.js';
import type { Modality } from './contact_surroundings.js';
import type { FoundTrigger } from './contact_triggers.js';

/** Whether parties are two sides of a contact at all. */
export function isContactBetween(
  parties: readonly Party[],
  { trigger }: FoundTrigger,
  frame: Frame,
): boolean {
  if (parties.length < 2 || parties.some((party) => party.entity?.startsWith('outlet.'))) return false;
  // «اجلاس سران A و B» says that there are sides.
  const isOfHolders = parties.every(({ plural }) => plural === true);
  if (trigger.weak && frame.rule === 'contact/of' && !frame.isBilateral && !isOfHolders) return false;
  if (parties.some(isNobody) || parties.some(isWater)) return false;
  const sides = new Set(parties.map((party) => party.side));
  const isOneSide = sides.size === 1 && !sides.has(undefined);
  if (isOneSide && parties.some((party) => party.type !== 'person')) return false;
  return trigger.kind !== 'visit' || (!isOneSide && !sides.has(undefined));
}

/** «منابع آگاه», or an office of nobody knows where. */
export function isNobody({ via, entity, side }: Party): boolean {
  return side === undefined && (via === 'unnamed' || entity?.startsWith('role.') === true);
}

/** A strait, a sea: a place of nobody, where «اروپا» is somebody. */
function isWater({ type, side, entity }: Party): boolean {
  return type === 'state' && side === undefined && entity !== 'place.europe';
}

/** «مذاکرات با ایران» of a minister are his country's; «با ایران مذاکره کرد» is his own doing. */
export function liftedToStates(parties: readonly Party[], known: Known): readonly Party[] {
  const isBody = ({ type, side }: Party): boolean =>
    type === 'state' || (type === 'organisation' && side !== undefined);
  if (!parties.some(isBody) || parties.every(isBody)) return parties;
  const lifted = parties.map((party) => (isBody(party) ? party : stateOf(party, known)));
  return lifted.filter((party, at) => lifted.findIndex((each) => each.name === party.name) === at);
}

/** «قطر درباره روند مذاکرات با ایران گفت …»: in an article about two other states these talks are theirs. */
export function ofTheDyad(parties: readonly Party[], known: Known): readonly Party[] {
  const dyad = known.dyad();
  const [own, other] = parties;
  if (parties.length !== 2 || own === undefined || other?.type !== 'state' || dyad.length !== 2)
    return parties;
  if (own.type !== 'state' && own.side !== undefined) return parties;
  const isInside = (party: Party): boolean => dyad.some(({ id }) => id === party.side);
  const meant = dyad.find(({ id }) => id !== other.side);
  if (isInside(own) || !isInside(other) || meant === undefined) return parties;
  return [{ ...own, name: meant.name, entity: meant.id, side: meant.id, type: 'state' }, other];
}

/** «ممکن است دو طرف بار دیگر دیدار کنند»: sides, whoever will go. */
export function asSides(
  line: Line,
  parties: readonly Party[],
  { stance, speculative }: Modality,
  known: Known,
): readonly Party[] {
  if (stance === 'affirm' || stance === 'deny' || speculative) return parties;
  const isSides = ({ span, via }: Party): boolean =>
    via === 'implicit' &&
    span !== undefined &&
    /^(?:دو\s?طرف|طرفین)/u.test(line.text.slice(span.start, span.end));
  return parties.map((party) => (isSides(party) ? stateOf(party, known) : party));
}

/** «روسای جمهور A و B از … تاکنون دیداری نداشته‌اند»: whoever held the office, where one of the holders is not known. */
export function evenHolders(parties: readonly Party[], { stance }: Modality, known: Known): readonly Party[] {
  const holders = parties.filter(({ type, via }) => type === 'person' && via === 'role');
  const isShared = holders.length > 1 && holders.some(({ name }) => HOLDERS.test(name));
  const isEven = holders.every(({ entity }) => entity?.startsWith('per.'));
  if (stance !== 'deny' || !isShared || isEven) return parties;
  return parties.map((party) => (holders.includes(party) ? stateOf(party, known) : party));
}

const HOLDERS = /^(?:ر[ؤوئ]سا|وزرا|وزیران|سران|رهبران|نخست[\s\u200c]?وزیران)/u;

/** «همتای روس خود»: who holds in that country the office that the other party holds in his. */
export function namedCounterparts(parties: readonly Party[], known: Known): readonly Party[] {
  const head = parties.find((party) => party.type === 'person' && party.entity !== undefined);
  const office = known.officesOf(head?.entity)[0]?.replace(/@.*$/, '');
  if (head === undefined || office === undefined) return parties;
  return parties.map((party) => {
    if (party.entity !== undefined || party.side === undefined) return party;
    // «همتایان ترک و ایرانی خود»
    if (!party.name.startsWith('همتا') && !/ خود$/u.test(party.name)) return party;
    const holder = known.holderOf(`${office}@${party.side}`);
    return holder === undefined ? party : { ...party, name: holder.name, entity: holder.id };
  });
}

/**
 * Who else: «مسکو آمادهٔ مذاکره است، اما کی‌یف باید …» names the other state in its next clause; «ما … آمادگی چنین
 * گفت‌وگویی را داریم» means the pair spoken of last.
 */
export function withOtherState(
  at: PartyLine,
  subject: readonly Party[],
  pair: readonly Party[],
): readonly Party[] {
  const [own] = subject;
  if (own?.side === undefined) return subject;
  const inPair = pair.filter((party) => party.type === 'state' && party.side !== own.side);
  const sides = new Map(
    readStates(at)
      .filter((party) => party.side !== own.side)
      .map((party) => [party.side, party]),
  );
  const isInSentence = sides.size === 1 && own.type === 'state';
  const [other] = isInSentence ? [...sides.values()] : inPair;
  if (other === undefined) return subject;
  return [own.type === 'state' ? own : stateOf(own, at.known), other];
}

function readStates(at: PartyLine): readonly Party[] {
  return at.items
    .filter((item) => item.adjective !== true && item.mention.via === 'org')
    .flatMap((item) => readParties(at, item.from, item.to).parties)
    .filter((party) => party.type === 'state' && party.side !== undefined);
}
