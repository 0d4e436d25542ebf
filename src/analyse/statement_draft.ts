import type { Span } from '../model/span.js';
import type { Act, Stance, StatementForm } from '../model/statement.js';
import type { Content } from './content_view.js';
import type { Segment } from './speaker_region.js';
import type { SpeakerPhrase } from './speaker_view.js';

/** A statement in the making, in words of its block. */
export interface Draft {
  /** Words that report. */
  readonly verb: Segment;
  readonly act: Act;
  readonly stance: Stance;
  readonly otherAct?: Act;
  /** Its content is a noun phrase: «این خبر را تکذیب کرد». */
  readonly isObject: boolean;
  readonly rule: string;
  readonly form: StatementForm;
  from: number;
  to: number;
  readonly inner?: Span;
  readonly runsOn: boolean;
  readonly inNextBlock: boolean;
  readonly past: boolean;
  readonly plural: boolean;
  readonly subject?: SpeakerPhrase;
  /** Whose speaker it shares: «… و افزود», «با بیان اینکه …، گفت». */
  sharesWith?: Draft;
  readonly passive: boolean;
  /** Source formulas name their speaker themselves and change no current speaker. */
  readonly isMarker: boolean;
  /** «با بیان اینکه»: its speaker is that of the sentence. */
  readonly sharesSentence: boolean;
  readonly flags: readonly ('source_error' | 'speaker_uncertain' | 'span_uncertain')[];
}

/** What a content gives a draft. */
export function contentFields(
  content: Content,
): Pick<Draft, 'from' | 'to' | 'form' | 'inner' | 'runsOn' | 'inNextBlock'> {
  const { from, to, form, inner } = content;
  return {
    from,
    to,
    form,
    ...(inner && { inner }),
    runsOn: content.runsOn === true,
    inNextBlock: content.inNextBlock === true,
  };
}
