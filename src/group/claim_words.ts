/** The words by which two statements are known to speak of one claim. */
import type { Span } from '../model/span.js';
import { tokenise } from '../persian/keys.js';
import { findSentences } from '../persian/sentences.js';
import { stemOf } from '../persian/stem.js';
import { type VerbReading, verbReadings } from '../persian/verb_forms.js';

/** A finite verb with the noun that makes it: «مذاکره نخواهیم کرد», «رفت». */
export interface ClaimVerb {
  readonly lemma: string;
  /** Stem of the noun before a verb that says nothing alone. */
  readonly noun: string | undefined;
  readonly person: number | undefined;
  readonly plural: boolean;
  readonly isPast: boolean;
  readonly isNegated: boolean;
}

/** What a content says, word by word. Spans point into the content. */
export interface ClaimWords {
  /** Content words by their stems, in their order, each where it stands first. */
  readonly words: ReadonlyMap<string, Span>;
  /** The word that names what is said: «توقیف» of «خبر توقیف کشتی‌ها», «مذاکره» of «مذاکره نمی‌کنیم». */
  readonly head: string;
  /** Stems that are names of verbs, which stand in no index. */
  readonly verbStems: ReadonlySet<string>;
  /** Numbers as digits: two that differ speak of two things. */
  readonly numbers: ReadonlySet<string>;
  /** Words that turn it round: «نیست»، «نمی‌کنیم»، «شایعه». */
  readonly negations: readonly Span[];
  readonly verbs: readonly ClaimVerb[];
}

/** All content words of what is denied as a noun: «خبر توقیف سه کشتی در بندر نیلوفر». The first names it. */
export function readClaim(content: string): ClaimWords {
  return readWords(content, (words) => words[0]?.stem);
}

/**
 * The words of a content's first sentence, where the verb says what is denied: «با آن کشور مذاکره نخواهیم کرد». The
 * noun before the negated verb names it, else the verb.
 */
export function readClause(content: string): ClaimWords {
  const first = findSentences(content)[0];
  return readWords(first === undefined ? content : content.slice(0, first.end), (words) => {
    const at = words.findIndex(({ isNegated }) => isNegated);
    const before = words.slice(0, Math.max(at, 0)).findLast(({ isEmpty }) => !isEmpty);
    const verb = words[at];
    return verb !== undefined && !verb.isEmpty ? verb.stem : before?.stem;
  });
}

interface Word extends Span {
  readonly stem: string;
  readonly isEmpty: boolean;
  readonly isNegated: boolean;
  readonly verb: VerbReading | undefined;
}

function readWords(content: string, headOf: (words: readonly Word[]) => string | undefined): ClaimWords {
  const words = tokenise(content).map(wordOf);
  const full = words.filter(({ isEmpty }) => !isEmpty);
  const first = new Map(full.toReversed().map(({ stem, start, end }) => [stem, { start, end }] as const));
  return {
    words: new Map([...first].reverse()),
    head: headOf(full.some(({ isNegated }) => isNegated) ? words : withoutEmpty(words)) ?? '',
    verbStems: new Set(full.flatMap(({ stem, verb }) => (verb === undefined ? [] : [stem]))),
    verbs: words.flatMap((_word, at) => verbOf(words, at) ?? []),
    numbers: new Set(words.flatMap(({ stem }) => (/^\d+$/.test(stem) ? [stem] : []))),
    negations: words.filter(({ isNegated }) => isNegated).map(({ start, end }) => ({ start, end })),
  };
}

function withoutEmpty(words: readonly Word[]): readonly Word[] {
  return words.filter(({ isEmpty, isNegated }) => !isEmpty || isNegated);
}

function wordOf({ key, start, end }: Span & { readonly key: string }): Word {
  const verb = verbReadings(key).find(({ tense, person }) => tense !== 'participle' && person !== undefined);
  const isSure =
    verb !== undefined && (verb.negated || /^ن?می/.test(key) || LIGHT_VERBS.has(verb.lemma) || key === 'است');
  const stem = isSure ? verb.lemma : stemOf(key);
  const isEmpty =
    stem.length < 2 || EMPTY_STEMS.has(stem) || EMPTY_STEMS.has(key) || (isSure && LIGHT_VERBS.has(stem));
  const isNegated = verb?.negated === true || NEGATING.has(key);
  return { stem, start, end, isEmpty, isNegated, verb: isSure ? verb : undefined };
}

/** The verb at a word: of «نخواهیم کرد» the second, with what the first says of it. */
function verbOf(words: readonly Word[], at: number): ClaimVerb | undefined {
  const [verb, before] = [words[at]?.verb, words[at - 1]];
  if (verb === undefined || (verb.lemma === 'خواست' && words[at + 1]?.verb !== undefined)) return undefined;
  const future = before?.verb?.lemma === 'خواست' ? before : undefined;
  const noun = future === undefined ? before : words[at - 2];
  const said = future?.verb ?? verb;
  return {
    lemma: verb.lemma,
    noun: LIGHT_VERBS.has(verb.lemma) ? noun?.stem : undefined,
    person: said.person,
    plural: said.plural === true,
    isPast: future === undefined && ['past', 'perfect', 'imperfect', 'pluperfect'].includes(verb.tense),
    isNegated: said.negated,
  };
}

/** Words beside verbs that turn a claim round. */
const NEGATING: ReadonlySet<string> = new Set(
  'هیچ هیچگونه هیچکس هرگز بدون عدم شایعه کذب دروغ تکذیب رد انکار نفی منتفی خلاف بیاساس نباید نادرست غلط غیرواقعی'.split(
    ' ',
  ),
);

/** Verbs that say nothing without their nouns: «سفر کرد», «وجود دارد», «انجام شد». */
const LIGHT_VERBS: ReadonlySet<string> = new Set(
  'کرد شد بود داد داشت گرفت زد گشت نمود گردید خواست توانست آورد یافت باشید'.split(' '),
);

/** Words that any claim has, and those by which a denial names what it denies. */
const EMPTY_STEMS: ReadonlySet<string> = new Set(
  `از به در با بر برای تا که را این آن و یا هم نیز خود است بود شد کرد شده کرده دارد داشت های ها می یک بین میان درباره
  درمورد خصوص مورد مبنی گزارش خبر ادعا اخبار ادعای هرگونه هر گونه انجام طریق سوی وی او آنها ما اعلام کن باش من شما هیچ
  هیچگونه همین همان اینکه آنکه پس اما ولی اگر چون نه دیگر همه بسیار باید نباید خواهد هنوز اکنون حال روز امروز دیروز سال
  وجود صورت برخی چنین اینگونه توسط عنوان موضوع مسئله مساله شایعه اظهار سخن گفته روی زیر پیش هرگز اصلا ضمن طرف جهت`.split(
    /\s+/,
  ),
);
