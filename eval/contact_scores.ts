import type { Contact, ContactKind } from '../src/model/contact.js';
import type { Span } from '../src/model/span.js';
import { keyOf } from '../src/persian/keys.js';
import type { GoldActor, GoldArticle, GoldContact } from './contact_gold.js';

// Contacts held against gold: one-to-one by actors and class of kind, then what is said of the matched ones.

export interface ContactMatch {
  readonly gold: GoldContact;
  readonly found: Contact;
}

export interface ContactOutcome {
  readonly article: GoldArticle;
  readonly matches: readonly ContactMatch[];
  /** Gold that nobody found; optional gold is left out. */
  readonly missed: readonly GoldContact[];
  /** Contacts that no gold holds. */
  readonly extra: readonly Contact[];
  /** Of the extra ones, those out of a box or a trap. */
  readonly trapped: readonly Contact[];
  readonly critical: readonly string[];
}

/** Share of the union of both sets of actors that must be in both. */
const LEAST_ACTORS = 0.6;

/** Kinds that one and the same contact may be called. */
const CLASSES: readonly (readonly ContactKind[])[] = [
  ['phone_call', 'video_call', 'talks', 'contact'],
  ['meeting', 'visit'],
  ['message'],
  ['channel'],
];

/** Matches the contacts of one article with its gold, the likeliest pairs first. Gold without actors has no match. */
export function compareContacts(article: GoldArticle, found: readonly Contact[]): ContactOutcome {
  const scored = article.contacts.filter((gold) => gold.actors.length > 0);
  const pairs = scored
    .flatMap((gold) => found.map((contact) => ({ gold, found: contact, points: pointsOf(gold, contact) })))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points);
  const matches: ContactMatch[] = [];
  for (const pair of pairs) {
    if (!matches.some((each) => each.gold === pair.gold || each.found === pair.found)) matches.push(pair);
  }
  const extra = found.filter(
    (contact) => !matches.some((each) => each.found === contact) && !isOnlyHeadline(article, contact),
  );
  const trapped = extra.filter((contact) =>
    [...article.traps, ...article.boxes].some((span) => holds(span, contact.trigger)),
  );
  return {
    article,
    matches,
    missed: scored.filter((gold) => !gold.optional && !matches.some((each) => each.gold === gold)),
    extra,
    trapped,
    critical: criticalErrors(article, matches, trapped),
  };
}

/** Told in headline or lede alone, of which the press's truth says nothing. */
function isOnlyHeadline({ input, ignoresHeadlines }: GoldArticle, contact: Contact): boolean {
  if (ignoresHeadlines !== true) return false;
  const heads = (input.parts ?? []).filter(({ role }) => role === 'headline' || role === 'lede');
  return contact.evidence.every(({ span }) => heads.some((head) => holds(head, span)));
}

/** Required gold alone beats optional, evidence beats mere names. */
function pointsOf(gold: GoldContact, contact: Contact): number {
  const actors = sharedActors(gold, contact);
  if (actors < LEAST_ACTORS || !gold.kinds.some((kind) => isSameClass(kind, contact.kind))) return 0;
  const onEvidence = gold.evidence.some(
    (span) => holds(span, contact.trigger) || contact.evidence.some((each) => overlaps(span, each.span)),
  );
  return (
    actors +
    (onEvidence ? 2 : 0) +
    (holds(gold.evidence[0], contact.trigger) ? 1 : 0) +
    (gold.optional ? 0 : 0.5) +
    (gold.statuses.includes(contact.status) ? 0.6 : 0) +
    (gold.kinds.includes(contact.kind) ? 0.1 : 0)
  );
}

function isSameClass(a: ContactKind, b: ContactKind): boolean {
  return a === b || CLASSES.some((each) => each.includes(a) && each.includes(b));
}

function sharedActors(gold: GoldContact, contact: Contact): number {
  const free = [...contact.actors];
  const count = free.length;
  let shared = 0;
  for (const actor of gold.actors) {
    const at = free.findIndex((each) => isActor(actor, each));
    if (at < 0) continue;
    free.splice(at, 1);
    shared += 1;
  }
  if (shared < Math.min(2, gold.actors.length)) return 0;
  return shared / (gold.actors.length + count - shared);
}

function isActor(gold: GoldActor, actor: Contact['actors'][number]): boolean {
  const { span } = actor;
  if (span !== undefined && gold.spans.some((each) => overlaps(each, span))) return true;
  const name = keyOf(actor.name);
  return gold.names.some((each) => {
    const key = keyOf(each);
    return (
      key === name ||
      (key.includes(' ') && name.endsWith(` ${key.split(' ').at(-1)}`) && key.split(' ').length === 2)
    );
  });
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function holds(outer: Span | undefined, inner: Span): boolean {
  return outer !== undefined && outer.start <= inner.start && inner.end <= outer.end;
}

/** What must never happen: shown as having taken place what did not, or out of a box or an interview. */
function criticalErrors(
  article: GoldArticle,
  matches: readonly ContactMatch[],
  trapped: readonly Contact[],
): string[] {
  const wrong = matches.filter(({ gold, found }) => {
    const isOpen = gold.statuses.every((status) => !/^(?:confirmed|stated|claimed)$/.test(status));
    return isOpen && /^(?:confirmed|stated)$/.test(found.status);
  });
  const boxed = trapped.filter((contact) => article.boxes.some((box) => holds(box, contact.trigger)));
  const media = trapped.filter((contact) =>
    article.traps.some(
      (trap) => /interview|press_conference|مصاحبه|نشست خبری/.test(trap.kind) && holds(trap, contact.trigger),
    ),
  );
  return [
    ...wrong.map(({ gold, found }) => `${gold.id} is ${gold.statuses[0]}, shown as ${found.status}`),
    ...boxed.map((contact) => `${article.id}: out of a box at ${contact.trigger.start}`),
    ...media.map((contact) => `${article.id}: a medium as contact at ${contact.trigger.start}`),
  ];
}

export interface ContactFigures {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  /** Of the matched ones, those with a right status. */
  readonly status: number;
  /** A contact counts only with its status. */
  readonly f1WithStatus: number;
  readonly day: number;
  /** Right initiators among those that the gold or the program names. */
  readonly initiator: number;
  readonly critical: readonly string[];
  readonly trapped: number;
  readonly counts: string;
}

/** Figures over articles; matches with optional gold neither help nor harm. */
export function figuresOf(outcomes: readonly ContactOutcome[]): ContactFigures {
  const matches = outcomes.flatMap((each) => each.matches).filter(({ gold }) => !gold.optional);
  const missed = outcomes.flatMap((each) => each.missed).length;
  const extra = outcomes.flatMap((each) => each.extra).length;
  const right = matches.filter(({ gold, found }) => gold.statuses.includes(found.status)).length;
  const dated = matches.filter(({ gold }) => gold.day !== undefined);
  const days = dated.filter(({ gold, found }) => isRightDay(gold, found)).length;
  const f1 = (hits: number): number => (2 * hits) / (2 * matches.length + missed + extra);
  return {
    f1: f1(matches.length),
    precision: matches.length / (matches.length + extra),
    recall: matches.length / (matches.length + missed),
    status: right / Math.max(1, matches.length),
    f1WithStatus: f1(right),
    day: dated.length === 0 ? 1 : days / dated.length,
    initiator: initiatorScore(matches),
    critical: outcomes.flatMap((each) => each.critical),
    trapped: outcomes.flatMap((each) => each.trapped).length,
    counts: `${matches.length} of ${matches.length + missed}, ${extra} extra`,
  };
}

/** The day of the gold lies in the time found; none is none. */
function isRightDay(gold: GoldContact, found: Contact): boolean {
  const { when } = found;
  if (gold.day === null || gold.day === undefined) return when?.iso === undefined;
  if (when?.iso !== undefined) return when.iso.startsWith(gold.day);
  const [from = '', to = ''] = when?.interval ?? [];
  return from.slice(0, gold.day.length) <= gold.day && gold.day <= to.slice(0, gold.day.length);
}

/** 1 where the gold names none. */
function initiatorScore(matches: readonly ContactMatch[]): number {
  const judged = matches.flatMap(({ gold, found }) => {
    const told = found.roles.filter(({ part }) => part === 'initiator').map(({ name }) => keyOf(name));
    if (gold.initiator === undefined || (gold.initiator === null && told.length === 0)) return [];
    return [gold.initiator?.some((name) => told.includes(keyOf(name))) === true];
  });
  return judged.length === 0 ? 1 : judged.filter(Boolean).length / judged.length;
}
