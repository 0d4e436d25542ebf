/** A statement out of its draft: spans, act and stance, media and quotations. */
import { cut, type Span } from '../model/span.js';
import type { Speaker, Statement } from '../model/statement.js';
import type { Sentence } from './document.js';
import type { Mentions } from './mentions.js';
import type { SpeakerView } from './speaker_view.js';
import { stanceOf } from './stance_of.js';
import { addresseeOf } from './statement_addressee.js';
import { contentSpan, quoteOverBlocks } from './statement_content.js';
import type { Draft } from './statement_draft.js';
import { mediumOf } from './statement_medium.js';
import { spanOf, type WordBlock } from './statement_words.js';

interface Made {
  readonly view: WordBlock;
  readonly next: WordBlock | undefined;
  readonly speaker: Speaker | undefined;
  readonly mentions: Mentions;
  readonly speakers: SpeakerView;
  readonly later: readonly WordBlock[];
}

/** The statement of a draft; nothing where no letters are left of its content. */
export function toStatement(draft: Draft, made: Made): Statement | undefined {
  const { view, next, speaker, mentions, speakers } = made;
  const long = quoteOverBlocks(draft, made);
  const content = long ?? contentSpan(draft, view, next);
  const verb = spanOf(
    view,
    draft.verb.from,
    view.keys[draft.verb.to] === 'که' ? draft.verb.to + 1 : draft.verb.to,
  );
  if (content === undefined) return undefined;
  const act = objectAct(draft, view);
  const range =
    draft.inNextBlock && next !== undefined
      ? { view: next, from: 0, to: next.words.length }
      : { view, from: draft.from, to: draft.to };
  const reading = stanceOf(range.view, range, { act, stance: draft.stance, isObject: draft.isObject });
  const sentence = sentenceOf(view, draft);
  const medium = mediumOf(view, draft.verb);
  const addressee = addresseeOf(speakers, draft.verb, mentions);
  return {
    content,
    evidence: { span: around(sentence, content), rule: draft.rule },
    ...(speaker && { speaker }),
    coSpeakers: coSpeakers(draft, view, mentions),
    ...(verb && draft.verb.to > draft.verb.from && { verb }),
    form: long === undefined ? draft.form : 'direct',
    act: reading.act,
    stance: reading.stance,
    factuality: reading.factuality,
    cues: reading.cues,
    quotes: quotesIn(view, content),
    ...(addressee && { addressee }),
    ...(medium && { medium }),
    flags: draft.flags,
  };
}

function coSpeakers({ subject }: Draft, view: WordBlock, mentions: Mentions): Speaker[] {
  return (subject?.others ?? []).flatMap(({ mention, from, to }) => {
    const span = spanOf(view, from, to);
    if (span === undefined) return [];
    const entity = mentions.entityOf(mention);
    const via = mention.via === 'name' && entity?.type !== 'person' ? 'org' : mention.via;
    return [{ name: entity?.name ?? cut(view.text, span), ...(entity && { entity: entity.id }), span, via }];
  });
}

/** «پیشنهاد را رد کرد» refuses, «خبر را رد کرد» denies. */
function objectAct(draft: Draft, view: WordBlock): Statement['act'] {
  if (draft.otherAct === undefined) return draft.act;
  const head = view.keys
    .slice(draft.from, draft.to)
    .find((key) => !/^(?:این|آن|هر|هرگونه|هیچ|یک)$/.test(key));
  const proposal = PROPOSALS.test(head ?? '');
  return proposal ? 'reject_proposal' : 'deny';
}

const PROPOSALS = /^(?:پیشنهاد|درخواست|دعوت|طرح|مذاکره|مذاکرات|لایحه|میانجیگری|کمک|دیدار)/;

function sentenceOf(view: WordBlock, draft: Draft): Sentence | Span {
  const index = view.words[draft.verb.from]?.sentence ?? 0;
  return view.block.sentences[index] ?? view;
}

/** The reporting sentence up to the end of what is said: speech behind a colon runs on over sentences and lines. */
function around(sentence: Span, content: Span): Span {
  return { start: Math.min(sentence.start, content.start), end: Math.max(sentence.end, content.end) };
}

function quotesIn(view: WordBlock, content: Span): Span[] {
  return view.quotations
    .filter(({ inner }) => inner.start >= content.start && inner.end <= content.end)
    .map(({ inner }) => inner);
}
