import type { Contact, ContactActor, ContactRole, ContactStatus } from '../model/contact.js';
import type { Stance } from '../model/statement.js';
import type { ContactReport } from './ledger.js';

// An invented world: the presidents of «آرانیا» and «کاسپیان», a spokeswoman, an unnamed source.

export const ARTIN = actor('بهمن آرتین', 'per.artin', 'geo.arania');
export const VALIN = actor('تیمور والین', 'per.valin', 'geo.caspian');
export const ARANIA = actor('آرانیا', 'geo.arania', 'geo.arania');
export const CASPIAN = actor('کاسپیان', 'geo.caspian', 'geo.caspian');

export function actor(name: string, entity: string, side: string): ContactActor {
  return { name, entity, side, via: 'name' };
}

export interface Told {
  readonly article: string;
  readonly published: string;
  readonly actors?: readonly ContactActor[];
  readonly roles?: readonly ContactRole[];
  readonly kind?: Contact['kind'];
  readonly status: ContactStatus;
  readonly day?: string;
  readonly stance: Stance;
  readonly speaker?: { readonly speaker: string; readonly entity?: string; readonly side?: string };
  readonly words?: string;
  readonly copyGroup?: string;
  readonly calledOff?: 'cancelled';
  /** Only the first of the actors is named. */
  readonly isOpen?: true;
}

export const SOURCE = { speaker: 'یک منبع آگاه' };
export const KUHZAD = { speaker: 'نینا کوهزاد', entity: 'per.kuhzad', side: 'geo.caspian' };

/** What one article tells of one contact: of a call of the two presidents, unless it says otherwise. */
export function report(told: Told): ContactReport {
  const { article, published, speaker, status, day, stance, copyGroup } = told;
  const evidence = { span: { start: 0, end: 9 }, rule: 'test' };
  const participant = speaker?.entity !== undefined;
  const voice = {
    ...(speaker && { statement: 0 }),
    ...{ stance, participant, presupposed: false, evidence },
    ...(told.calledOff && { calledOff: told.calledOff }),
  };
  return {
    article,
    index: 0,
    published,
    known: published,
    ...(copyGroup !== undefined && { copyGroup }),
    said: speaker === undefined ? {} : { 0: { ...speaker, words: told.words ?? article } },
    contact: {
      actors: told.actors ?? [ARTIN, VALIN],
      ...(told.isOpen && { isOpen: told.isOpen }),
      roles: told.roles ?? [],
      kind: told.kind ?? 'phone_call',
      level: 'leaders',
      secrecy: 'unknown',
      status,
      disputed: false,
      ...(day !== undefined && { when: { iso: day, precision: 'day' as const } }),
      trigger: { start: 0, end: 4 },
      voices: [voice],
      evidence: [evidence],
    },
  };
}
