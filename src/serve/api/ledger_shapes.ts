/** Statements, contacts and entities as the machine interface tells them, each with the words on which it rests. */
import { findContradictions } from '../../model/contradictions.js';
import type { Span } from '../../model/span.js';
import { loadTexts } from '../../store/api_articles.js';
import type { Database } from '../../store/database.js';
import { eventCodeOf } from '../../store/export_rows.js';
import type { ContactLine, PartyName } from '../../store/site_contacts.js';
import { type ContradictionPair, wordsAt } from '../../store/site_contradictions.js';
import type { EntityLine } from '../../store/site_entities.js';
import type { StatementLine } from '../../store/site_statements.js';
import { contactHref, entityHref, safeHref, statementHref } from '../addresses.js';
import { namedOrNull } from './named.js';
import { dayOrNull, momentOf, momentOrNull } from './times.js';

export function entityOf(entity: EntityLine) {
  const { id, type, name, machineName, known, side, sideName, mergedInto, splitFrom } = entity;
  return {
    ...{ id, type, name, machineName, known, mergedInto, splitFrom },
    page: entityHref(id),
    side: side === null ? null : { id: side, name: sideName ?? side },
  };
}

export function statementOf(line: StatementLine) {
  const { articleId: article, version, rule } = line;
  return {
    id: line.id,
    page: statementHref(line.id),
    speakers: line.speakers.map(({ name, entityId, side, via }) => ({ name, entity: entityId, side, via })),
    ...{ role: line.role, act: line.act, stance: line.stance, factuality: line.factuality, form: line.form },
    content: { article, version, start: line.contentStart, end: line.contentEnd, words: line.content, rule },
    evidence: {
      article,
      version,
      start: line.evidenceStart,
      end: line.evidenceEnd,
      words: line.evidence,
      rule,
    },
    verb: line.verb,
    outlet: namedOrNull(line.outletId, line.outletName),
    title: line.title,
    url: safeHref(line.url) ?? null,
    said: momentOrNull(line.saidAt),
    known: momentOf(line.knownAt),
    at: momentOf(line.at),
    lastVersion: line.lastVersion,
    isPrintedStill: line.lastVersion >= line.currentVersion,
    copies: line.copies,
    answers: line.targetId,
    nestedIn: line.nestedIn,
  };
}

/** Two statements against each other, with the words that show what both are about. */
export function pairOf({ one, other, oneSpans, otherSpans, ...pair }: ContradictionPair) {
  const { id, kind, contactId: contact, rule, at, knownAt } = pair;
  const wordsOf = (line: StatementLine, spans: readonly Span[]) =>
    spans.map(({ start, end }) => ({
      ...{ article: line.articleId, version: line.version, start, end, rule },
      words: wordsAt(line, { start, end }),
    }));
  return {
    ...{ id, kind, contact, rule, at: momentOf(at), known: momentOf(knownAt) },
    one: statementOf(one),
    other: statementOf(other),
    oneWords: wordsOf(one, oneSpans),
    otherWords: wordsOf(other, otherSpans),
  };
}

/** Contacts with the words of all their voices; what stands in hidden articles is left out. */
export async function contactsOf(db: Database, lines: readonly ContactLine[]) {
  const places = lines.flatMap(({ entry }) =>
    [...entry.voices, ...entry.roles].flatMap(({ places }) => places.map(({ article }) => article)),
  );
  const texts = await loadTexts(db, places);
  return lines.map((line) => contactOf(line, texts));
}

function contactOf(line: ContactLine, texts: ReadonlyMap<string, string>) {
  const { entry, actors } = line;
  const { event, mode, aux, cameo, source, recipient } = eventCodeOf(line);
  const changed = entry.history.at(-1)?.known ?? line.changedAt;
  return {
    id: line.id,
    page: contactHref(line.id),
    actors: actors.map(partyOf),
    ...{ isOpen: entry.isOpen === true, heldToBe: line.resolvedTo },
    roles: line.roles.map((role) => ({
      part: role.part,
      ...partyOf(role),
      evidence: role.places.flatMap(({ article, span }) =>
        evidenceAt(article, span, { texts, rule: role.rule }),
      ),
    })),
    ...{ kind: entry.kind, level: entry.level, status: entry.status, disputed: entry.disputed },
    secrecy: entry.secrecy,
    from: dayOrNull(entry.days[0]),
    to: dayOrNull(entry.days[1]),
    place: entry.place ?? null,
    known: momentOf(line.knownAt),
    changed: momentOf(changed),
    voices: entry.voices.map((voice) => ({
      speaker: voice.speaker ?? null,
      entity: voice.entity ?? null,
      stance: voice.stance,
      participant: voice.participant,
      presupposed: voice.presupposed,
      said: momentOrNull(voice.published),
      known: momentOf(voice.known),
      namesOneSide: voice.lent !== undefined,
      takenBack: momentOrNull(voice.lent?.until),
      evidence: voice.places.flatMap(({ article, span }) =>
        evidenceAt(article, span, { texts, rule: voice.rule }),
      ),
    })),
    history: entry.history.map(({ known, status, disputed, voice }) => ({
      known: momentOf(known),
      ...{ status, disputed, voice },
    })),
    plover: { event, mode: mode ?? null, aux, cameo: cameo ?? null, source, recipient },
  };
}

function partyOf({ name, entityId, side, sideName }: PartyName) {
  return {
    name,
    entity: entityId,
    side: side === null ? null : { id: side, name: sideName ?? side },
  };
}

/** `12.1` is version 1 of article 12. */
function evidenceAt(
  place: string,
  { start, end }: { readonly start: number; readonly end: number },
  { texts, rule }: { readonly texts: ReadonlyMap<string, string>; readonly rule: string },
) {
  const text = texts.get(place);
  const [article = 0, version = 0] = place.split('.').map(Number);
  return text === undefined ? [] : [{ article, version, start, end, words: text.slice(start, end), rule }];
}

/** Where voices on these contacts contradict each other. */
export function contradictionsIn(lines: readonly ContactLine[]) {
  return lines.flatMap(({ id, entry }) =>
    findContradictions([entry]).map((found) => ({
      kind: found.kind,
      contact: id,
      yes: found.kind === 'dispute' ? found.yes : [],
      no: found.kind === 'dispute' ? found.no : [],
      withinSide: found.kind === 'dispute' && found.withinSide,
      speaker: found.kind === 'shift' ? found.speaker : null,
      steps: found.kind === 'shift' ? found.steps.map((step) => ({ ...step, at: momentOf(step.at) })) : [],
    })),
  );
}
