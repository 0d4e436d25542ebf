// What the bare shape of a line tells: sentence, headline, label, ticker. No meaning is read here.

/** Sentence-final mark, perhaps inside closing quotes or brackets: «…می‌شود.»  «…است».»  «…؟» */
const SENTENCE_END = /[.!?؟…۔。！？](?:["'”’»)\]}\s]|<[^>]*>)*$/;
const SENTENCE_END_QUOTED = /[»”"](?:\s*[.،])?$/;
/** Shortest line that can be a paragraph of its own. */
const PARAGRAPH_CHARS = 60;
/** A line so long is a paragraph even without its dot. */
const LONG_CHARS = 220;
/** Longest headline; 99.9 % of 4,000 real ones are below 160 letters. */
const HEADLINE_CHARS = 220;

/** Whether a line ends like a sentence. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.length > 80 ? text.slice(-80) : text);
}

/** A paragraph: long enough and closed like a sentence or a quotation, or simply long. */
export function looksLikeParagraph(text: string): boolean {
  if (text.length >= LONG_CHARS) return true;
  if (text.length < PARAGRAPH_CHARS) return false;
  return endsSentence(text) || SENTENCE_END_QUOTED.test(text) || /[:؛]$/.test(text);
}

/** A headline: some words, not too long, no final dot (a question or call may end it). */
export function looksLikeHeadline(text: string): boolean {
  if (text.length > HEADLINE_CHARS || text.length < 8) return false;
  if (/[.…۔](?:["'”’»)\]\s])*$/.test(text) && !/\.{2,}\s*$|…\s*$/.test(text)) return false;
  return wordCount(text) >= 2 && /\p{L}{2}/u.test(text);
}

/** Words divided by blanks. */
export function wordCount(text: string): number {
  let count = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const blank = text.charCodeAt(at) <= 32 || text.charCodeAt(at) === 0xa0;
    if (!blank && !inWord) count++;
    inWord = !blank;
  }
  return count;
}

/** Fewest letters of a run of headlines without separators. */
const TICKER_CHARS = 380;
/** Commas for each joint above which a line is one long sentence: headlines have hardly any. */
const COMMAS_FOR_JOINT = 1.5;
/** Fewest letters of a run of headlines that a mark divides. */
const MARKED_TICKER_CHARS = 120;
const FINITE_ENDS =
  /(?:^|\s)(?:شد|شدند|کرد|کردند|کرده|است|بود|داد|دادند|گرفت|رفت|شود|می\u200c?شود|میشود|می\u200c?کند|میکند|کند|ندارد|نیست|دارد|خواهد بود|یافت|رسید|کشت|گذاشت|داریم|نداریم|دادیم|هستیم|آمد|باخت|برد|زد)(?=\s+(?!که|و|تا|اما|یا)[\p{L}«])/gu;
const COLON_JOINTS = /[\p{L}»)]\s?:\s/gu;

/**
 * A run of headlines in one line: long, no full stop inside or at the end, and the joints of headlines
 * («نام: …», a finite verb in mid-line) again and again; or the same dividing mark again and again.
 *
 *   … از قرارداد عقب نمی‌نشینیم مهرگان: تیم آماده است … کوهزاد: گفت‌وگو ادامه دارد …
 *                              ^^^^^^^                  ^^^^^^
 */
export function looksLikeTicker(text: string): boolean {
  const sample = text.slice(0, 4000);
  if (countMatches(sample, /[.؟!?]["'”’»)]?\s/g) > Math.floor(sample.length / 1500) || endsSentence(sample))
    return false;
  if (
    sample.length >= MARKED_TICKER_CHARS &&
    countMatches(sample, /\s(?:\||\*{1,3}|•|●|■|◄|►|»|«|\/{2}|[-–—]{2,})\s/g) >= 3
  )
    return true;
  if (sample.length < TICKER_CHARS) return false;
  const joints = countMatches(sample, COLON_JOINTS) + countMatches(sample, FINITE_ENDS);
  // «کارگردان: …، …؛ نورپرداز: …»: one sentence that lists, with its commas.
  return joints >= 5 && countMatches(sample, /[،؛]/g) <= joints * COMMAS_FOR_JOINT;
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
