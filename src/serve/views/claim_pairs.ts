/** Claims that somebody denies in so many words, among statements that a page has read. */
import { tokenise } from '../../persian/keys.js';
import { stemOf } from '../../persian/stem.js';
import type { StatementLine } from '../../store/site_statements.js';

/** A claim and its denial by somebody else; nothing is resolved. */
export interface ClaimPair {
  readonly no: StatementLine;
  readonly yes: StatementLine;
  /** Why they are shown together: the denial names what it answers, or denies it in its words. */
  readonly why: 'answers' | 'words';
  /** Words in common, as the denial prints them. */
  readonly words: readonly string[];
}

/** Fewer words in common are a subject, no claim. */
const LEAST_WORDS = 4;
/** Of the words that are denied so many stand in the claim. */
const LEAST_DENIED = 0.75;
/** A longer claim says much else, and its words stand apart from each other. */
const MOST_TIMES_LONGER = 4;
const MOST_DAYS = 31;
const DAY_MS = 86_400_000;

/**
 * Pairs of an explicit denial («… را تکذیب کرد») with the claim that it denies, the newest denial first, each denial
 * with one claim at most. Precision before recall: a refusal, a contradiction between the lines and a claim that itself
 * says «نشده است» make no pair.
 */
export function findClaimPairs(statements: readonly StatementLine[]): readonly ClaimPair[] {
  const claims = statements.filter(({ stance, content }) => stance === 'affirm' && !NEGATION.test(content));
  return statements
    .filter(({ stance, act }) => stance === 'deny' && act === 'deny')
    .flatMap((no) => pairOf(no, claims) ?? [])
    .toSorted((a, b) => (a.no.at < b.no.at ? 1 : -1));
}

/** Words that turn a claim round: «نشده است»، «نیست»، «شایعه». */
const NEGATION =
  /(?:^|[\s\u200c])(?:نیست|نبود|نشده|نشد|نکرد|نکرده|نخواهد|نمی|ندارد|نداشت|هیچ|شایعه|کذب|دروغ|تکذیب)/u;

/** What is denied is somebody's words: «این گزارش‌ها»، «آن ادعا»; «این تسهیلات» is a thing. */
const SPEECH = /گزارش|خبر|ادعا|حرف|سخن|اظهار|اتهام|گفته|شایعه|مطلب/u;

function pairOf(no: StatementLine, claims: readonly StatementLine[]): ClaimPair | undefined {
  const others = claims.filter((yes) => mayAnswer(no, yes));
  const target = SPEECH.test(no.content) ? others.find(({ id }) => id === no.targetId) : undefined;
  if (target !== undefined) return { no, yes: target, why: 'answers', words: [] };
  const denied = stemsOf(no.content);
  const best = others
    .map((yes) => ({ yes, words: sharedWords(denied, stemsOf(yes.content)) }))
    .toSorted((a, b) => b.words.length - a.words.length)[0];
  return best === undefined || best.words.length === 0 ? undefined : { no, why: 'words', ...best };
}

/** Somebody else says it, not long before or after. */
function mayAnswer(no: StatementLine, yes: StatementLine): boolean {
  const [denier, claimer] = [no.speakers[0], yes.speakers[0]];
  if (denier === undefined || claimer === undefined) return false;
  if (no.nestedIn === yes.id || yes.nestedIn === no.id) return false;
  if (denier.entityId !== null && denier.entityId === claimer.entityId) return false;
  if (denier.name.includes(claimer.name) || claimer.name.includes(denier.name)) return false;
  return Math.abs(Date.parse(no.at) - Date.parse(yes.at)) <= MOST_DAYS * DAY_MS;
}

/** The words in common, or none where the two do not speak of one claim. */
function sharedWords(denied: ReadonlyMap<string, string>, claimed: ReadonlyMap<string, string>): string[] {
  const shared = [...denied].flatMap(([stem, word]) => (claimed.has(stem) ? [word] : []));
  // The first word names what is denied, «لغو معافیت‌ها»: without it two texts speak of one subject.
  const [head = ''] = denied.keys();
  const isOne =
    claimed.has(head) &&
    shared.length >= LEAST_WORDS &&
    shared.length >= denied.size * LEAST_DENIED &&
    claimed.size <= denied.size * MOST_TIMES_LONGER;
  return isOne ? shared : [];
}

/** Content words by their stems, as printed. */
function stemsOf(content: string): ReadonlyMap<string, string> {
  const words = tokenise(content).map(
    ({ key, start, end }) => [stemOf(key), content.slice(start, end)] as const,
  );
  return new Map(words.filter(([stem]) => stem.length > 1 && !EMPTY_STEMS.has(stem)));
}

/** Words that any claim has, and those by which a denial names what it denies. */
const EMPTY_STEMS: ReadonlySet<string> = new Set(
  `از به در با بر برای تا که را این آن و یا هم نیز خود است بود شد کرد شده کرده دارد داشت های ها می یک بین میان درباره
  درمورد خصوص مبنی گزارش خبر ادعا اخبار ادعای هرگونه هر گونه انجام طریق سوی وی او آنها ما اعلام کن باش`.split(
    /\s+/,
  ),
);
