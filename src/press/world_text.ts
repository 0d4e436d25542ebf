/** Articles of the press as text: copies written out, versions, and the letters that the truth file points into. */
import type { PressArticle, PressBlock, PressCopy, PressEdit } from './world.js';

/** The words of one block, lists and tables one line per row. */
export function blockText(block: PressBlock): string {
  if (typeof block === 'string') return block;
  if (block.role === 'list') return block.items.join('\n');
  if (block.role === 'table') return block.rows.map((row) => row.join('\t')).join('\n');
  return block.text;
}

/** Kicker, headline, lede and body, one block per line: the letters in which evidence of the truth file is found. */
export function articleText(article: PressArticle): string {
  const head = [article.kicker, article.headline, article.lede].filter((part) => part !== undefined);
  return [...head, ...article.body.map(blockText)].join('\n');
}

/** Every version of an article, first to last; each keeps the edits that came before it out of sight. */
export function articleVersions(article: PressArticle): readonly PressArticle[] {
  const versions: PressArticle[] = [{ ...article, edits: [] }];
  for (const edit of article.edits) versions.push(editedArticle(versions.at(-1) ?? article, edit));
  return versions;
}

/** The version that a visitor sees at a minute of the press; absent before publication. */
export function articleAt(article: PressArticle, minute: number): PressArticle | undefined {
  if (minute < article.published) return undefined;
  const applied = article.edits.filter((edit) => edit.at <= minute).length;
  return articleVersions(article)[applied];
}

/** Writes a copy out as an article of its own. */
export function copiedArticle(copy: PressCopy, original: PressArticle): PressArticle {
  const { of: _of, version, keep, replace, opening, prepend, append, reword, ...placed } = copy;
  const source = articleVersions(original)[version - 1];
  if (source === undefined) {
    throw new RangeError(`Cannot write out copy "${copy.id}": "${original.id}" has no version ${version}`);
  }
  const kept = source.body.flatMap((block, index) =>
    keep === undefined || keep.includes(index) ? [replace[String(index)] ?? block] : [],
  );
  const body = [...prepend, ...opened(kept, opening), ...append];
  const words = (text: string) => reword.reduce((result, [from, to]) => result.replaceAll(from, to), text);
  return {
    ...placed,
    kicker: inherited(copy.kicker, source.kicker),
    headline: copy.headline ?? words(source.headline),
    lede: inherited(copy.lede, source.lede === undefined ? undefined : words(source.lede)),
    body: body.map((block) => mapBlock(block, words)),
    category: copy.category ?? source.category,
    tags: copy.tags ?? source.tags,
    images: copy.images ?? source.images,
    edits: [],
  };
}

function editedArticle(article: PressArticle, edit: PressEdit): PressArticle {
  const body = article.body.flatMap((block, index) =>
    edit.drop.includes(index) ? [] : [edit.replace[String(index)] ?? block],
  );
  return {
    ...article,
    kicker: edit.kicker ?? article.kicker,
    headline: edit.headline ?? article.headline,
    lede: edit.lede ?? article.lede,
    body: [...body, ...edit.append],
    modified: edit.silent ? article.modified : edit.at,
  };
}

/** `null` in a copy removes what the original has; absent takes it over. */
function inherited(own: string | null | undefined, source: string | undefined): string | undefined {
  return own === null ? undefined : (own ?? source);
}

function opened(blocks: readonly PressBlock[], opening: string): readonly PressBlock[] {
  const [first, ...rest] = blocks;
  if (first === undefined || opening === '') return blocks;
  return [typeof first === 'string' ? opening + first : mapBlock(first, (text) => opening + text), ...rest];
}

function mapBlock(block: PressBlock, change: (text: string) => string): PressBlock {
  if (typeof block === 'string') return change(block);
  if (block.role === 'list') return { ...block, items: block.items.map(change) };
  if (block.role === 'table') return { ...block, rows: block.rows.map((row) => row.map(change)) };
  return { ...block, text: change(block.text) };
}
