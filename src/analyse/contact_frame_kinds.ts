import type { Argument, Governing } from './contact_arguments.js';
import type { Frame } from './contact_frames.js';
import type { Party } from './contact_party.js';
import type { RightSide } from './contact_right.js';
import type { FoundTrigger } from './contact_triggers.js';

/** What stands around a trigger, before it is known what kind of contact it tells of. */
export interface Sides {
  readonly right: RightSide;
  readonly left: readonly Argument[];
  /** Between the noun of a message and the verb: «نامهٔ A از طریق B به C رسید». */
  readonly inner: readonly Argument[];
  /** Of the clause before: «سفیر به کابل گفت که پکن نامه نوشته …». */
  readonly outer: readonly Argument[];
  readonly subject: readonly Party[];
  readonly verb: Governing | undefined;
  /** The word before the noun: «با», «از», «طی». */
  readonly before: string;
  /** «پس از مذاکرات …». */
  readonly isAfter: boolean;
  /** Keys between the noun with its parties and the verb. */
  readonly behind: string;
}

/** The parties by the kind of contact. */
export function choose(found: FoundTrigger, sides: Sides): Pick<Frame, 'parties' | 'rule' | 'destination'> {
  const { right, left, subject } = sides;
  const { shape, kind } = found.trigger;
  // «تنش میان دو کشور پس از دیدار …»: not the meeting is between them.
  const before = sides.isAfter ? [] : betweenBefore(found, left);
  const between = right.between.length > 0 ? right.between : before;
  if (/^meeting.(?:was-)?welcomed$/u.test(found.trigger.id)) return welcomeFrame(sides);
  if (shape === 'motion') return motionFrame(found, sides);
  if (isPair(between)) return { parties: between, rule: 'contact/between' };
  if (shape === 'arrival')
    return visitFrame({ ...sides, right: { ...right, receivers: right.owners, owners: [] } });
  if (kind === 'visit') return visitFrame(sides);
  if (shape === 'host') return { parties: [...subject, ...right.owners], rule: 'contact/host' };
  return kind === 'message' ? messageFrame(sides) : talkFrame(found, sides);
}

/** «میان A و B هیچ گفت‌وگویی …»; not «بحث میان A و B بر سر دیدار …». */
function betweenBefore(found: FoundTrigger, left: readonly Argument[]): readonly Party[] {
  const last = left.findLast((each) => /^(?:بین|میان)$/.test(each.preposition ?? ''));
  return last !== undefined && found.from - last.to <= LONGEST_BETWEEN ? last.parties : [];
}

/** Words between «میان A و B» and the noun: «هیچ», «تا کنون دو». */
const LONGEST_BETWEEN = 4;

/** «X با Y», «X و Y با یکدیگر», «دیدار X و Y». */
function talkFrame({ trigger }: FoundTrigger, sides: Sides): Pick<Frame, 'parties' | 'rule'> {
  const { right, subject } = sides;
  const owners = right.owners;
  const called = calledFrame(trigger, sides);
  if (called !== undefined) return called;
  const partners = partnersOf(trigger, sides);
  if (owners.length > 0 && partners.length > 0)
    return { parties: [...owners, ...partners], rule: 'contact/of-with' };
  if (right.isWithSubject && owners.length > 0 && subject.length > 0)
    return { parties: [...subject, ...owners], rule: 'contact/of-with' };
  if (isPair(owners)) return { parties: owners, rule: 'contact/of' };
  if (partners.length > 0) return { parties: withSubject(subject, partners), rule: 'contact/with' };
  const reached = [...goneTo(sides), ...calledBy(trigger, sides)];
  if (reached.length > 0) return { parties: [...subject, ...reached], rule: 'contact/with' };
  const together =
    right.isReciprocal ||
    trigger.shape === 'verb' ||
    isDirectVerb(sides, trigger.kind === 'contact' || trigger.kind === 'phone_call');
  if (together && isPair(subject)) return { parties: subject, rule: 'contact/each-other' };
  return { parties: owners, rule: 'contact/of-one' };
}

/** «تلفن پوتین به اردوغان», «تماس تلفنی پوتین به اردوغان»; a telephone alone calls nobody. */
function calledFrame(
  { id }: FoundTrigger['trigger'],
  { right }: Sides,
): Pick<Frame, 'parties' | 'rule'> | undefined {
  if (!/^call.(?:of|telephone-talk)$/u.test(id)) return undefined;
  const { owners, receivers } = right;
  if (owners.length > 0 && receivers.length > 0)
    return { parties: [...owners, ...receivers], rule: 'contact/of-with' };
  return id === 'call/of' ? { parties: [], rule: 'contact/of-with' } : undefined;
}

/** «به دیدار وزیر خارجه رفت». */
function goneTo({ right, before, verb }: Sides): readonly Party[] {
  return before === 'به' && /^(?:رفت|آمد)$/u.test(verb?.lemma ?? '') ? right.owners : [];
}

/** «اردوغان در تماس تلفنی پوتین گفت …»: the one who is called acts, whose the call is called. */
function calledBy({ kind }: FoundTrigger['trigger'], { right, subject, before }: Sides): readonly Party[] {
  const isCalled = kind === 'phone_call' && /^(?:با|در|طی)$/u.test(before);
  const [owner] = right.owners;
  const [own] = subject;
  if (!isCalled || owner?.type !== 'person' || own?.type !== 'person' || right.owners.length > 1) return [];
  return owner.name === own.name ? [] : [owner];
}

/** «نشست با وزیر کشور، استاندار گیلان»: who met both is not told, and they did not meet each other. */
function withSubject(subject: readonly Party[], partners: readonly Party[]): readonly Party[] {
  return subject.length === 0 && partners.length > 1 ? [] : [...subject, ...partners];
}

/** With whom: «با فیدان», of a call also «به فیدان تلفن زد». */
function partnersOf({ id }: FoundTrigger['trigger'], { right, left }: Sides): readonly Party[] {
  if (right.partners.length > 0) return right.partners;
  const near = lastWith(left, /^با$/);
  return near.length > 0 || id !== 'call/rang' ? near : lastWith(left, /^به$/);
}

/** «پوتین و اردوغان دیدار کردند», «… طی مکالمه‌ای تلفنی …» need no «با یکدیگر». */
function isDirectVerb({ right, verb, before, isAfter }: Sides, isCall: boolean): boolean {
  if (right.owners.length > 0 || right.partners.length > 0) return false;
  if (isAfter) return verb !== undefined;
  if (/^(?:با|از|به|برای|بر|برگزاری|احتمال|حاشیه|آستانه|محل|زمان)$/u.test(before)) return false;
  if (/^(?:در|طی|ضمن)$/u.test(before)) return verb !== undefined;
  // «آلمانی‌ها و فرانسوی‌ها تماس گرفتند»: with somebody, not with each other.
  if (isCall && verb?.lemma === 'گرفت') return false;
  return verb !== undefined && OWN_VERBS.has(verb.lemma) && verb.at - right.to <= LONGEST_TO_OWN_VERB;
}

const OWN_VERBS = new Set(['کرد', 'داشت', 'شد', 'گرفت', 'نشست', 'پرداخت', 'بود']);
/** Words between a noun and the verb that is its own: «تماس تلفنی … در ماه‌های اخیر داشته باشند». */
const LONGEST_TO_OWN_VERB = 8;

/** «از X استقبال کرد», «مورد استقبال X قرار گرفت» of people of two sides; what states welcome are words. */
function welcomeFrame({ left, right, subject }: Sides): Pick<Frame, 'parties' | 'rule'> {
  const passive = right.owners.length > 0 ? right.owners : lastWith(left, /^سوی$/);
  const others = passive.length > 0 ? passive : lastWith(left, /^از$/);
  const people = [...subject, ...others].filter(({ type }) => type === 'person');
  const sides = new Set(people.map(({ side }) => side));
  return { parties: others.length > 0 && sides.size > 1 ? people : [], rule: 'contact/host' };
}

/** «لاوروف به آنکارا رفت»: the goal stands right before the verb; people go, and officials of a state. */
function motionFrame({ from }: FoundTrigger, sides: Sides): Pick<Frame, 'parties' | 'rule' | 'destination'> {
  const goal = sides.left.at(-1);
  if (goal?.preposition !== 'به' || from - goal.to > 1) return { parties: [], rule: 'contact/visit' };
  const subject = sides.subject.filter(({ type }) => type !== 'organisation');
  return visitFrame({ ...sides, subject });
}

function visitFrame({ right, left, subject }: Sides): Pick<Frame, 'parties' | 'rule' | 'destination'> {
  const to = right.receivers.length > 0 ? right.receivers : lastWith(left, /^به$/);
  const place = to.find((party) => party.type === 'state') ?? to[0];
  const travellers = (right.owners.length > 0 ? right.owners : subject).filter(
    (party) => party.type !== 'organisation',
  );
  // «ژاپن و مالزی مقصد سفرم هستند»: states do not travel.
  const people = travellers.filter(({ type }) => type !== 'state');
  if (place === undefined) return { parties: people.length > 0 ? travellers : [], rule: 'contact/visit' };
  const states = to.filter((party) => party.type === 'state');
  return {
    // «سفرها به پاکستان و عمان» of nobody named: these two did not meet.
    parties: travellers.length > 0 ? [...travellers, ...states] : states.slice(0, 1),
    rule: 'contact/visit',
    ...(states.length < 2 && { destination: place }),
  };
}

function messageFrame(sides: Sides): Pick<Frame, 'parties' | 'rule'> {
  const { right, left, subject, before, behind } = sides;
  if (/^(?:تبادل|مبادله)$/u.test(before) || / (?:رد و بدل|ردوبدل|مبادله) $/u.test(behind)) {
    const partners = [...subject, ...lastWith(left, /^با$/)];
    const pair = [right.owners, partners].find(isPair);
    if (pair !== undefined) return { parties: pair, rule: 'contact/each-other' };
  }
  if (/ دریافت $/u.test(behind)) {
    const senders = right.owners.length > 0 ? right.owners : lastWith(left, /^از$/);
    return { parties: senders.length > 0 ? [...senders, ...subject] : [], rule: 'contact/message' };
  }
  // «به دادستان پیام داریم»: words to the world, nothing is sent.
  if (sides.verb?.lemma === 'داشت' && sides.verb.at === right.to)
    return { parties: [], rule: 'contact/message' };
  // «برخورد سخت این پیام را به تهران می‌دهد»: what is done says so, nobody sends it.
  if (before === 'این' && sides.verb !== undefined && sides.verb.mood !== 'past')
    return { parties: [], rule: 'contact/message' };
  const receivers = receiversOf(sides);
  const senders = right.owners.length > 0 ? right.owners : subject;
  return { parties: receivers.length > 0 ? [...senders, ...receivers] : [], rule: 'contact/message' };
}

/** Behind the noun, before it, before its verb; of «پیام داد» in the clause before. */
function receiversOf({ right, left, inner, outer, verb }: Sides): readonly Party[] {
  if (right.receivers.length > 0 || right.isAddressed) return right.receivers;
  const near = [left, inner].map((each) => lastWith(each, /^به$/)).find((each) => each.length > 0);
  const isSent = verb?.lemma === 'داد' && verb.at === right.to;
  return near ?? (isSent ? lastWith(outer, /^به$/) : []);
}

function lastWith(left: readonly Argument[], preposition: RegExp): readonly Party[] {
  return left.findLast((each) => preposition.test(each.preposition ?? ''))?.parties ?? [];
}

function isPair(parties: readonly Party[]): boolean {
  return parties.length > 1 || parties.some((party) => party.type === 'group');
}
