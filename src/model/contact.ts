import type { Evidence } from './evidence.js';
import type { DatePrecision } from './extracted_page.js';
import type { Span } from './span.js';
import type { Speaker, Stance } from './statement.js';

export const CONTACT_KINDS = [
  'phone_call',
  'video_call',
  'meeting',
  'visit',
  'talks',
  'message',
  'channel',
  'contact',
] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export const CONTACT_LEVELS = [
  'leaders',
  'ministers',
  'senior_officials',
  'intelligence',
  'military',
  'experts',
  'states',
  'unspecified',
] as const;
export type ContactLevel = (typeof CONTACT_LEVELS)[number];

/** What is known of a contact, from all statements about it. */
export const CONTACT_STATUSES = [
  'confirmed',
  'stated',
  'claimed',
  'denied',
  'not_ruled_out',
  'expected',
  'conditional',
  'offered',
  'speculated',
  'not_occurred',
] as const;
export type ContactStatus = (typeof CONTACT_STATUSES)[number];

export type Secrecy = 'announced' | 'unannounced' | 'secret' | 'unknown';

/** What somebody has to do with a contact besides being a party of it, or without being one. */
export const CONTACT_PARTS = ['initiator', 'mediator', 'host'] as const;
export type ContactPart = (typeof CONTACT_PARTS)[number];

/** A party of a contact; a speaker in all but name. */
export interface ContactActor extends Speaker {
  /** Entity id of the country on whose side the actor stands. */
  readonly side?: string;
  /** Whom the analysis named, where an operator decided that `entity` is meant. */
  readonly machineEntity?: string;
}

/** Who brought a contact about: «به ابتکار …», «با میانجیگری …», «به میزبانی …». A mediator is no party. */
export interface ContactRole extends ContactActor {
  readonly part: ContactPart;
  readonly evidence: Evidence;
}

/** When it happened or is to happen. `iso` is absent where the text does not allow a date. */
export interface ContactTime {
  readonly iso?: string;
  /** First and last possible day or instant; either end may be open. */
  readonly interval?: readonly [from: string | undefined, to: string | undefined];
  readonly precision: DatePrecision;
  readonly span?: Span;
}

export interface ContactPlace {
  readonly name: string;
  readonly entity?: string;
  /** Entity id of the country in which it lies. */
  readonly side?: string;
  readonly span: Span;
}

/** One voice on whether a contact took place. */
export interface ContactVoice {
  /** Index of the statement; absent for the outlet's own narration. */
  readonly statement?: number;
  readonly stance: Stance;
  /** Whether a participant's side speaks. */
  readonly participant: boolean;
  /** Taken for granted, not said: «هدف این گفت‌وگوها … بوده است». */
  readonly presupposed: boolean;
  /** Mere guessing: «گمانه‌زنی‌ها دربارهٔ تماس …». */
  readonly speculative?: boolean;
  /** With stance `deny`: planned and called off, or asked for and refused. */
  readonly calledOff?: 'cancelled' | 'refused';
  readonly evidence: Evidence;
}

/** Actors get in touch, or are said to, or are said not to. */
export interface Contact {
  /** Its parties. */
  readonly actors: readonly ContactActor[];
  /** Of two sides only one is named, «تماس رؤسای‌جمهور» in the words of one government: `actors` holds it alone. */
  readonly isOpen?: true;
  readonly roles: readonly ContactRole[];
  readonly kind: ContactKind;
  readonly level: ContactLevel;
  readonly secrecy: Secrecy;
  readonly status: ContactStatus;
  readonly disputed: boolean;
  readonly when?: ContactTime;
  readonly place?: ContactPlace;
  readonly trigger: Span;
  readonly voices: readonly ContactVoice[];
  readonly evidence: readonly Evidence[];
}
