import type { MentionVia } from './entity.js';
import type { Evidence } from './evidence.js';
import type { Span } from './span.js';

export type StatementForm = 'direct' | 'indirect' | 'colon';

/** What the predicate does with what was said. */
export const ACTS = [
  'assert',
  'announce',
  'report',
  'explain',
  'emphasize',
  'confirm',
  'deny',
  'rule_out',
  'not_rule_out',
  'claim',
  'accuse',
  'condemn',
  'support',
  'label',
  'warn',
  'threaten',
  'promise',
  'offer',
  'demand',
  'expect',
  'speculate',
  'believe',
  'ask',
  'comment',
  'decline',
  'reject_proposal',
] as const;
export type Act = (typeof ACTS)[number];

/** How the speaker stands to the content: from verb, negation, modality and condition together. */
export const STANCES = [
  'affirm',
  'deny',
  'not_ruled_out',
  'possible',
  'conditional',
  'expected',
  'offered',
  'unknown',
] as const;
export type Stance = (typeof STANCES)[number];

/** FactBank's values, relative to the speaker. */
export type Factuality = 'CT+' | 'PR+' | 'PS+' | 'CT-' | 'PR-' | 'PS-' | 'CTu' | 'Uu';

export interface Speaker {
  /** Canonical name of the entity, or the words of somebody unnamed. */
  readonly name: string;
  readonly entity?: string;
  /** Absent when the sentence does not name the speaker. */
  readonly span?: Span;
  readonly via: MentionVia;
  /** The title beside the name or instead of it. */
  readonly role?: Span;
}

export type MediumType =
  | 'press_conference'
  | 'interview'
  | 'tv_interview'
  | 'media_talk'
  | 'statement'
  | 'social'
  | 'speech';

/** Somebody says something. Its evidence is the whole reporting sentence and all of the content: a statement without a span is none. */
export interface Statement {
  /** What is said: without outer quotation marks, «که», colon and final full stop. */
  readonly content: Span;
  readonly evidence: Evidence;
  /** Absent when nobody is made out: shown as such, never guessed. */
  readonly speaker?: Speaker;
  /** Others who say the same in the same words of the outlet: «رویترز و آکسیوس گزارش دادند». */
  readonly coSpeakers: readonly Speaker[];
  /** The predicate as printed, with a following «که». */
  readonly verb?: Span;
  readonly form: StatementForm;
  readonly act: Act;
  readonly stance: Stance;
  readonly factuality: Factuality;
  /** Words that made the stance: negation, modality, condition. */
  readonly cues: readonly Span[];
  readonly quotes: readonly Span[];
  readonly addressee?: Speaker;
  readonly medium?: { readonly type?: MediumType; readonly span: Span };
  /** Index of the statement inside whose content this one stands. */
  readonly nestedIn?: number;
  /** Index of the earlier statement which this one answers: «این گزارش‌ها را تکذیب کرد». */
  readonly target?: number;
  /** Set where the source itself seems to have erred («بر … تایید کرد»). */
  readonly flags: readonly ('source_error' | 'speaker_uncertain' | 'span_uncertain')[];
}
