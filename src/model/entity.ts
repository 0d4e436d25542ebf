import type { Evidence } from './evidence.js';

export const ENTITY_TYPES = ['person', 'organisation', 'place'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** How words name somebody. `implicit`: not at all, the sentence before does. */
export type MentionVia = 'name' | 'role' | 'pronoun' | 'org' | 'unnamed' | 'implicit';

/** A person, an organisation or a place that articles speak of. */
export interface Entity {
  /** Of the gazetteer where it knows the entity («per.lavrov», «country.ru»), else made from its type and key. */
  readonly id: string;
  readonly type: EntityType;
  /** For people, in the usual spelling: `سرگئی لاوروف`. */
  readonly name: string;
  /** Whether the gazetteer knows it; unknown people have pages too. */
  readonly known: boolean;
  /** Entity id of the country on whose side it acts: `country.ru` for Lavrov, the Kremlin and Moscow. */
  readonly side?: string;
}

/** Words that name an entity, or somebody unnamed («منابع آگاه»): then `entity` is absent. */
export interface Mention extends Evidence {
  readonly entity?: string;
  readonly via: MentionVia;
  /** The title beside the name or instead of it: «وزیر خارجه روسیه». */
  readonly role?: Evidence['span'];
  /** Of an unnamed one: id of the country in its words, «یک مقام آمریکایی». */
  readonly side?: string;
}
