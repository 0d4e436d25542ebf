import type { Contact, ContactActor, ContactPart } from './contact.js';

/** What an event coder calls a contact: PLOVER's event, mode and auxiliary modes, and the CAMEO code beside it. */
export interface PloverCode {
  readonly event: 'CONSULT' | 'AGREE' | 'REJECT';
  readonly mode?: 'phone' | 'visit' | 'third-party' | 'multilateral' | 'meet';
  readonly aux: readonly ('future' | 'hypothetical' | 'negation')[];
  /** Absent where CAMEO has no code for it: it drops what did not happen. */
  readonly cameo?: string;
}

type Coded = Pick<Contact, 'kind' | 'status' | 'actors' | 'voices'> & {
  readonly roles: readonly (ContactActor & { readonly part: ContactPart })[];
};

/** More sides than two make a session of many. */
const LEAST_MULTILATERAL = 3;

/**
 * The PLOVER and CAMEO codes of a contact. PLOVER has no word for who says so and none for secrecy: those stay in
 * our own fields. What is denied or did not occur is kept with the mark `negation` instead of being dropped.
 * `placeSide` is the entity id of the country in which it takes place, where that is known; else its host's counts.
 */
export function ploverOf(contact: Coded, placeSide?: string): PloverCode {
  const { status } = contact;
  if (status === 'expected') return { event: 'AGREE', aux: ['future'], cameo: '036' };
  if (status === 'conditional' || status === 'offered')
    return { event: 'AGREE', aux: ['future', 'hypothetical'], cameo: '036' };
  if (isRefusal(contact)) return { event: 'REJECT', mode: 'meet', aux: [], cameo: '125' };
  const mode = modeOf(contact, placeSide ?? hostSideOf(contact));
  const base = { event: 'CONSULT' as const, ...(mode && { mode }) };
  if (status === 'denied' || status === 'not_occurred') return { ...base, aux: ['negation'] };
  if (status === 'not_ruled_out' || status === 'speculated') return { ...base, aux: ['hypothetical'] };
  return { ...base, aux: [], cameo: cameoOf(contact, mode) };
}

function hostSideOf({ roles }: Coded): string | undefined {
  return roles.find(({ part, side }) => part === 'host' && side !== undefined)?.side;
}

/** Who does it to whom, as indexes of the actors; where nobody does more than another all are both. */
export interface PloverDirection {
  readonly source: readonly number[];
  readonly recipient: readonly number[];
}

/** Whoever took the initiative or travelled is the source; a guest's host is the recipient. */
export function directionOf(contact: Coded, placeSide?: string): PloverDirection {
  const { actors, roles, kind } = contact;
  const all = actors.map((_, at) => at);
  const split = (isSource: (actor: ContactActor) => boolean): PloverDirection | undefined => {
    const source = all.filter((at) => actors[at] !== undefined && isSource(actors[at]));
    const recipient = all.filter((at) => !source.includes(at));
    return source.length > 0 && recipient.length > 0 ? { source, recipient } : undefined;
  };
  const initiators = roles.filter(({ part }) => part === 'initiator');
  const host = placeSide ?? hostSideOf(contact);
  const isInitiator = (actor: ContactActor): boolean => initiators.some((each) => isOf(each, actor));
  const isGuest = ({ side, entity }: ContactActor): boolean => (side ?? entity) !== host;
  const isJourney = (kind === 'meeting' || kind === 'visit') && host !== undefined;
  return split(isInitiator) ?? (isJourney ? split(isGuest) : undefined) ?? { source: all, recipient: all };
}

/** The actor himself, or the state that stands behind him. */
function isOf(role: ContactActor, actor: ContactActor): boolean {
  if ((role.entity ?? role.name) === (actor.entity ?? actor.name)) return true;
  return role.side !== undefined && role.side === actor.side && role.entity === role.side;
}

/** A meeting that was asked for and refused; one that was planned and called off is none. */
function isRefusal({ status, voices }: Coded): boolean {
  return status === 'not_occurred' && voices.some((voice) => voice.calledOff === 'refused');
}

function modeOf({ kind, actors }: Coded, placeSide: string | undefined): PloverCode['mode'] | undefined {
  const sides = new Set(actors.map((actor) => actor.side ?? actor.entity ?? actor.name));
  if (kind === 'phone_call' || kind === 'video_call') return 'phone';
  if (kind !== 'meeting' && kind !== 'visit') return undefined;
  if (sides.size >= LEAST_MULTILATERAL) return 'multilateral';
  if (kind === 'visit') return 'visit';
  if (placeSide === undefined) return undefined;
  return sides.has(placeSide) ? 'visit' : 'third-party';
}

function cameoOf({ kind }: Coded, mode: PloverCode['mode'] | undefined): string {
  if (mode === 'phone') return '041';
  if (mode === 'visit') return '042';
  if (mode === 'third-party') return '044';
  return kind === 'talks' ? '046' : '040';
}
