import type { EntityType } from '../model/entity.js';
import { findPredicates } from '../persian/verb_phrases.js';
import type { EntityIndex, KnownName } from './entity_lookup.js';
import type { MentionRule } from './mention_rules.js';
import { longestAt, type SentenceWords } from './sentence_words.js';
import { isEverydayWord } from './surname_places.js';

/** A name in words `from` up to `to` (exclusive) of its sentence. */
export interface NameFound {
  readonly from: number;
  readonly to: number;
  readonly type: EntityType;
  /** Entity id; for a name that several entities have, that of the likeliest. */
  readonly id: string;
  readonly rule: MentionRule;
  /** Country of an institution that only its words name: «وزارت خارجه موریا». */
  readonly side?: string;
  /** All whom the gazetteer knows by it; absent for a name that it does not know. */
  readonly known?: readonly KnownName[];
}

/** Nouns before the name of an outlet, which otherwise is an everyday word: «روزنامه شرق». */
const SOURCE_NOUNS = new Set(
  'خبرگزاری روزنامه سایت وبسایت وبگاه شبکه نشریه مجله هفتهنامه ماهنامه تارنمای پایگاه کانال رسانه آژانس خبرنگار تلویزیون رادیو منبع پایگاهخبری خبری'.split(
    ' ',
  ),
);
const SOURCE_LEADS = new Set(['گزارش', 'نقل', 'نوشته', 'گفته', 'خبرگزاریهای']);

/** Names of the gazetteer in a sentence: the longest at each word, left to right. */
export function findKnownNames(words: SentenceWords, index: EntityIndex): NameFound[] {
  const found: NameFound[] = [];
  for (let at = 0; at < words.keys.length; at += 1) {
    const name = knownAt(words, at, index);
    if (name === undefined) continue;
    found.push(name);
    at = name.to - 1;
  }
  return found;
}

function knownAt(words: SentenceWords, at: number, index: EntityIndex): NameFound | undefined {
  const match = longestAt(words, at, index.names);
  const institution = institutionAt(words, at, index);
  if (institution !== undefined && institution.to > (match?.to ?? 0)) return institution;
  if (match === undefined) return undefined;
  const fitting = match.value.filter(
    ({ use, entry }) =>
      isFitting(words, at, { use, isPlace: entry.type === 'place' }) &&
      !(use === 'wordLike' && entry.type === 'person' && isEverydayWord(words, at, index)),
  );
  const first = fitting[0];
  if (first === undefined) return undefined;
  const { id, type } = first.entry;
  return { from: at, to: match.to, id, type, rule: 'name/gazetteer', known: fitting };
}

/** «وزارت خارجه روسیه» is an institution of a known country even where no table has it. */
function institutionAt(words: SentenceWords, at: number, index: EntityIndex): NameFound | undefined {
  const head = longestAt(words, at, index.institutions);
  if (head === undefined || words.gaps[head.to] !== 'none') return undefined;
  const country = longestAt(words, head.to, index.names);
  const entry = country?.value.find((each) => each.entry.kind === 'country' && each.use === 'plain')?.entry;
  const adjective = longestAt(words, head.to, index.adjectives);
  const id = adjective !== undefined && adjective.to > (country?.to ?? 0) ? adjective.value : entry?.id;
  const to = Math.max(country?.to ?? 0, adjective?.to ?? 0);
  if (id === undefined) return undefined;
  return {
    from: at,
    to,
    type: 'organisation',
    id: `org.${head.value}.${id.replace(/^\w+\./, '')}`,
    rule: 'name/institution-of-country',
    side: id,
  };
}

interface NameKind {
  readonly use: KnownName['use'];
  readonly isPlace: boolean;
}

function isFitting(words: SentenceWords, at: number, { use, isPlace }: NameKind): boolean {
  if (use === 'plain') return true;
  const before = words.gaps[at] === 'stop' || words.gaps[at] === 'comma' ? '' : (words.keys[at - 1] ?? '');
  if (use === 'source') return isSourcePlace(words, at, before);
  return isPlace ? PLACE_LEADS.has(before) : isActorPlace(words, at, before);
}

/** «به گزارش «انتخاب»», «خبرنگار پارلمانی مهر», «آنا نوشت», and «شرق: …» at the start of a line. */
function isSourcePlace(words: SentenceWords, at: number, before: string): boolean {
  if (SOURCE_NOUNS.has(before) || SOURCE_LEADS.has(before)) return true;
  if (WRITING.test(words.keys.slice(at + 1, at + 3).join(' '))) return true;
  if (words.keys[at - 2] === 'خبرنگار' || (before === 'از' && words.keys[at - 2] === 'نقل')) return true;
  return at === 0 && words.isLabel;
}

/** «آنا نوشت», «آنا گزارش داد»: what only media do. */
const WRITING = /^(?:(?:می)?نو(?:شت|یسد)(?:ه|ند)?(?: |$)|گزارش (?:داد|داده|کرد|میدهد))/;

const PLACE_LEADS = new Set(['در', 'به', 'از', 'کشور', 'شهر', 'جمهوری', 'استان', 'سفیر', 'دولت']);
const PERSON_LEADS = new Set([
  'آقای',
  'خانم',
  'دکتر',
  'با',
  'سید',
  'حجتالاسلام',
  'آیتالله',
  'سردار',
  'مهندس',
  'وزیر',
  'رییسجمهور',
  'ژنرال',
  'امیر',
  'سرلشکر',
]);
const SPEAKING = new Set([
  'ساعاتی',
  'ضمن',
  'برای',
  'پیش',
  'گفت',
  'افزود',
  'نوشت',
  'همچنین',
  'تصریح',
  'تاکید',
  'اظهار',
  'اعلام',
  'خاطرنشان',
  'در',
  'با',
  'گفته',
  'بیان',
  'ادامه',
  'یادآور',
  'درباره',
  'روز',
  'امروز',
  'دیروز',
  'و',
]);

/** A surname that is also a word stands at the start of a sentence or after a title, before what speakers do. */
function isActorPlace(words: SentenceWords, at: number, before: string): boolean {
  if (PERSON_LEADS.has(before)) return true;
  const next = words.keys[at + 1] ?? '';
  const opens = at === 0 || words.gaps[at] === 'comma' || words.gaps[at] === 'stop';
  return (
    opens &&
    (SPEAKING.has(next) || words.gaps[at + 1] === 'stop' || findPredicates(words.keys, at + 1).length > 0)
  );
}
