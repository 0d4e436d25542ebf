import { spanOfWords, type WordRange } from './contact_line.js';
import type { Party, PartyLine } from './contact_party.js';

/** Titles that are somebody's: «مشاور ترامپ» is not Trump. */
export const AIDE =
  /^(?:مشاور|معاون|دستیار|فرستاده|نماینده|سخنگوی|وکیل|داماد|همسر|پسر|دختر|برادر|مشاوران|نمایندگان)$/u;
export const PLURAL_TITLE =
  /^(?:روسا|روسای|روسایجمهور|وزرا|وزرای|وزیران|سفرا|سفرای|سفیران|رهبران|سران|مقامات|مقامهای|فرماندهان|نمایندگان|ارتشهای|هیاتهای|هییتهای|کارشناسان|دبیران|دیپلماتهای|نخستوزیران|شهرداران|معاونان|طرفهای|دولتهای|مسیولان|کشورهای)$/u;

/** Officials without names stand for their state: «مقام‌های ارشد روسیه», «هیئت‌های کارشناسی دو کشور». */
const COLLECTIVE =
  /^(?:مقامات|مقامهای|مسیولان|کارشناسان|هیاتهای|هییتهای|هیات|هییت|هیاتی|هییتی|تیم|تیمهای|مذاکرهکنندگان|نمایندگان|دیپلماتهای|رهبران|سران|روسا|روسای|روسایجمهور|روسایجمهوری|وزرا|وزرای|وزیران|سفرا|دولتمردان|دستگاه)$/u;

export function titledParty(at: PartyLine, range: WordRange, owner: Party): Party {
  const { line } = at;
  const span = spanOfWords(line, range);
  // «یک هیئت بلندپایه روس»
  const first = line.keys[range.from] === 'یک' ? range.from + 1 : range.from;
  const head = line.keys[first] ?? '';
  const holder = holderOf(at, range, owner);
  if (holder !== undefined)
    return { ...range, span, role: span, via: 'role', ...holder, type: 'person', plural: true };
  if (COLLECTIVE.test(head) && owner.type !== 'person')
    return { ...owner, ...range, span, role: span, plural: true };
  return {
    ...range,
    span,
    name: line.text.slice(span.start, span.end).replace(/^[«"]|[»"]$/g, ''),
    ...(owner.side !== undefined && { side: owner.side }),
    via: 'role',
    type: /^(?:ارتش|هیات|هییت|نیرو)/u.test(line.keys[range.from] ?? '') ? 'organisation' : 'person',
    ...(PLURAL_TITLE.test(line.keys[range.from] ?? '') && { plural: true }),
  };
}

/** Who holds the office of a title in the owner's country: «رؤسای سرویس‌های اطلاعاتی نیلوان و مرداویا» are two people. */
function holderOf(
  { line, known }: PartyLine,
  title: WordRange,
  owner: Party,
): { name: string; entity: string; side?: string } | undefined {
  if (owner.side === undefined) return undefined;
  const words = line.keys.slice(
    title.from,
    Math.min(title.to, owner.from > title.from ? owner.from : title.to),
  );
  const [head = '', ...rest] = words;
  const stem = rest.map((word) => word.replace(/(?:ها|های)$/u, ''));
  const bound = stem.map((word, at) => (at < stem.length - 1 && /[او]$/u.test(word) ? `${word}ی` : word));
  const office = [SINGULAR.get(head) ?? head, ...bound].join('');
  const entity = [office, office.replace(/ی$/u, '')]
    .map((each) => known.holderOfWords(each, owner.side ?? ''))
    .find((each) => each !== undefined);
  if (entity === undefined) return undefined;
  return { name: entity.name, entity: entity.id, ...(entity.side !== undefined && { side: entity.side }) };
}

const SINGULAR: ReadonlyMap<string, string> = new Map([
  ['روسایجمهور', 'رییسجمهور'],
  ['روسایجمهوری', 'رییسجمهور'],
  ['روسای', 'رییس'],
  ['روسا', 'رییس'],
  ['وزرای', 'وزیر'],
  ['وزیران', 'وزیر'],
  ['سفرای', 'سفیر'],
  ['دبیران', 'دبیر'],
  ['فرماندهان', 'فرمانده'],
  ['نخستوزیران', 'نخستوزیر'],
]);

/** «ارتش‌های آمریکا **و روسیه**»: the institution in the plural is the second country's too. */
export function isArmyOf({ line }: PartyLine, last: Party | undefined, party: Party): last is Party {
  if (last?.type !== 'organisation' || party.type !== 'state') return false;
  return /^(?:ارتش|نیرو|وزارتخانه|پارلمان|دستگاه)های$/u.test(line.keys[last.from] ?? '');
}

export function armyOf({ line }: PartyLine, last: Party, party: Party): Party {
  const word = line.text
    .slice(line.words[last.from]?.start, line.words[last.from]?.end)
    .replace(/[\s\u200c]?های$/u, '');
  return { ...withoutEntity(party), name: `${word} ${party.name}`, type: 'organisation', via: 'org' };
}

/** «روسای جمهور روسیه **و ترکیه**»: the office before the first country is the second one's too. */
export function sharedParty(at: PartyLine, shared: WordRange, party: Party): Party {
  const { line } = at;
  const title = spanOfWords(line, shared);
  const holder = holderOf(at, shared, { ...party, from: shared.to });
  if (holder !== undefined) {
    return { ...party, role: title, via: 'role', ...holder, type: 'person', plural: true };
  }
  if (COLLECTIVE.test(line.keys[shared.from] ?? '')) {
    return { ...party, role: title, plural: true };
  }
  const owner = party.span === undefined ? party.name : line.text.slice(party.span.start, party.span.end);
  const name = `${line.text.slice(title.start, title.end)} ${owner}`;
  return { ...withoutEntity(party), name, via: 'role', type: 'person', plural: true };
}

/** «رئیس‌جمهور **و وزیر خارجهٔ ترکیه**»: the first office is of the same country. */
export function waitingParty(at: PartyLine, office: WordRange, next: Party): Party | undefined {
  if (!namesItsCountry(at, next)) return undefined;
  const titled = titledParty(at, office, { ...next, from: office.to });
  const state = at.known.entityOf(next.side);
  const isNamed = titled.entity !== undefined || state === undefined;
  return isNamed ? titled : { ...titled, name: `${titled.name} ${state.name}` };
}

/** «وزیر خارجهٔ ترکیه», «رئیس‌جمهور ترک», and not «وزیر خارجه» of whom is known elsewhere. */
function namesItsCountry({ line, known }: PartyLine, { from, to, side, type }: Party): boolean {
  const name = known.entityOf(side)?.name;
  if (name === undefined || type === 'group') return false;
  const words = line.text.slice(line.words[from]?.start, line.words[to - 1]?.end);
  return words.includes(name) || line.keys.slice(from, to).some((key) => known.countryOf(key) === side);
}

function withoutEntity({ entity: _, ...party }: Party): Party {
  return party;
}
