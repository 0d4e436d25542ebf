import { cut } from '../model/span.js';
import type { Speaker } from '../model/statement.js';
import { LABEL_WORDS } from './label_words.js';
import type { Mentions } from './mentions.js';
import type { Segment } from './speaker_region.js';
import type { BlockMention, SpeakerView } from './speaker_view.js';
import { sentenceStart, spanOf, type WordBlock } from './statement_words.js';

/** Words before whom one speaks to; `open`: more may stand between him and the verb. */
export interface AddresseeRule {
  readonly id: string;
  readonly words: string;
  readonly open: boolean;
  readonly yes: string;
  readonly no: string;
}

export const ADDRESSEE_RULES: readonly AddresseeRule[] = [
  {
    id: 'addressee/addressing',
    words: 'خطاب به',
    open: true,
    yes: 'وزیر نیرو خطاب به کاوه رنجبر گفت: سدها پر است.',
    no: 'وزیر نیرو دربارهٔ کاوه رنجبر گفت: سدها پر است.',
  },
  {
    id: 'addressee/talking-with',
    words: 'گفتوگو با | مصاحبه با | گفتوگویی با | مصاحبهای با',
    open: true,
    yes: 'وزیر نیرو در گفت‌وگو با خبرنگاران گفت: سدها پر است.',
    no: 'وزیر نیرو در سفر با خبرنگاران گفت: سدها پر است.',
  },
  {
    id: 'addressee/to',
    words: 'به',
    open: false,
    yes: 'وزیر نیرو به خبرنگاران گفت: سدها پر است.',
    no: 'وزیر نیرو به تهران رفت و گفت: سدها پر است.',
  },
];

/** Whom a speaker tells what he says: «به رویترز گفت», «خطاب به نمایندگان», «در گفت‌وگو با آوند». */
export function addresseeOf(
  { view, mentions }: Pick<SpeakerView, 'view' | 'mentions'>,
  verb: Segment,
  { entityOf }: Pick<Mentions, 'entityOf'>,
): Speaker | undefined {
  const start = sentenceStart(view, verb.from);
  for (const { words, open } of PHRASES) {
    const at = lastOf(view, words, { from: start, to: verb.from });
    const found = at === undefined ? undefined : mentions.get(at);
    const to = found?.to ?? (at ?? verb.from) + 1;
    if (at === undefined || to > verb.from || (!open && to !== verb.from)) continue;
    const speaker = found ? ofMention(view, found, entityOf) : ofListener(view, at);
    if (speaker !== undefined) return speaker;
  }
  return undefined;
}

const PHRASES = ADDRESSEE_RULES.flatMap(({ words, open }) =>
  words.split(' | ').map((phrase) => ({ words: phrase.split(' '), open })),
);

/** Index behind the last place of some words before a verb, outside quotations. */
function lastOf(view: WordBlock, words: readonly string[], { from, to }: Segment): number | undefined {
  for (let at = to - words.length; at >= from; at -= 1) {
    if ((view.words[at]?.quote ?? -1) < 0 && words.every((word, offset) => view.keys[at + offset] === word))
      return at + words.length;
  }
  return undefined;
}

function ofMention(
  view: WordBlock,
  { mention, from, to }: BlockMention,
  entityOf: Mentions['entityOf'],
): Speaker | undefined {
  const span = spanOf(view, from, to);
  const entity = entityOf(mention);
  if (span === undefined) return undefined;
  const via = mention.via === 'name' && entity?.type !== 'person' ? 'org' : mention.via;
  return { name: entity?.name ?? cut(view.text, span), ...(entity && { entity: entity.id }), span, via };
}

function ofListener(view: WordBlock, at: number): Speaker | undefined {
  const key = view.keys[at] ?? '';
  const span = LABEL_WORDS.listeners.has(key) ? spanOf(view, at, at + 1) : undefined;
  if (span === undefined) return undefined;
  return { name: cut(view.text, span), span, via: /^(?:وی|او|ما|آنها)$/.test(key) ? 'pronoun' : 'unnamed' };
}
