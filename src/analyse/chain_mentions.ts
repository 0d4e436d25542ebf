import type { Outlet } from '../model/outlet.js';
import type { Span } from '../model/span.js';
import type { OutletNames } from '../persian/outlet_names.js';
import { CHAIN_RULES, type ChainRule, type ChainUse } from './chain_rules.js';
import type { FoldedBlock } from './folded_block.js';
import { readSourceName, type SourceName } from './source_name.js';
import { INSTITUTION_WORD, OFFICE_WORD, REPORT_VERB, TIME_WORD } from './source_words.js';

/** A source that a text names. */
export interface SourceMention {
  readonly name: string;
  readonly outlet?: Outlet;
  readonly kind: 'medium' | 'institution';
  readonly span: Span;
  readonly rule: string;
  readonly desk: boolean;
}

/** Sources that one formula names together: «به گزارش A به نقل از B و C». */
export interface SourceGroup {
  readonly use: ChainUse | 'subject' | 'announced';
  /** Whether it opens a sentence, so that it may carry the report. */
  readonly leads: boolean;
  readonly mentions: readonly SourceMention[];
  /** Offset in the text. */
  readonly start: number;
}

/** What all rules get: the line, and the names that are known. */
export interface ChainLine {
  readonly block: FoldedBlock;
  readonly names: OutletNames;
  /** Whether the line opens the article or its body. */
  readonly first: boolean;
}

/** All sources that a line names, in order. A formula inside a long quotation is the speaker's, not the text's. */
export function findSourceGroups(line: ChainLine): readonly SourceGroup[] {
  const quotes = longQuotes(line.block.letters);
  const found: SourceGroup[] = [];
  const taken: { from: number; to: number }[] = [];
  for (const candidate of candidatesOf(line)) {
    if (quotes.some(([from, to]) => candidate.at > from && candidate.at < to)) continue;
    if (taken.some(({ from, to }) => candidate.at >= from && candidate.at < to)) continue;
    const group = candidate.rule
      ? readFormula(line, candidate, candidate.rule)
      : readSubject(line, candidate.at);
    if (!group) continue;
    taken.push({ from: candidate.at, to: group.end });
    found.push(group.group);
    const announced = readAnnounced(line, group.end);
    if (announced) found.push(announced);
  }
  return found;
}

interface Candidate {
  readonly at: number;
  readonly nameAt: number;
  readonly rule?: ChainRule;
}

function candidatesOf({ block: { letters } }: ChainLine): Candidate[] {
  const found: Candidate[] = [];
  for (const rule of CHAIN_RULES) {
    if (!rule.needs.test(letters)) continue;
    for (const match of letters.matchAll(rule.pattern))
      found.push({ at: match.index, nameAt: match.index + match[0].length, rule });
  }
  for (const match of letters.matchAll(CLAUSE_START)) {
    const at = match.index + match[0].length;
    found.push({ at, nameAt: at });
  }
  const order = (one: Candidate) => (one.rule?.use === 'told' ? 1 : 0);
  return found.sort((a, b) => order(a) - order(b) || a.at - b.at);
}

/** A sentence's first letter, behind «شب گذشته», «همچنین». */
const CLAUSE_START =
  /(?:^[^\p{L}\p{N}«"“(]*|(?<=[.!؟»:)])\s+)(?:(?:شب\s+گذشته|روز\s+گذشته|دیروز|امروز|پیش\s+از\s+این|پیشتر|همچنین|در\s+همین\s+(?:حال|راستا|زمینه|رابطه)|در\s+این\s+(?:زمینه|باره|رابطه|راستا|خصوص)|این\s+در\s+حالی\s+است\s+که|علاوه\s+بر\s+این|از\s+سوی\s+دیگر)[،,]?\s+)?/gu;

interface ReadGroup {
  readonly group: SourceGroup;
  readonly end: number;
}

function readFormula(line: ChainLine, { at, nameAt }: Candidate, rule: ChainRule): ReadGroup | undefined {
  const { block } = line;
  const first = readSourceName(block, nameAt, line.names);
  const leads = /(?:^|[.!؟»:؛)،,\n-])\s*(?:اما\s+|و\s+)?$/u.test(block.letters.slice(0, at));
  if (!first || !fits(line, rule, first) || (!leads && mustLead(rule, first))) return undefined;
  const { mentions, end } = readOn(line, toMention(block, first, rule.id), first.end);
  return { group: { use: rule.use, leads, mentions, start: block.spanOf(at, end).start }, end };
}

/** Inside a sentence an unknown name may be anything, and «ادعای رویترز» is only spoken of. */
function mustLead({ id, use }: ChainRule, { by }: SourceName): boolean {
  return (use === 'formula' && by === 'sign') || id === 'chain/claim-of';
}

/** Whether a name is sure enough for the place where it stands. */
function fits(line: ChainLine, rule: ChainRule, name: SourceName): boolean {
  return FITS[rule.use](name, line.block.letters, rule.id);
}

const FITS: Readonly<Record<ChainUse, (name: SourceName, letters: string, rule: string) => boolean>> = {
  formula: (name, letters, rule) => name.by !== 'sign' || (!NAMED_ONLY.has(rule) && !isPerson(letters, name)),
  backing: (name, _letters, rule) =>
    rule === 'chain/in-words-of' ? isSure(name) : name.by !== 'sign' || name.kind === 'institution',
  column: (name) => name.by === 'medium_word',
  asked: (name) => name.desk && name.by !== 'sign',
  interview: (name) =>
    name.by === 'ordinary_word' && !name.desk ? !NO_PARTNER.test(name.name) : name.by !== 'sign',
  told: (name, letters) => isSure(name) && TOLD.test(letters.slice(name.end)),
};

/** Formulas behind which anything may stand: only known names and medium words count. */
const NAMED_ONLY: ReadonlySet<string> = new Set([
  'chain/relying-on',
  'chain/translated-from',
  'chain/claim-of',
]);
const TOLD = /^[»"”]?\s+(?:\p{L}+\s+){0,1}?(?:گفت|می\s?گوی|خبر\s+داد|اظهار|توضیح\s+داد|اعلام\s+کرد)/u;

function isSure({ by }: SourceName): boolean {
  return by === 'gazetteer' || by === 'medium_word';
}

/** «به نقل از ژاله مهرتاش، وزیر خارجه، …»: who has an office is no medium. */
function isPerson(letters: string, { end }: SourceName): boolean {
  const next = /^[»"”]?\s*[،,]\s*([\p{L}]+)/u.exec(letters.slice(end))?.[1];
  return next !== undefined && OFFICE_WORD.test(next);
}

/** Names of outlets that are names of who may be talked with. */
const NO_PARTNER = /^(?:ایران|آنا|دانا|جمهوری اسلامی|اطلاعات|شهروند|دانشجو|اعتماد)$/u;

/** Names of outlets that are names of countries, provinces or bodies first. */
const OTHER_FIRST =
  /^(?:ایران|آنا|دانا|فارس|خراسان|قدس|جمهوری اسلامی|حوزه|اطلاعات|خانه ملت|شهروند|دانشجو|الف|اعتماد|انتخاب|خامنه.*)$/u;

/** Reads what follows a name in one formula: «… به نقل از B», «… از B», «… و B», «… روزنامهٔ B», «…، B نوشت». */
function readOn(
  line: ChainLine,
  first: SourceMention,
  from: number,
): { mentions: readonly SourceMention[]; end: number } {
  const mentions = [first];
  let end = from;
  while (mentions.length < 5) {
    const next = readNext(line, end);
    if (!next) break;
    mentions.push(toMention(line.block, next.name, next.rule));
    end = next.name.end;
  }
  return { mentions, end };
}

function readNext(line: ChainLine, end: number): { name: SourceName; rule: string } | undefined {
  const { letters } = line.block;
  for (const joint of JOINTS) {
    const match = joint.pattern.exec(letters.slice(end));
    const at = end + (match?.[0].length ?? 0);
    const name = match ? readSourceName(line.block, at, line.names) : undefined;
    if (name && name.start <= at && joins(joint, name, letters)) return { name, rule: joint.rule };
  }
  return undefined;
}

function joins({ sure, verb }: Joint, name: SourceName, letters: string): boolean {
  if (name.by === 'sign' && isPerson(letters, name)) return false;
  if (sure && !(name.by === 'medium_word' || (name.by === 'gazetteer' && !name.desk))) return false;
  return !verb || hasVerb(letters, name.end);
}

interface Joint {
  readonly pattern: RegExp;
  readonly rule: string;
  /** Whether only a known name or a medium word may follow. */
  readonly sure?: boolean;
  /** Whether the name must be the subject of a verb of reporting. */
  readonly verb?: boolean;
}

const ALIAS = '(?:\\s*[(][^()]{2,30}[)])?[»"”]?';
const JOINTS: readonly Joint[] = [
  {
    pattern: new RegExp(`^${ALIAS}\\s*[،,]?\\s*(?:و\\s+)?ب?ه?\\s?نقل\\s?(?:قول\\s?)?از\\s+`, 'u'),
    rule: 'chain/quoting',
  },
  {
    pattern: new RegExp(
      `^${ALIAS}\\s*[،,]?\\s*(?:گروه|سرویس|استان|دفتر|حوزه|منطقه)(?:\\s+\\p{L}+){1,6}?\\s*[،,]?\\s*به\\s?نقل\\s?از\\s+`,
      'u',
    ),
    rule: 'chain/quoting',
  },
  {
    pattern: new RegExp(`^${ALIAS}\\s+(?:در|از)\\s+\\p{L}+\\s*[،,]?\\s*ب?ه?\\s?نقل\\s?از\\s+`, 'u'),
    rule: 'chain/quoting',
  },
  {
    pattern: new RegExp(`^${ALIAS}\\s*[،,]?\\s*(?:با|به)\\s+استناد\\s+(?:به|از)\\s+`, 'u'),
    rule: 'chain/relying-on',
    sure: true,
  },
  {
    pattern: new RegExp(`^${ALIAS}\\s*[،,]?\\s*به\\s?(?:نوشته|گزارش)(?:\\s?ی)?\\s+`, 'u'),
    rule: 'chain/quoting',
    sure: true,
  },
  { pattern: new RegExp(`^${ALIAS}\\s*[،,]?\\s*از\\s+`, 'u'), rule: 'chain/from', sure: true },
  { pattern: new RegExp(`^${ALIAS}\\s+و\\s+`, 'u'), rule: 'chain/and', sure: true },
  { pattern: new RegExp(`^${ALIAS}\\s*[،,؛]\\s*`, 'u'), rule: 'chain/subject', sure: true, verb: true },
  { pattern: new RegExp(`^${ALIAS}\\s+`, 'u'), rule: 'chain/next-name', sure: true },
];

/** «روزنامهٔ کرانه گزارش داد که …», «کرانه: …», «نیمروز به نقل از خط میانه: …» at the head of a sentence. */
function readSubject(line: ChainLine, at: number): ReadGroup | undefined {
  const { block, names, first } = line;
  const name = readSourceName(block, at, names);
  if (!name || name.by === 'sign' || name.start !== at || name.desk) return undefined;
  const { mentions, end } = readOn(line, toMention(block, name, 'chain/subject'), name.end);
  const opens =
    first && OPENING.test(block.letters.slice(0, at)) && /^\s*[:：؛]/u.test(block.letters.slice(end));
  if (!opens && !reports(block.letters, name, end)) return undefined;
  return { group: { use: 'subject', leads: true, mentions, start: block.spanOf(at, end).start }, end };
}

const OPENING = /^[^\p{L}\p{N}]*$/u;

/** Whether the name is the subject of a verb of reporting; of names that are words first, only with the verb beside. */
function reports(letters: string, { by, name }: SourceName, end: number): boolean {
  if (by !== 'ordinary_word') return hasVerb(letters, end);
  if (OTHER_FIRST.test(name)) return /^[»"”]?\s+(?:می\s?)?نو(?:شت|یسد)/u.test(letters.slice(end));
  return BESIDE.test(letters.slice(end)) && hasVerb(letters, end);
}

const BESIDE = new RegExp(`^[»"”]?\\s+${REPORT_VERB}`, 'u');

/** «نوشته بود» tells of something older than this report. */
const VERB = new RegExp(`(?<![\\p{L}])${REPORT_VERB}(?:\\s?(?:اند|است))?(?![\\p{L}])(?!\\s+بود)`, 'u');
/** A verb this far behind its subject still belongs to it. */
const VERB_WITHIN = 220;

/** Whether a verb of reporting follows in the same sentence, and the name stands for the medium itself. */
function hasVerb(letters: string, end: number): boolean {
  const rest = letters.slice(end, end + VERB_WITHIN);
  if (/^[»"”]?\s*(?:[/|]|را|می\s?شود|است|که\s)/u.test(rest)) return false;
  const sentence = /^[^.!؟:\n]*/u.exec(rest)?.[0] ?? '';
  if (VERB.test(sentence)) return true;
  return (
    /^[^،]{0,40}?\sبه\s?نقل\s?از\s/u.test(sentence) && !/(?:کرده|داده|نوشته|گفته|شده)\s+بود/u.test(sentence)
  );
}

/** «به گزارش مشرق، سازمان هواشناسی اعلام کرد»: the body that announced it, right behind the formula. */
function readAnnounced({ block }: ChainLine, from: number): SourceGroup | undefined {
  const match = ANNOUNCED.exec(block.letters.slice(from, from + 200));
  const body = match?.[2];
  if (!match || !body) return undefined;
  const start = from + (match[1]?.length ?? 0);
  const end = start + body.length;
  const span = block.spanOf(start, end);
  const name = block.raw.slice(block.rawAt(start), block.rawAt(end - 1) + 1);
  const mention = { name, kind: 'institution', span, rule: 'chain/announced-by', desk: false } as const;
  return { use: 'announced', leads: false, mentions: [mention], start: span.start };
}

const ANNOUNCED = new RegExp(
  `^(\\s*[،,؛]\\s*)(${INSTITUTION_WORD}(?:\\s+(?!در|با|از|ماه|هفته|سال|به|که|روز|طی|ضمن|پس|اعلام|خبر|${TIME_WORD})\\p{L}+){1,4}?)(?:\\s*[،,][^،.:]{0,40}?[،,]?)?\\s+(?:(?:روز|${TIME_WORD})[^،.:]{0,20}\\s)?(?:(?:با\\s+صدور|در|طی)\\s+(?:\\p{L}+\\s?){1,3}\\s)?(?:اعلام|خبر)\\s+(?:کرد|داد)`,
  'u',
);

function toMention(block: FoldedBlock, name: SourceName, rule: string): SourceMention {
  const { outlet, kind, desk } = name;
  return {
    name: name.name,
    ...(outlet && { outlet }),
    kind,
    desk,
    rule,
    span: block.spanOf(name.start, name.end),
  };
}

/** Quotations that hold speech, not a name. */
function longQuotes(letters: string): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (const match of letters.matchAll(/«[^»]*(?:»|$)|“[^”]*(?:”|$)/gu))
    if (match[0].split(/\s+/).length > 7) found.push([match.index, match.index + match[0].length]);
  return found;
}
