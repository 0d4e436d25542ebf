/** Who is named in an invented article, and who says what in it. */
import type { SearchWord } from '../../src/store/search_entries.js';
import { formatTsvector } from '../../src/store/search_entries.js';
import { searchWords } from '../../src/store/search_words.js';
import type { RowBatch } from './copy_rows.js';
import type { InventedSentence, InventedText } from './invent_article.js';
import type { InventedEntity } from './invent_world.js';
import { below, type Random } from './random.js';
import { STAGE, type Writing, type WrittenArticle } from './writing.js';

/** What stands in an article of the press: so many names and statements. */
const MENTIONS = 6;
const LEAST_STATEMENTS = 2;
const MOST_STATEMENTS = 5;

export interface ToldArticle {
  readonly article: WrittenArticle;
  readonly text: InventedText;
  /** The article of which it is a copy. */
  readonly copied: number | undefined;
}

/** The first sentence of each paragraph may be a statement of somebody named. */
export function writeLedger(batch: RowBatch, writing: Writing, told: ToldArticle): void {
  const { random, world, statementCounts } = writing;
  const { id, at } = told.article;
  const named = new Map<string, InventedEntity>();
  for (let nth = 0; nth < MENTIONS; nth += 1) {
    const entity = world.drawEntity(random);
    named.set(entity.id, entity);
  }
  const entities = [...named.values()];
  for (const { id: entityId } of entities) {
    batch.add('entity_mention', id, 1, entityId, entityId, at, '[[0, 4, "name"]]');
  }
  const wanted = LEAST_STATEMENTS + below(random, MOST_STATEMENTS - LEAST_STATEMENTS + 1);
  const count = Math.min(wanted, told.text.sentences.length);
  statementCounts[id - 1] = count;
  for (let position = 0; position < count; position += 1) {
    writeStatement(batch, writing, { ...told, entities, position });
  }
}

interface ToldStatement extends ToldArticle {
  readonly entities: readonly InventedEntity[];
  readonly position: number;
}

function writeStatement(batch: RowBatch, writing: Writing, told: ToldStatement): void {
  const { article, text, copied, entities, position } = told;
  const { id, at } = article;
  const sentence = text.sentences[position];
  const speaker = entities[position % entities.length];
  const about = entities[(position + 1) % entities.length];
  if (!sentence || !speaker || !about) return;
  const statementId = statementIdOf(id, position);
  const isTwin = copied !== undefined && position < (writing.statementCounts[copied - 1] ?? 0);
  const twinOf = isTwin ? statementIdOf(copied, position) : undefined;
  const [act, stance, factuality] = drawAct(writing.random);
  const start = startOf(text, position);
  const { evidence, content } = placesOf(sentence, start);
  batch.add(
    'statement',
    statementId,
    id,
    1,
    1,
    position,
    ...[act, stance, factuality, 'indirect', at, at, at],
    ...[evidence.start, evidence.end, content.start, content.end],
    ...[sentence.text, sentence.text.slice(content.start - start)],
    'bench',
    detailOf({ speaker, act, stance, factuality, evidence, content }),
    twinOf ?? statementId,
    twinOf,
    isTwin ? undefined : vectorOf(speaker, sentence),
    ...STAGE,
  );
  batch.add(
    'statement_speaker',
    statementId,
    0,
    ...[speaker.name, speaker.id, speaker.id, speaker.side, 'name', at, isTwin],
  );
  batch.add('statement_about', statementId, about.id, about.id, at, isTwin);
}

export function statementIdOf(articleId: number, position: number): string {
  return `${articleId}-${position}`;
}

/** Most of what is reported is simply said; some is denied. */
function drawAct(random: Random): readonly [act: string, stance: string, factuality: string] {
  const share = random();
  if (share < 0.04) return ['deny', 'deny', 'CT-'];
  if (share < 0.1) return ['expect', 'expected', 'PR+'];
  if (share < 0.5) return ['announce', 'affirm', 'CT+'];
  return ['assert', 'affirm', 'CT+'];
}

function startOf(text: InventedText, position: number): number {
  const before = text.paragraphs.slice(0, position).reduce((sum, { length }) => sum + length + 1, 0);
  return text.title.length + text.lede.length + 2 + before;
}

interface Places {
  readonly evidence: { readonly start: number; readonly end: number };
  readonly content: { readonly start: number; readonly end: number };
}

/** The first word stands for who says it. */
function placesOf({ text }: InventedSentence, start: number): Places {
  const end = start + text.length;
  return { evidence: { start, end }, content: { start: start + text.indexOf(' ') + 1, end } };
}

function detailOf({
  speaker: { name, id },
  evidence,
  ...rest
}: Places & {
  readonly speaker: InventedEntity;
  readonly act: string;
  readonly stance: string;
  readonly factuality: string;
}): string {
  const told = { ...rest, form: 'indirect', evidence: { span: evidence, rule: 'bench' } };
  const none = { coSpeakers: [], cues: [], quotes: [], flags: [] };
  return JSON.stringify({ ...told, ...none, speaker: { name, entity: id, via: 'name' } });
}

const namesRead = new Map<string, readonly SearchWord[]>();

/** As statements are read for searching. */
function vectorOf({ name }: InventedEntity, { search }: InventedSentence): string {
  return formatTsvector({ lede: wordsOfName(name), body: search });
}

/** The words of a name, which comes thousands of times. */
export function wordsOfName(name: string): readonly SearchWord[] {
  const words = namesRead.get(name) ?? searchWords(name);
  namesRead.set(name, words);
  return words;
}
