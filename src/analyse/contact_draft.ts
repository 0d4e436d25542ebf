import type { ContactKind, ContactPlace, ContactTime, ContactVoice, Secrecy } from '../model/contact.js';
import type { Span } from '../model/span.js';
import type { Party } from './contact_party.js';
import type { FoundRole } from './contact_roles.js';
import type { Modality } from './contact_surroundings.js';

/** A voice of a draft, with what the status rule needs beyond the contract. */
export interface DraftVoice extends ContactVoice {
  readonly side?: string;
  /** Who speaks; whether he is a participant shows against the parties of the draft. */
  readonly speakers: readonly Party[];
}

/** One telling of a contact: a trigger with its parties and what is said of it. */
export interface Telling {
  readonly parties: readonly Party[];
  /** Of both sides only one is known: `parties` holds it alone. */
  readonly isOpen: boolean;
  /** Who took the initiative, mediated, was host. */
  readonly roles: readonly FoundRole[];
  readonly kind: ContactKind;
  readonly modality: Modality;
  readonly secrecy: Secrecy;
  readonly when?: ContactTime;
  readonly place?: ContactPlace;
  readonly trigger: Span;
  readonly voice: DraftVoice;
  /** «این دیدار»: no new contact. */
  readonly isReference: boolean;
  /** «دیدار دیگری», «آخرین دیدار»: not the one before. */
  readonly isAnother: boolean;
  readonly phrase: string;
  /** «دور نخست این گفت‌وگوها»: which of several, not the one to come. */
  readonly round?: string;
  /** Between whom a round can only be where no sentence says it: the two states of the article. */
  readonly dyad?: readonly Party[];
  /** Only named, and not where or when something was said: «دیدار با او را پیروزی می‌داند». */
  readonly isNamed: boolean;
  /** «این دیدار» says more than «این نشست»: they met. */
  readonly isFaceToFace: boolean;
  /** «دو بار», «چند تماس»: several contacts told as one. */
  readonly isMany: boolean;
  /** «این گفت‌وگوها»: all that was just told. */
  readonly isPlural: boolean;
  /** Index of the paragraph, and where its sentence begins. */
  readonly block: number;
  readonly sentence: number;
  /** A headline or lede tells vaguely what the body tells in full. */
  readonly isSummary: boolean;
  /** Part of the text: what stands in another teaser is another story. */
  readonly part: number;
  readonly rule: string;
}

/** A contact while the page is being read: its tellings so far. */
export interface Draft {
  readonly tellings: Telling[];
  readonly voices: DraftVoice[];
}

/** Most telling kind of a draft: «دیدار و گفت‌وگو» is a meeting. */
export function kindOf(draft: Draft): ContactKind {
  const own = draft.tellings.filter(
    (telling) => telling.voice.stance !== 'unknown' && (!telling.isReference || telling.isFaceToFace),
  );
  const kinds = new Set((own.length > 0 ? own : draft.tellings).map((telling) => telling.kind));
  return SPECIFIC.find((kind) => kinds.has(kind)) ?? 'contact';
}

const SPECIFIC: readonly ContactKind[] = [
  'video_call',
  'phone_call',
  'meeting',
  'visit',
  'channel',
  'message',
  'talks',
  'contact',
];

/** Whether two kinds may be the same contact: «تماس» and «گفت‌وگو» are said of a call and of a meeting. */
export function mayBeSameKind(a: ContactKind, b: ContactKind): boolean {
  if (a === b) return true;
  const kinds = new Set([a, b]);
  if (kinds.has('contact')) return kinds.has('phone_call') || kinds.has('video_call') || kinds.has('talks');
  return kinds.has('talks') && (kinds.has('phone_call') || kinds.has('video_call') || kinds.has('meeting'));
}

/** Whether one side of parties is the other, person by person or through the states they stand for. */
export function areSameParties(a: readonly Party[], b: readonly Party[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const free = [...many];
  return few.every((party) => {
    const at = free.findIndex((other) => isSameParty(party, other));
    if (at < 0) return false;
    free.splice(at, 1);
    return true;
  });
}

function isSameParty(a: Party, b: Party): boolean {
  if (a.entity !== undefined && a.entity === b.entity) return true;
  if (a.name === b.name) return true;
  if (a.side === undefined || a.side !== b.side) return false;
  return a.type !== 'person' || b.type !== 'person' || a.entity === undefined || b.entity === undefined;
}

function isOnlyClaimed(draft: Draft): boolean {
  return draft.voices
    .filter((voice) => voice.stance === 'affirm')
    .every((voice) => voice.statement !== undefined && !voice.participant);
}

/** The drafts that a telling belongs to: the last one that fits best; none when it is a contact of its own. */
export function draftsOf(drafts: readonly Draft[], telling: Telling): readonly Draft[] {
  const near = drafts.filter(
    (draft) =>
      draft.tellings.every((other) => !isTeaserPart(other, telling)) &&
      (telling.parties.length === 0 || isOpenDraft(draft) === telling.isOpen),
  );
  if (telling.isReference && telling.round !== undefined) return roundsOf(near, telling, telling.round);
  if (telling.isReference) return referredBy(near, telling);
  if (telling.isAnother) return [];
  const fitting = near.filter((draft) => isSameContact(telling, draft));
  const alike = fitting.filter((draft) =>
    draft.voices.some((voice) => voice.stance === telling.voice.stance),
  );
  const best = alike.at(-1) ?? fitting.at(-1);
  return best === undefined ? [] : [best];
}

/** The drafts of a round; of one that took place also what was told without a number. */
function roundsOf(near: readonly Draft[], telling: Telling, round: string): readonly Draft[] {
  const named = near.filter((draft) => draft.tellings.some((each) => each.round === round));
  if (named.length > 0) return named.slice(-1);
  if (telling.voice.stance !== 'affirm') return [];
  return referredBy(near, telling).filter(
    (draft) =>
      draft.tellings.every((each) => each.round === undefined) &&
      draft.voices.some(({ stance }) => stance === 'affirm'),
  );
}

function referredBy(near: readonly Draft[], telling: Telling): readonly Draft[] {
  const meant = near.filter((draft) => refersTo(telling, draft));
  const last = meant.toSorted((a, b) => lastTold(a) - lastTold(b)).at(-1);
  if (last === undefined || !telling.isPlural) return last === undefined ? [] : [last];
  const blocks = meant
    .flatMap((draft) => draft.tellings.map((each) => each.block))
    .filter((block) => block < telling.block);
  const block = Math.max(...blocks);
  const together = meant.filter((draft) => draft.tellings.some((each) => each.block === block));
  return together.length > 0 ? together : [last];
}

/** Whether only one side of a draft is known. */
export function isOpenDraft({ tellings }: Draft): boolean {
  return tellings[0]?.isOpen === true;
}

function lastTold(draft: Draft): number {
  return Math.max(...draft.tellings.map((telling) => telling.trigger.start));
}

function isTeaserPart(a: Telling, b: Telling): boolean {
  return a.part !== b.part && (a.part < 0 || b.part < 0);
}

function refersTo(telling: Telling, draft: Draft): boolean {
  if (telling.parties.length > 1 && !areSameParties(telling.parties, partiesOf(draft))) return false;
  const kind = kindOf(draft);
  if (mayBeSameKind(telling.kind, kind)) return true;
  return telling.kind === 'meeting' && kind === 'visit';
}

function isSameContact(telling: Telling, draft: Draft): boolean {
  if (!mayBeSameKind(telling.kind, kindOf(draft))) return false;
  if (!areSameParties(telling.parties, partiesOf(draft))) return false;
  if (!areOneLevel(telling, draft)) return false;
  if (!mayBeSameTime(telling.when, timeOf(draft))) return false;
  if (telling.when !== undefined && !telling.isMany && draft.tellings.some((other) => other.isMany))
    return false;
  if (!maySecrecyAgree(telling.secrecy, secrecyOf(draft))) return false;
  return mayStancesMeet(telling, draft);
}

/** People and their states are one contact only where a headline or lede is vague. */
function areOneLevel(telling: Telling, draft: Draft): boolean {
  if (telling.isSummary || draft.tellings.every((other) => other.isSummary)) return true;
  if (draft.tellings.at(-1)?.sentence === telling.sentence) return true;
  const people = (parties: readonly Party[]): number =>
    parties.filter((party) => party.type === 'person').length;
  const [one, other] = [people(telling.parties), people(partiesOf(draft))];
  return one > 0 === other > 0;
}

const AHEAD: ReadonlySet<string> = new Set(['expected', 'conditional', 'offered']);

function mayStancesMeet(telling: Telling, draft: Draft): boolean {
  const { modality, voice } = telling;
  const { stance } = voice;
  const isGuess = (each: { readonly speculative?: boolean }): boolean => each.speculative === true;
  if (isGuess(voice) !== draft.voices.every(isGuess)) return false;
  if (modality.calledOff !== undefined || stance === 'unknown') return true;
  if (draft.voices.every((each) => each.stance === 'unknown')) return kindOf(draft) === telling.kind;
  const isSettled = draft.voices.some((each) => each.stance === 'affirm');
  const isAhead = draft.voices.every((each) => AHEAD.has(each.stance));
  if (AHEAD.has(stance)) {
    if (modality.rule === PURPOSE) return true;
    if (stance === 'offered') return draft.voices.every((each) => each.stance === stance);
    return !isSettled && draft.voices.every((each) => !AHEAD.has(each.stance) || each.stance === stance);
  }
  if (stance === 'affirm')
    return (
      isSettled || draft.tellings.some(isPurpose) || isDeniedBySide(draft) || draft.tellings.every(isDisproof)
    );
  if (isAhead && modality.rule === 'modality/negated') return false;
  return !isSettled || isOnlyClaimed(draft);
}

/** «برای دیدار با او وارد شد»: what was the purpose is what then happens. */
const PURPOSE = 'modality/purpose';

function isPurpose(telling: Telling): boolean {
  return telling.modality.rule === PURPOSE;
}

/** «گزارش‌ها درباره تماس A و B واقعی نبودند»: what the reports said is what is told next. */
function isDisproof({ modality, voice }: Telling): boolean {
  return modality.isActed && voice.stance === 'deny';
}

function isDeniedBySide(draft: Draft): boolean {
  return draft.voices.some(
    (voice) => voice.stance === 'deny' && voice.participant && voice.calledOff === undefined,
  );
}

function maySecrecyAgree(a: Secrecy, b: Secrecy): boolean {
  return a === b || a === 'unknown' || b === 'unknown' || (a !== 'announced' && b !== 'announced');
}

/** Whether two times may be one: nothing known, or days that overlap. */
export function mayBeSameTime(a: ContactTime | undefined, b: ContactTime | undefined): boolean {
  const one = daysOf(a);
  const other = daysOf(b);
  if (one === undefined || other === undefined) return true;
  return one[0] <= other[1] && other[0] <= one[1];
}

/** First and last day of a time, both ends open where nothing is known. */
function daysOf(when: ContactTime | undefined): readonly [string, string] | undefined {
  if (when === undefined) return undefined;
  if (when.iso !== undefined) return [when.iso.slice(0, 10), when.iso.slice(0, 10)];
  if (when.interval === undefined) return undefined;
  return [when.interval[0]?.slice(0, 10) ?? '0000', when.interval[1]?.slice(0, 10) ?? '9999'];
}

/** Parties of a draft: the fullest telling's. */
export function partiesOf(draft: Draft): readonly Party[] {
  let best: readonly Party[] = [];
  for (const { parties } of draft.tellings) if (weight(parties) > weight(best)) best = parties;
  return best;
}

/** More parties are better; of equally many those who are named people. */
function weight(parties: readonly Party[]): number {
  return (
    parties.length * 10 +
    parties.filter((party) => party.type === 'person' && party.entity !== undefined).length
  );
}

export function timeOf(draft: Draft): ContactTime | undefined {
  const times = draft.tellings.flatMap((telling) => (telling.when === undefined ? [] : [telling.when]));
  return times.find((when) => when.iso !== undefined) ?? times[0];
}

export function secrecyOf(draft: Draft): Secrecy {
  const told = draft.tellings.map((telling) => telling.secrecy);
  return (['secret', 'unannounced', 'announced'] as const).find((each) => told.includes(each)) ?? 'unknown';
}
