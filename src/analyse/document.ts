import type { AnalyseInput, PartRole } from '../model/analysis.js';
import type { Span } from '../model/span.js';
import { type Token, tokenise } from '../persian/keys.js';
import { findSentences } from '../persian/sentences.js';

/** A sentence with its words; no token stands outside its sentence. */
export interface Sentence extends Span {
  readonly tokens: readonly Token[];
}

/** A paragraph, headline or teaser of the text that may be read. Speech in colons ends with its block. */
export interface Block extends Span {
  readonly role: PartRole;
  /** Index of the part it comes from: what stands in another teaser is another story. */
  readonly part: number;
  readonly sentences: readonly Sentence[];
}

/** A text as all rules of this stage see it: only what may be read, every span into `text`. */
export interface Document {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly outlet?: string;
  /** ISO instant of publication. */
  readonly published?: string;
}

/**
 * What is read of a page at most, whoever wrote it: rules look back and ahead, and a page of a million words must not
 * hold up the others. The longest articles that were seen have 33,000 letters, their longest sentence 206 words.
 */
const MOST_LETTERS = 120_000;
const MOST_WORDS_OF_SENTENCE = 2000;

/** Splits the readable parts of a text into blocks, sentences and words; a text that is too long, as far as it is read. */
export function readDocument(input: AnalyseInput): Document {
  const { text, outlet, published } = input;
  const parts = input.parts ?? [{ role: 'body' as const, start: 0, end: text.length }];
  const blocks = parts.flatMap(({ role, start, end }, part) =>
    readableLines(text, { start, end: Math.min(end, MOST_LETTERS) }, input.parts !== undefined).map((line) =>
      blockOf(text, line, { role, part }),
    ),
  );
  return { text, blocks, ...(outlet && { outlet }), ...(published && { published }) };
}

/** A block whose sentences are read when they are asked for: the chain of sources needs none. */
function blockOf(text: string, line: Span, { role, part }: Pick<Block, 'role' | 'part'>): Block {
  let sentences: readonly Sentence[] | undefined;
  return {
    ...line,
    role,
    part,
    get sentences() {
      sentences ??= readSentences(text, line);
      return sentences;
    },
  };
}

/** Titles below a box cue are shorter than this and end without a full stop; paragraphs are longer or end with one. */
const LONGEST_BOX_TITLE = 140;
const BOX_CUE =
  /^(?:بیشتر (?:بخوانید|خوانید|بدانید)|همچنین بخوانید|(?:خبر(?:های)?|اخبار|مطالب?|مقالات) مرتبط|حتما بخوانید|پیشنهاد سردبیر)/;

/**
 * The lines of a stretch. A text without parts may hold boxes of other stories: the cue and the titles below it are
 * left out. Within parts the extraction has done so already.
 */
function readableLines(text: string, range: Span, isClean: boolean): Span[] {
  const lines = linesOf(text, range);
  if (isClean) return lines;
  let inBox = false;
  return lines.filter((line) => {
    const letters = text.slice(line.start, line.end).replaceAll('\u200c', '');
    if (BOX_CUE.test(letters) && letters.length < LONGEST_BOX_TITLE) inBox = true;
    else if (letters.length >= LONGEST_BOX_TITLE || /[.؟!»:…]$/.test(letters)) inBox = false;
    return !inBox;
  });
}

function linesOf(text: string, range: Span): Span[] {
  return [...text.slice(range.start, range.end).matchAll(/[^\n\r\u0085\u2028\u2029]+/g)].flatMap((match) => {
    const line = match[0];
    const start = range.start + match.index + (line.length - line.trimStart().length);
    return line.trim() === '' ? [] : [{ start, end: start + line.trim().length }];
  });
}

function readSentences(text: string, line: Span): Sentence[] {
  const words = text.slice(line.start, line.end);
  return findSentences(words).map(({ start, end }) => ({
    start: line.start + start,
    end: line.start + end,
    tokens: tokenise(words.slice(start, end))
      .slice(0, MOST_WORDS_OF_SENTENCE)
      .flatMap((token) =>
        ungluedWords(text, {
          key: token.key,
          start: line.start + start + token.start,
          end: line.start + start + token.end,
        }),
      ),
  }));
}

/** Prepositions that many newsrooms print in one piece with the word of a source: «به‌گفتهٔ», «ازسوی». */
const GLUED = new Set(
  'بهگزارش بهگفته بهگفتهی بهگفتههای بهنقل بهنوشته بهنوشتهی بهادعای بهزعم بهباور بهاعتقاد بهعقیده بهعقیدهی بهروایت بهاذعان بهتصریح بهاعلام ازسوی ازقول ازجانب ازطرف بااشاره باتوجه باتاکید'.split(
    ' ',
  ),
);

function ungluedWords(text: string, token: Token): readonly Token[] {
  const { key, start, end } = token;
  if (!GLUED.has(key) || text.slice(start, start + 2) !== key.slice(0, 2)) return [token];
  const second = text.charAt(start + 2) === '\u200c' ? start + 3 : start + 2;
  return [
    { key: key.slice(0, 2), start, end: start + 2 },
    { key: key.slice(2), start: second, end },
  ];
}
