import type { Act, Stance } from '../model/statement.js';
import { LABEL_WORDS } from './label_words.js';
import type { Predicate } from './predicate_find.js';
import { readSubject } from './speaker_phrase.js';
import { quotingAt } from './speaker_subject.js';
import type { SpeakerPhrase, SpeakerView } from './speaker_view.js';
import { BODIES, PREPOSITIONS, TITLES, UNNAMED } from './speaker_words.js';
import type { Draft } from './statement_draft.js';
import type { Marker } from './statement_markers.js';
import { isFiniteAt, type WordBlock } from './statement_words.js';

/** «ادعای X: …», «هشدار X دربارهٔ Y: …»: a noun for speech before the one who speaks. */
export interface LabelRule {
  readonly id: string;
  /** Solid keys that may open the label; empty: the speaker himself does. */
  readonly words: string;
  readonly act: Act;
  readonly stance: Stance;
  readonly yes: string;
  readonly no: string;
}

export const LABEL_RULES: readonly LabelRule[] = [
  {
    id: 'label/claim',
    words: 'ادعای ادعا',
    act: 'claim',
    stance: 'affirm',
    yes: 'ادعای وزیر نیرو: سدها پر است.',
    no: 'ادعای بزرگ: سدها پر است.',
  },
  {
    id: 'label/warning',
    words: 'هشدار اخطار',
    act: 'warn',
    stance: 'affirm',
    yes: 'هشدار وزیر نیرو: سدها خالی شده است.',
    no: 'هشدار جدی: سدها خالی شده است.',
  },
  {
    id: 'label/answer',
    words: 'واکنش پاسخ توضیح توضیحات اظهارات روایت جواب کنایه انتقاد گلایه تاکید اعلام خبر گزارش',
    act: 'assert',
    stance: 'affirm',
    yes: 'واکنش وزیر نیرو به این خبر: سدها پر است.',
    no: 'پاسخ درست: سدها پر است.',
  },
  {
    id: 'label/main-points',
    words: 'مهمترین اهم گزیده گزیدهای خلاصه محورهای سخنان گفتههای صحبتهای',
    act: 'assert',
    stance: 'affirm',
    yes: 'مهم‌ترین گفته‌های وزیر نیرو:\n- سدها پر است.\n- باران آمده است.',
    no: 'مهم‌ترین خبرهای روز:\n- سدها پر است.\n- باران آمده است.',
  },
  {
    id: 'label/speaker',
    words: '',
    act: 'assert',
    stance: 'affirm',
    yes: 'سخنگوی وزارت نیرو: سدها پر است.',
    no: 'وزیر نیرو: کاوه رنجبر',
  },
];

/** Where a label stands: the line behind it, and whose page it is. */
export interface LabelPlace {
  readonly next: WordBlock | undefined;
  readonly outlet: string | undefined;
}

/** What reports in the line: a label has a colon and no verb. */
interface Reporting {
  readonly predicates: readonly Predicate[];
  readonly markers: readonly Marker[];
}

/** Words of a label at most: «سخنگوی وزارت امور خارجه در واکنش به این خبر:». */
const LONGEST = 16;

/**
 * «سخنگوی ارتش: …»: channels and live pages set the speaker before a colon. What is said runs to the end of the line, or
 * is the next line. Labels without a speaker («ساعت: ۲۱») and lists of office-holders («وزیر نیرو: X») say nothing.
 */
export function draftLabel(speakers: SpeakerView, around: LabelPlace & Reporting): Draft[] {
  const { view } = speakers;
  const { next, outlet } = around;
  const colon = labelEnd(view);
  if (colon === undefined || [...around.predicates, ...around.markers].some(({ start }) => start < colon))
    return [];
  const found = labelOf(speakers, colon);
  if (found === undefined || isPublisher(found.subject, outlet)) return [];
  const inNextBlock = colon === view.words.length;
  if (!hasSpeech(view, colon, next) || (inNextBlock && isHeading(found.subject))) return [];
  const quotation = view.quotations.find(({ first }) => first === colon);
  const isQuoted = quotation !== undefined && quotation.next === view.words.length;
  return [
    {
      verb: { from: 0, to: 0 },
      act: found.rule.act,
      stance: found.rule.stance,
      isObject: false,
      rule: found.rule.id,
      form: isQuoted ? 'direct' : 'colon',
      from: colon,
      to: view.words.length,
      ...(isQuoted && { inner: quotation.inner }),
      runsOn: !inNextBlock,
      inNextBlock,
      past: true,
      plural: false,
      subject: found.subject,
      passive: false,
      isMarker: false,
      sharesSentence: false,
      flags: [],
    },
  ];
}

/** «اسپانیا:» or «پارس جنوبی:» in a line of its own says what the paragraph below is about. */
function isHeading({ via, mention, name }: SpeakerPhrase): boolean {
  return via === 'org' && name.to - name.from <= 3 && mention?.entity?.startsWith('outlet.') !== true;
}

/** «ایسنا: …» on a page of ISNA: the publisher's own label. */
function isPublisher({ mention }: SpeakerPhrase, outlet: string | undefined): boolean {
  if (outlet === undefined || mention?.entity?.startsWith('outlet.') !== true) return false;
  return outlet.startsWith(mention.entity.slice('outlet.'.length));
}

/** Index of the first word behind the colon that ends a label: no verb and no full stop stands in it. */
function labelEnd(view: WordBlock): number | undefined {
  const most = Math.min(view.words.length, LONGEST);
  for (let at = 1; at <= most; at += 1) {
    const gap = view.words[at]?.gap ?? view.text.slice(view.words[at - 1]?.end ?? view.end, view.end);
    if (/^[\s)»"]*[:：]/.test(gap)) return at;
    if (/[.؛!؟?:]/.test(gap) || at === view.words.length || isFiniteAt(view, at - 1)) return undefined;
  }
  return undefined;
}

function labelOf(
  speakers: SpeakerView,
  colon: number,
): { readonly rule: LabelRule; readonly subject: SpeakerPhrase } | undefined {
  const { view } = speakers;
  for (const { rule, heads } of rulesByHead) {
    if (heads.size > 0 && !heads.has(view.keys[0] ?? '')) continue;
    const from = heads.size > 0 ? behindPoints(view.keys) : 0;
    const medium = readSubject(speakers, { from, to: colon });
    const subject = medium && quotedBy(speakers, medium, colon);
    if (subject !== undefined && subject !== medium) return { rule, subject };
    if (subject?.from === from && isSpeaker(speakers, subject) && isRestAdverbial(view, subject, colon))
      return { rule, subject };
  }
  return undefined;
}

/** Behind «مهم‌ترین محورهای سخنان», «اظهارات مهم». */
function behindPoints(keys: readonly string[]): number {
  let at = 1;
  while (LABEL_WORDS.points.has(keys[at])) at += 1;
  return at;
}

/** «آکسیوس به نقل از دو مقام آمریکایی: …»: who is quoted speaks, as in a sentence with a verb. */
function quotedBy(speakers: SpeakerView, medium: SpeakerPhrase, colon: number): SpeakerPhrase {
  const quoting = quotingAt(speakers.view, { from: medium.to, to: colon + 2 });
  if (medium.via !== 'org' || quoting?.at !== medium.to) return medium;
  const source = readSubject(speakers, { from: quoting.next, to: colon });
  return source?.to === colon && source.via !== 'pronoun' ? source : medium;
}

/** Behind the speaker nothing but where, to whom or about what he spoke: «ترامپ در گفت‌وگو با فاکس‌نیوز:». */
function isRestAdverbial(view: WordBlock, { to }: SpeakerPhrase, colon: number): boolean {
  const key = view.keys[to] ?? '';
  return to >= colon || PREPOSITIONS.has(key) || LABEL_WORDS.rest.has(key);
}

/** Somebody who can speak: known, or with an office; a mere noun before a colon labels anything. */
function isSpeaker({ view, mentions }: SpeakerView, { from, via, mention }: SpeakerPhrase): boolean {
  const head = view.keys[from] ?? '';
  if (via === 'pronoun' || view.words[from]?.aside) return false;
  if (mention !== undefined || TITLES.has(head) || BODIES.has(head) || UNNAMED.has(head)) return true;
  return mentions.has(from);
}

/** A label before a mere name or number is an entry of a list. */
function hasSpeech(view: WordBlock, colon: number, next: WordBlock | undefined): boolean {
  if (colon < view.words.length) return hasVerb(view, colon);
  return next !== undefined && hasVerb(next, 0);
}

function hasVerb(view: WordBlock, from: number): boolean {
  for (let at = from; at < view.words.length; at += 1) if (isFiniteAt(view, at)) return true;
  return false;
}

const rulesByHead = LABEL_RULES.map((rule) => ({
  rule,
  heads: new Set(rule.words === '' ? [] : rule.words.split(' ')),
}));
