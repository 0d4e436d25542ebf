import { findContent } from './content_find.js';
import type { Bounds, Content } from './content_view.js';
import { LABEL_WORDS } from './label_words.js';
import { findBlockPredicates, type Predicate } from './predicate_find.js';
import { findSubject } from './speaker_phrase.js';
import { subjectSegments } from './speaker_region.js';
import { standsApart, subjectOf, textIn } from './speaker_subject.js';
import type { SpeakerPhrase, SpeakerView } from './speaker_view.js';
import { draftClaimed } from './statement_claimed.js';
import { contentFields, type Draft } from './statement_draft.js';
import { draftLabel, type LabelPlace } from './statement_label.js';
import { draftMarker } from './statement_marked.js';
import { findMarkers, type Marker } from './statement_markers.js';
import { isFiniteAt, sentenceStart, type WordBlock } from './statement_words.js';

/** The statements of one block in the order of their verbs, speakers not yet resolved; labels speak where a label may. */
export function draftBlock(speakers: SpeakerView, labels?: LabelPlace): Draft[] {
  const { view } = speakers;
  const predicates = findBlockPredicates(view);
  const markers = findMarkers(view);
  const drafts: Draft[] =
    labels === undefined ? [] : draftLabel(speakers, { ...labels, predicates, markers });
  for (const item of inOrder(predicates, markers)) {
    if ('rule' in item) drafts.push(...draftMarker({ speakers, drafts, predicates }, item));
    else drafts.push(...draftPredicate(speakers, drafts, item));
  }
  shareClauseSpeakers(drafts, view);
  drafts.push(...draftClaimed(speakers));
  return drafts;
}

function inOrder(predicates: readonly Predicate[], markers: readonly Marker[]): (Predicate | Marker)[] {
  const free = predicates.filter(
    ({ start, next }) => !markers.some((marker) => start < marker.next && marker.start < next),
  );
  return [...free, ...markers].sort((a, b) => a.start - b.start);
}

function draftPredicate(speakers: SpeakerView, drafts: readonly Draft[], predicate: Predicate): Draft[] {
  const { view } = speakers;
  const before = coordinatedWith(speakers, drafts, predicate);
  const around = before === undefined ? enclosing(speakers, drafts, predicate) : undefined;
  const bounds = before ?? boundsOf(view, predicate, around);
  const content = findContent(speakers, predicate, bounds);
  if (content === undefined || (around !== undefined && isNoSpeech(predicate, content))) return [];
  const fields = predicateFields(view, predicate, content);
  if (before !== undefined) {
    before.draft.to = Math.min(before.draft.to, before.cut);
    return [{ ...fields, sharesWith: before.draft }];
  }
  if (predicate.passive && hasTopic(speakers, predicate, bounds)) return [];
  const marker = clauseMarkerBefore(view, drafts, predicate);
  const from = marker?.to ?? bounds.from;
  const isObject = content.rule === 'content/object';
  const subject = subjectOf(speakers, predicate, { from, to: content.subjectTo, isObject });
  if (marker?.subject !== undefined && (isUnsure(subject) || !isUnsure(marker.subject)))
    return [{ ...fields, sharesWith: marker }];
  remember(speakers, subject);
  return [{ ...fields, ...(subject && { subject }) }];
}

function isUnsure(subject: SpeakerPhrase | undefined): boolean {
  return subject === undefined || subject.isWeak === true;
}

function remember({ view, surnames }: SpeakerView, subject: SpeakerPhrase | undefined): void {
  if (subject?.via === 'name') surnames.add(view.keys[subject.name.to - 1] ?? '');
}

/** «قیمت دلار ۱۲ هزار تومان اعلام شد که …»: the passive tells of its subject; «که» only adds to it. */
function hasTopic(speakers: SpeakerView, predicate: Predicate, { from }: Bounds): boolean {
  if (textIn(speakers.view, predicate.start) !== undefined) return false;
  const segments = subjectSegments(speakers.view, { from, to: predicate.start });
  const topic = findSubject(speakers, segments.slice(0, 1));
  return topic !== undefined && !topic.pointing;
}

/** «او با بیان اینکه …، گفت»: the marker whose sentence a predicate completes. */
function clauseMarkerBefore(
  view: WordBlock,
  drafts: readonly Draft[],
  predicate: Predicate,
): Draft | undefined {
  const sentence = view.words[predicate.start]?.sentence;
  const last = drafts.at(-1);
  const isBefore = last?.isMarker === true && last.sharesSentence && last.to <= predicate.start;
  return isBefore && view.words[last.verb.from]?.sentence === sentence ? last : undefined;
}

function boundsOf(view: WordBlock, predicate: Predicate, around: Draft | undefined): Bounds {
  const from = Math.max(sentenceStart(view, predicate.start), around?.from ?? 0);
  return { from, to: around?.to ?? view.words.length };
}

function predicateFields(view: WordBlock, predicate: Predicate, content: Content): Draft {
  const flags = sourceError(view, predicate, content.subjectTo);
  const isMixed = flags.includes('source_error') && predicate.act === 'confirm';
  return {
    verb: { from: predicate.start, to: predicate.next },
    act: isMixed ? 'emphasize' : predicate.act,
    stance: predicate.stance,
    ...(predicate.otherAct && { otherAct: predicate.otherAct }),
    isObject: isObjectContent(content),
    rule: content.rule,
    ...contentFields(content),
    past: predicate.past,
    plural: predicate.plural,
    passive: predicate.passive,
    isMarker: false,
    sharesSentence: false,
    flags,
  };
}

/** «بر ارزش … تایید کرد»: after «بر» it must be تأکید. */
function sourceError(view: WordBlock, predicate: Predicate, subjectTo: number): Draft['flags'] {
  const isMixed = view.keys[predicate.start] === 'تایید' && view.keys[subjectTo] === 'بر';
  return isMixed ? ['source_error'] : predicate.flags;
}

/**
 * Inside speech «پکن از این تلاش‌ها حمایت می‌کند» tells what somebody does and «به شرکت‌ها اعلام شده …» what is
 * known: nobody says it.
 */
function isNoSpeech(predicate: Predicate, content: Content): boolean {
  return predicate.passive || (!predicate.past && isObjectContent(content));
}

function isObjectContent({ rule }: Content): boolean {
  return rule === 'content/object' || rule === 'content/between';
}

/** The statement around a predicate; speech after a colon ends where somebody begins to speak anew. */
function enclosing(speakers: SpeakerView, drafts: readonly Draft[], predicate: Predicate): Draft | undefined {
  const { view } = speakers;
  for (let index = drafts.length - 1; index >= 0; index -= 1) {
    const draft = drafts[index] as Draft;
    if (predicate.start < draft.from || predicate.start >= draft.to) continue;
    const but = draft.form === 'indirect' ? contrastBefore(speakers, draft, predicate) : undefined;
    if (but !== undefined) {
      draft.to = but;
      continue;
    }
    if (draft.runsOn && resumes(speakers, draft, predicate)) {
      draft.to = sentenceStart(view, predicate.start);
      continue;
    }
    return draft;
  }
  return undefined;
}

/** «وزیر گفت که A، ولی آقای سهندی گفته است B»: somebody named behind «ولی» speaks for himself; where that «ولی» stands. */
function contrastBefore(speakers: SpeakerView, draft: Draft, predicate: Predicate): number | undefined {
  const { view } = speakers;
  if (draft.isMarker || !draft.past) return undefined;
  for (let at = predicate.start - 1; at > draft.from; at -= 1) {
    if (!/^(?:اما|ولی)$/.test(view.keys[at] ?? '')) continue;
    const own = isFiniteAt(view, at - 1)
      ? findSubject(speakers, [{ from: at + 1, to: predicate.start }])
      : undefined;
    return own?.from === at + 1 && /^(?:name|role)$/.test(own.via) && own.isWeak !== true && !own.pointing
      ? at
      : undefined;
  }
  return undefined;
}

/** Whether a sentence inside the speech after a colon takes the word from the speaker. */
function resumes(speakers: SpeakerView, draft: Draft, predicate: Predicate): boolean {
  const { view } = speakers;
  const start = sentenceStart(view, predicate.start);
  if (start <= draft.from || view.words[predicate.start]?.sentence === view.words[draft.verb.from]?.sentence)
    return false;
  if ((view.words[predicate.start]?.quote ?? -1) >= 0 || !predicate.past) return false;
  const content = findContent(speakers, predicate, { from: start, to: view.words.length });
  if (content === undefined) return false;
  const subject = subjectOf(speakers, predicate, {
    from: start,
    to: content.subjectTo,
    isObject: isObjectContent(content),
  });
  if (isHonoured(speakers, predicate, subject)) return false;
  if (content.form !== 'indirect') return true;
  if (isPerfect(view, predicate) && subject?.via !== 'pronoun') return false;
  return subject !== undefined && subject.isWeak !== true && /^(?:pronoun|role|name)$/.test(subject.via);
}

/** «آقای رهوار گفتند که …», «ایشان معتقد بودند …»: the plural for one person is the speaker's courtesy, never the outlet's. */
function isHonoured(
  { view }: SpeakerView,
  { plural }: Predicate,
  subject: SpeakerPhrase | undefined,
): boolean {
  if (!plural || subject === undefined || (subject.others ?? []).length > 0) return false;
  return subject.via === 'name' || view.keys[subject.from] === 'ایشان';
}

/** «رهبر انقلاب خواستار اصلاح شده‌اند»: what somebody has said before, as the speaker tells it. */
function isPerfect({ keys }: WordBlock, { next, verbNext }: Predicate): boolean {
  const last = (verbNext ?? next) - 1;
  return /^(?:است|اند)$/.test(keys[last] ?? '') || /ه(?:اند|است)$/.test(keys[last] ?? '');
}

/** Its bounds are those of the coordinated clause. */
interface Coordination extends Bounds {
  readonly draft: Draft;
  /** Where the content of the first statement ends. */
  readonly cut: number;
}

/** «گفت که A و افزود که B»: a predicate without a subject of its own behind «و» has the subject of the one before. */
function coordinatedWith(
  speakers: SpeakerView,
  drafts: readonly Draft[],
  predicate: Predicate,
): Coordination | undefined {
  const { view } = speakers;
  const sentence = view.words[predicate.start]?.sentence;
  const candidates = drafts.filter(
    (draft) => !draft.isMarker && view.words[draft.verb.from]?.sentence === sentence && !draft.runsOn,
  );
  const last = candidates.at(-1);
  if (last === undefined) return undefined;
  const joint = jointBefore(speakers, predicate, last.verb.to);
  if (joint === undefined) return undefined;
  const content = findContent(speakers, predicate, { from: joint + 1, to: view.words.length });
  if (content === undefined) return undefined;
  const segments = subjectSegments(view, { from: joint + 1, to: content.subjectTo });
  const own = findSubject(speakers, segments);
  if (own !== undefined && (own.isWeak !== true || !isObjectContent(content) || standsApart(speakers, own)))
    return undefined;
  const draft = partner(candidates, predicate);
  if (draft === undefined) return undefined;
  const around = drafts.find(
    (each) => each !== draft && each.from <= draft.verb.from && draft.verb.from < each.to,
  );
  return { draft, from: joint + 1, to: around?.to ?? view.words.length, cut: joint };
}

/** The «و» that joins the clause of a predicate to the one before: a verb stands before it. */
function jointBefore(speakers: SpeakerView, predicate: Predicate, from: number): number | undefined {
  const { view } = speakers;
  for (let at = predicate.start - 1; at >= from; at -= 1) {
    if (!LABEL_WORDS.joining.has(view.keys[at])) continue;
    const isAfterVerb = at === from || isFiniteAt(view, at - 1) || /[«»"”،]/.test(view.words[at]?.gap ?? '');
    if (isAfterVerb) return at;
  }
  return undefined;
}

/** The innermost statement of the same tense and number; nested ones only where they agree better. */
function partner(candidates: readonly Draft[], predicate: Predicate): Draft | undefined {
  return [...candidates]
    .reverse()
    .find((draft) => draft.plural === predicate.plural && (draft.past || !predicate.past));
}

/** «با بیان اینکه …، گفت»: the speaker of the sentence is that of the marker too. */
function shareClauseSpeakers(drafts: Draft[], view: WordBlock): void {
  drafts.forEach((draft, index) => {
    if (!draft.isMarker || draft.subject !== undefined || draft.sharesWith !== undefined) return;
    const sentence = view.words[draft.verb.from]?.sentence;
    const governing = drafts
      .slice(index + 1)
      .find(
        (each) =>
          !each.isMarker && each.verb.from >= draft.to && view.words[each.verb.from]?.sentence === sentence,
      );
    if (governing !== undefined) draft.sharesWith = governing;
  });
}
