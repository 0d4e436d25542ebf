import {
  areSameParties,
  type Draft,
  kindOf,
  mayBeSameKind,
  mayBeSameTime,
  partiesOf,
  timeOf,
} from './contact_draft.js';

// Drafts that are told with another one and are no contact of their own.

/** The article names both sides elsewhere: nobody need look for the other one. */
export function isOfKnown(draft: Draft, whole: readonly Draft[]): boolean {
  return whole.some(
    (other) =>
      mayBeSameKind(kindOf(draft), kindOf(other)) && areSameParties(partiesOf(draft), partiesOf(other)),
  );
}

/** A journey on which the traveller meets somebody of the host's side is told with the meeting. */
export function isOfMeeting(draft: Draft, drafts: readonly Draft[]): boolean {
  if (kindOf(draft) !== 'visit') return false;
  const parties = partiesOf(draft);
  if (parties.every((party) => party.type !== 'person')) return false;
  if (isCalledOff(draft)) return false;
  const isOpen = (each: Draft): boolean => each.voices.every(({ stance }) => stance !== 'affirm');
  return drafts.some((other) => {
    const kind = kindOf(other);
    if (kind !== 'meeting' && kind !== 'talks') return false;
    const isPlan = other.tellings.every((telling) => telling.modality.rule === 'modality/purpose');
    if (!mayBeSameTime(timeOf(draft), timeOf(other))) return false;
    return !isPlan && isOpen(other) === isOpen(draft) && areSameParties(parties, partiesOf(other));
  });
}

function isCalledOff({ voices }: Draft): boolean {
  return voices.some(({ calledOff }) => calledOff !== undefined);
}

/** A meeting that a journey was to bring is told with the journey that was called off. */
export function isOfCalledOffVisit(draft: Draft, drafts: readonly Draft[]): boolean {
  if (kindOf(draft) !== 'meeting' || draft.voices.some(({ stance }) => stance === 'affirm')) return false;
  return drafts.some(
    (other) =>
      kindOf(other) === 'visit' && isCalledOff(other) && areSameParties(partiesOf(draft), partiesOf(other)),
  );
}
