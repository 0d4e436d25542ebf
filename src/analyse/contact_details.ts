import type { ContactLevel, ContactPlace, Secrecy } from '../model/contact.js';
import type { Entity } from '../model/entity.js';
import type { Span } from '../model/span.js';
import type { Line } from './contact_line.js';
import type { Known, Party, PartyLine } from './contact_party.js';

/** Words that tell whether a contact was public; the first row that fits. */
const SECRECY: readonly (readonly [Secrecy, RegExp])[] = [
  [
    'secret',
    / (?:مخفیانه\S*|محرمانه\S*|سری|پنهانی|پنهان|مخفی|پشت پرده|پشتپرده|درهای بسته|پشت درهای بسته|دور از چشم) /u,
  ],
  ['unannounced', / (?:اعلامنشده\S*|اعلام نشده|غیرعلنی|غیررسمی|ازپیشاعلامنشده|پیشاعلامنشده) /u],
  ['announced', / (?:علنی|اعلامشده\S*|اعلام شده|رسما) /u],
];

/** Secrecy by the words from a clause's start to its verb. */
export function secrecyIn(line: Line, from: number, to: number): Secrecy {
  const words = ` ${line.keys.slice(from, to).join(' ')} `;
  if (/ بیش(?:تر)? از (?:دو|سه|چند) /u.test(words)) return 'unknown';
  return SECRECY.find(([, pattern]) => pattern.test(words))?.[0] ?? 'unknown';
}

/** «در آنکارا»: a place of the clause behind «در»; `known` gives its name. */
export function placeIn(
  { line, items, known }: PartyLine,
  from: number,
  to: number,
): ContactPlace | undefined {
  for (const item of items) {
    if (item.from <= from || item.to > to || item.adjective === true) continue;
    const before = line.keys.slice(Math.max(0, item.from - 3), item.from);
    if (before.at(-1) !== 'در' && !/^در (?:شهر|پایتخت|خاک|بندر|کاخ)/u.test(before.slice(-2).join(' ')))
      continue;
    const entity = known.entityOf(item.mention.entity);
    if (entity?.type !== 'place') continue;
    return placeOf(entity, item.mention.span);
  }
  return undefined;
}

/** A place with the country in which it lies. */
export function placeOf({ id, name, side }: Entity, span: Span): ContactPlace {
  return { name, entity: id, ...(side !== undefined && { side }), span };
}

const LEVELS: readonly (readonly [ContactLevel, RegExp])[] = [
  ['experts', /کارشناس|فنی/u],
  ['intelligence', /اطلاعات(?!\S*رسان)|امنیت(?:ی)? (?:خارجی|داخلی)|سرویس|intelligence/u],
  [
    'military',
    /ستاد|ارتش|فرمانده|ژنرال|نیروی دریایی|نیروی هوایی|دریادار|سرلشکر|سپهبد|chief-of-staff|commander|army/u,
  ],
  [
    'senior_officials',
    /معاون|مشاور|سفیر|سفرا|فرستاده|دستیار|سخنگو|دبیر شورا|نماینده|مقام|هیات|هییت|شهردار|deputy|adviser|ambassador|envoy|spokesperson|secretary@|aide/u,
  ],
  ['ministers', /وزیر(?!.*نخست)|وزرا|وزیران|minister(?!-prime)/u],
  [
    'leaders',
    /رییسجمهور|روسای جمهور|رییس جمهور|نخستوزیر|پادشاه|ولیعهد|صدراعظم|رهبر|سران|امیر|دبیرکل|president|prime-minister|king|crown-prince|chancellor|leader|emir|sultan|secretary-general/u,
  ],
];

/** On which level the parties stand: the lowest of theirs; «states» where only states are named. */
export function levelOf(
  parties: readonly Party[],
  words: string,
  officesOf: Known['officesOf'],
): ContactLevel {
  if (/ (?:کارشناسی|فنی) /u.test(words)) return 'experts';
  if (/ سران /u.test(words)) return 'leaders';
  const told = parties.map((party) => levelOfParty(party, officesOf));
  const lowest = LEVELS.find(([level]) => told.includes(level))?.[0];
  if (lowest !== undefined) return lowest;
  return parties.length > 0 && parties.every((party) => party.type === 'state') ? 'states' : 'unspecified';
}

function levelOfParty(party: Party, officesOf: Known['officesOf']): ContactLevel | undefined {
  if (party.type === 'state') return undefined;
  const offices = officesOf(party.entity);
  const words = offices.length > 0 ? offices.map(plainOffice).join(' ') : party.name;
  if (/prime-minister|نخستوزیر|نخست‌وزیر/u.test(words)) return 'leaders';
  return LEVELS.find(([, pattern]) => pattern.test(words))?.[0];
}

function plainOffice(office: string): string {
  return office.replace(/@.*$/, '@');
}

/** Letters of a phrase, for rules on its words. */
export function phraseOf(line: Line, from: number, to: number): string {
  return to <= from ? '' : ` ${line.keys.slice(from, to).join(' ')} `;
}
