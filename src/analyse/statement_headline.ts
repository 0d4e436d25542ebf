import { readSubject } from './speaker_phrase.js';
import type { SpeakerView } from './speaker_view.js';
import { BODIES, TITLES } from './speaker_words.js';
import type { Draft } from './statement_draft.js';

/** The one rule of headlines; its examples are headlines. */
export const HEADLINE_RULE = {
  id: 'content/headline-colon',
  yes: 'وزیر نیرو: سدها پر است',
  no: 'ساعت: ۲۱ و سی دقیقه',
} as const;

/** «لاوروف: راهی وجود ندارد»: whoever stands before the colon says it; an outlet's label does not. */
export function draftHeadline(speakers: SpeakerView): Draft[] {
  const { view, mentions } = speakers;
  const colon = view.words.findIndex(({ gap }, at) => at > 0 && /^\s*[:：]/.test(gap));
  if (colon < 1 || colon > 7 || view.words.length - colon < 2) return [];
  const subject = readSubject(speakers, { from: 0, to: colon });
  if (subject === undefined || subject.from > 0 || subject.to < colon) return [];
  const mention = mentions.get(0);
  const head = view.keys[0] ?? '';
  const isKnown = mention !== undefined && mention.mention.entity?.startsWith('outlet.') !== true;
  if (!isKnown && !TITLES.has(head) && !BODIES.has(head)) return [];
  return [
    {
      verb: { from: 0, to: 0 },
      act: 'assert',
      stance: 'affirm',
      isObject: false,
      rule: HEADLINE_RULE.id,
      form: 'colon',
      from: colon,
      to: view.words.length,
      runsOn: false,
      inNextBlock: false,
      past: true,
      plural: false,
      subject,
      passive: false,
      isMarker: false,
      sharesSentence: false,
      flags: [],
    },
  ];
}
