import type { Entity, Mention } from '../model/entity.js';
import { cut } from '../model/span.js';
import type { Speaker, Statement } from '../model/statement.js';
import type { Document } from './document.js';
import { MEMORY_WORDS } from './memory_words.js';
import type { Mentions } from './mentions.js';
import { SpeakerMemory } from './speaker_memory.js';
import type { BlockMention, SpeakerPhrase, SpeakerView } from './speaker_view.js';
import { draftBlock } from './statement_block.js';
import { listItems, withBullets } from './statement_content.js';
import type { Draft } from './statement_draft.js';
import { draftHeadline } from './statement_headline.js';
import { nest, withTarget } from './statement_links.js';
import { toStatement } from './statement_make.js';
import { readWordBlock, type WordBlock } from './statement_words.js';

/** Who says what in a document, in the order of the text. */
export function findStatements(document: Document, mentions: Mentions): Statement[] {
  let memory = new SpeakerMemory();
  let part = -1;
  const surnames = new Set<string>();
  const found: Statement[] = [];
  const views = withBullets(document.blocks.map((block) => readWordBlock(document.text, block)));
  views.forEach((view, index) => {
    if (view.block.role === 'teaser' && view.block.part !== part) memory = new SpeakerMemory();
    part = view.block.part;
    const reading = {
      document,
      mentions,
      memory,
      surnames,
      next: views[index + 1],
      later: views.slice(index + 1, index + 1 + MOST_LINES),
    };
    found.push(...readStatements(view, reading));
  });
  return nest(found).map((statement, at, all) => withTarget(document.text, statement, all.slice(0, at)));
}

/** Lines that are looked at behind one: paragraphs of a quotation, items of a list. */
const MOST_LINES = 30;

interface Reading {
  readonly document: Document;
  readonly mentions: Mentions;
  readonly memory: SpeakerMemory;
  readonly surnames: Set<string>;
  readonly next: WordBlock | undefined;
  readonly later: readonly WordBlock[];
}

function readStatements(view: WordBlock, reading: Reading): Statement[] {
  const speakers = { view, mentions: mentionsOf(view, reading.mentions), surnames: reading.surnames };
  const drafts =
    view.block.role === 'headline'
      ? [...draftHeadline(speakers), ...draftBlock(speakers)]
      : draftBlock(speakers, { next: reading.next, outlet: reading.document.outlet });
  const resolved = resolveSpeakers(drafts, speakers, reading);
  return drafts.flatMap((draft) => {
    const made = {
      view,
      speaker: resolved.get(draft),
      mentions: reading.mentions,
      speakers,
      later: reading.later,
    };
    const first = toStatement(draft, { ...made, next: reading.next });
    const item = draft.inNextBlock ? draft : itemOf(draft);
    const items = listItems(draft, reading.later).map((next) => toStatement(item, { ...made, next }));
    return [first, ...items].filter((statement) => statement !== undefined);
  });
}

/** A line with a bullet below a label: most likely its speaker's words too. */
function itemOf({ inner: _inner, ...draft }: Draft): Draft {
  return { ...draft, inNextBlock: true, runsOn: false, form: 'colon', flags: ['speaker_uncertain'] };
}

function mentionsOf(view: WordBlock, mentions: Mentions): ReadonlyMap<number, BlockMention> {
  const found = new Map<number, BlockMention>();
  let word = 0;
  for (const mention of mentions.within(view)) {
    while (word < view.words.length && (view.words[word]?.start ?? 0) < mention.span.start) word += 1;
    let to = word;
    while (to < view.words.length && (view.words[to]?.end ?? 0) <= mention.span.end) to += 1;
    const type = mentions.entityOf(mention)?.type;
    if (to > word) found.set(word, { mention, from: word, to, ...(type && { type }) });
  }
  return found;
}

/** Resolves in the order of the text; who shares a speaker waits for the one it shares with. */
function resolveSpeakers(
  drafts: readonly Draft[],
  speakers: SpeakerView,
  { mentions, memory, document }: Reading,
): ReadonlyMap<Draft, Speaker | undefined> {
  const { view } = speakers;
  const resolved = new Map<Draft, Speaker | undefined>();
  const entityOf = (mention: Mention): Entity | undefined => mentions.entityOf(mention);
  const resolve = (phrase: SpeakerPhrase, draft: Draft): Speaker =>
    memory.resolve(phrase, {
      view,
      entityOf,
      continues: draft.sharesSentence || MEMORY_WORDS.continues.has(view.keys[draft.verb.from]),
      isNested: isInside(draft, drafts),
      isInsideOwn: isInside(draft, drafts, 'colon') || isInside(draft, drafts, 'direct'),
      passing: draft.isMarker,
    });
  for (const draft of drafts) {
    suggestSubject(draft, speakers, { memory, mentions, document });
    if (draft.subject !== undefined) resolved.set(draft, resolve(draft.subject, draft));
    else if (draft.sharesWith !== undefined) continue;
    else if (!draft.passive) resolved.set(draft, implied(draft, drafts, memory));
  }
  for (const draft of drafts) {
    if (resolved.has(draft) || draft.sharesWith === undefined) continue;
    let owner: Draft = draft;
    for (let step = 0; owner.sharesWith !== undefined && !resolved.has(owner) && step < 20; step += 1)
      owner = owner.sharesWith;
    resolved.set(draft, resolved.get(owner));
  }
  return resolved;
}

/** Inside speech a verb without a subject is somebody else's: the speaker would say «من». */
function implied(draft: Draft, drafts: readonly Draft[], memory: SpeakerMemory): Speaker | undefined {
  return isInside(draft, drafts) ? undefined : memory.implicit(draft.plural);
}

function isInside(draft: Draft, drafts: readonly Draft[], form?: Draft['form']): boolean {
  return drafts.some(
    (other) =>
      other !== draft &&
      (form === undefined || other.form === form) &&
      other.from <= draft.verb.from &&
      draft.verb.from < other.to,
  );
}

/** A first «وی» means the person whom the article named before. */
function suggestSubject(
  draft: Draft,
  { view }: SpeakerView,
  { memory, mentions, document }: { memory: SpeakerMemory; mentions: Mentions; document: Document },
): void {
  if (draft.subject?.via === 'role' && !draft.subject.pointing) {
    const leading = leadingPerson(view, mentions);
    if (leading !== undefined)
      memory.suggest(leading, mentions.entityOf(leading), cut(document.text, leading.span));
    return;
  }
  if (draft.subject !== undefined && draft.subject.via !== 'pronoun' && !draft.subject.pointing) return;
  const start = view.block.role === 'teaser' ? view.start : 0;
  const before = { start, end: view.words[draft.verb.from]?.start ?? 0 };
  const person = mentions
    .within(before)
    .filter((mention) => mention.via === 'name' && mentions.entityOf(mention)?.type === 'person')
    .at(-1);
  if (person !== undefined)
    memory.suggest(person, mentions.entityOf(person), cut(document.text, person.span));
}

/** Words within which a first sentence names whom it is about: «به گزارش ایسنا، فلانی ظهر امروز در نشست …». */
const LEAD_LETTERS = 70;

/** The person whom the article's first line is about: an office behind it is mostly his. */
function leadingPerson({ block }: WordBlock, mentions: Mentions): Mention | undefined {
  const people = mentions
    .within({ start: 0, end: block.start })
    .filter((mention) => mention.via === 'name' && mentions.entityOf(mention)?.type === 'person');
  const [first] = people;
  const isAlone = people.every(({ entity }) => entity === first?.entity);
  return first !== undefined && isAlone && first.role === undefined && first.span.start <= LEAD_LETTERS
    ? first
    : undefined;
}
