/** Statements and contacts as rows to take along: each with its article, version and span. Read in pieces. */

import type { ContactPart } from '../model/contact.js';
import { heardVoices } from '../model/ledger.js';
import { directionOf, ploverOf } from '../model/plover.js';
import type { Database } from './database.js';
import { type ExportPlace, formatExportPlace } from './export_place.js';
import { type ContactFilter, type ContactLine, loadContacts } from './site_contacts.js';
import { findStatements, loadStatements, type StatementLine } from './site_statements.js';
import { loadTellings, type TellingDetail } from './site_tellings.js';
import type { StatementFilter } from './statement_filter.js';

/** A flat row; the same fields in every row of a kind. */
export type ExportRow = Readonly<Record<string, string | number | boolean | null>>;

/** Statements or contacts of one question to the store: what an export holds in memory. */
const PIECE = 200;
/** Contacts whose articles' texts are held at once. */
const TEXTS = 25;
/** Statements that are found at once; of these only the numbers are held. */
const PLACES = 20_000;

interface ExportFrom {
  /** Goes on behind this row. */
  readonly after?: ExportPlace | undefined;
}

/** All statements that the filter lets pass, in the order in which they became known. */
export async function* exportStatements(
  db: Database,
  filter: Omit<StatementFilter, 'limit'>,
  { after }: ExportFrom = {},
): AsyncGenerator<ExportRow> {
  for await (const ids of placesOf(db, filter, after?.id)) {
    for (let at = 0; at < ids.length; at += PIECE) {
      const piece = ids.slice(at, at + PIECE);
      const lines = await loadStatements(db, { ids: piece, withTwins: true, order: 'known', limit: PIECE });
      for (const line of lines) yield statementRow(line);
    }
  }
}

/** Which statements they are, many at once: finding those of somebody who says much costs the same for one as for all. */
async function* placesOf(
  db: Database,
  filter: Omit<StatementFilter, 'limit'>,
  afterId: string | undefined,
): AsyncGenerator<readonly string[]> {
  for (let behind = afterId; ; ) {
    const ids = await findStatements(db, { ...filter, afterId: behind, limit: PLACES });
    yield ids;
    behind = ids.at(-1);
    if (ids.length < PLACES) return;
  }
}

/** All contacts that the filter lets pass, in the order in which they became known: a row for each sentence on them. */
export async function* exportContacts(
  db: Database,
  filter: Omit<ContactFilter, 'limit'>,
  { after }: ExportFrom = {},
): AsyncGenerator<ExportRow> {
  for await (const { line, texts } of contactsOf(db, filter, { after, isWhole: false })) {
    const given = line.id === after?.id ? after.row : 0;
    const places = heardVoices(line.entry).flatMap((voice) =>
      voice.places.map((place) => ({ voice, place })),
    );
    for (const [at, { voice, place }] of places.entries()) {
      const telling = texts.get(place.article);
      if (!telling || at < given) continue;
      yield {
        ...contactRow(line, at + 1),
        voice: voice.speaker ?? null,
        voice_entity: voice.entity ?? null,
        voice_stance: voice.stance,
        voice_participant: voice.participant,
        voice_presupposed: voice.presupposed,
        said_at: voice.published ?? null,
        known_at: voice.known,
        ...placeRow(telling, place.span),
        rule: voice.rule,
      };
    }
  }
}

/** All contacts in the terms of event coders, each with the sentences behind it. */
export async function* exportEvents(
  db: Database,
  filter: Omit<ContactFilter, 'limit'>,
  { after }: ExportFrom = {},
): AsyncGenerator<object> {
  for await (const { line, texts } of contactsOf(db, filter, { after, isWhole: true })) {
    const { entry } = line;
    yield {
      cursor: formatExportPlace({ kind: 'contact', id: line.id, row: 0 }),
      event_id: line.id,
      ...eventCodeOf(line),
      start_date: entry.days[0],
      end_date: entry.days[1],
      actors: line.actors.map(({ name, entityId, side }) => ({ name, entity: entityId, side })),
      roles: line.roles.map(({ part, name, entityId, side, rule, places }) => ({
        ...{ part, name, entity: entityId, side, rule },
        sources: places.flatMap(({ article, span }) => {
          const telling = texts.get(article);
          return telling ? [placeRow(telling, span)] : [];
        }),
      })),
      kind: entry.kind,
      level: entry.level,
      status: entry.status,
      disputed: entry.disputed,
      secrecy: entry.secrecy,
      place: entry.place ?? null,
      history: entry.history.map(({ known, status, disputed }) => ({ known, status, disputed })),
      sources: heardVoices(entry).flatMap((voice) =>
        voice.places.flatMap(({ article, span }) => {
          const telling = texts.get(article);
          const { speaker = null, stance } = voice;
          return telling ? [{ speaker, stance, ...placeRow(telling, span) }] : [];
        }),
      ),
    };
  }
}

interface ToldContact {
  readonly line: ContactLine;
  /** What articles tell of it, by article and version: `12.1`. */
  readonly texts: ReadonlyMap<string, TellingDetail>;
}

/** `isWhole`: a contact is one row; else the one that a cursor names may have rows left. */
async function* contactsOf(
  db: Database,
  filter: Omit<ContactFilter, 'limit'>,
  { after, isWhole }: ExportFrom & { readonly isWhole: boolean },
): AsyncGenerator<ToldContact> {
  const start = after && (isWhole || after.row === 0 ? { afterId: after.id } : { fromId: after.id });
  let place: { readonly fromId?: string; readonly afterId?: string } = start ?? {};
  for (;;) {
    const lines = await loadContacts(db, { ...filter, ...place, order: 'known', limit: PIECE });
    for (let at = 0; at < lines.length; at += TEXTS)
      yield* await withTexts(db, lines.slice(at, at + TEXTS), filter);
    const last = lines.at(-1);
    // As known at a moment, lines may be left out of what the store has found: only nothing at all is the end.
    if (last === undefined || (filter.asOf === undefined && lines.length < PIECE)) return;
    place = { afterId: last.id };
  }
}

async function withTexts(
  db: Database,
  lines: readonly ContactLine[],
  { asOf }: { readonly asOf?: string | undefined },
): Promise<readonly ToldContact[]> {
  const tellings = await loadTellings(db, { contactIds: lines.map(({ id }) => id), asOf });
  const textsOf = new Map(lines.map(({ id }) => [id, new Map<string, TellingDetail>()]));
  for (const each of tellings) textsOf.get(each.askedId)?.set(`${each.articleId}.${each.version}`, each);
  return lines.map((line) => ({ line, texts: textsOf.get(line.id) ?? new Map() }));
}

function placeRow(
  { articleId, version, outletName, title, text }: TellingDetail,
  { start, end }: { readonly start: number; readonly end: number },
) {
  return {
    article: articleId,
    version,
    start,
    end,
    words: text.slice(start, end),
    outlet: outletName,
    title,
  };
}

function contactRow(line: ContactLine, row: number): ExportRow {
  const { entry, actors } = line;
  const { event, mode, aux, cameo, source, recipient } = eventCodeOf(line);
  const inPart = (wanted: ContactPart): string =>
    line.roles.flatMap(({ part, name }) => (part === wanted ? [name] : [])).join(' | ');
  return {
    record: 'contact',
    cursor: formatExportPlace({ kind: 'contact', id: line.id, row }),
    id: line.id,
    actors: actors.map(({ name }) => name).join(' | '),
    entities: actors.map(({ entityId }) => entityId ?? '').join(' | '),
    sides: actors.map(({ side }) => side ?? '').join(' | '),
    initiator: inPart('initiator'),
    mediator: inPart('mediator'),
    host: inPart('host'),
    kind: entry.kind,
    level: entry.level,
    status: entry.status,
    disputed: entry.disputed,
    secrecy: entry.secrecy,
    day_from: entry.days[0],
    day_to: entry.days[1],
    place: entry.place ?? null,
    plover: [event, mode, ...aux].filter((part) => part !== undefined).join(' '),
    cameo: cameo ?? null,
    source: source.join(' | '),
    recipient: recipient.join(' | '),
  };
}

/** What event coders call a contact, and who in it does it to whom. */
export function eventCodeOf({ entry, actors: named }: ContactLine) {
  const voices = heardVoices(entry).map((voice) => ({
    ...voice,
    evidence: { span: voice.places[0]?.span ?? { start: 0, end: 0 }, rule: voice.rule },
  }));
  const { kind, status, actors, roles, placeSide } = entry;
  const coded = {
    ...{ kind, status, actors, roles },
    voices: voices.map(({ stance, participant, presupposed, evidence, calledOff }) => ({
      ...{ stance, participant, presupposed, evidence },
      ...(calledOff === undefined ? {} : { calledOff }),
    })),
  };
  const { source, recipient } = directionOf(coded, placeSide);
  const nameOf = (at: number): string => named[at]?.name ?? '';
  return {
    ...ploverOf(coded, placeSide),
    source: source.map(nameOf),
    recipient: entry.isOpen ? [] : recipient.map(nameOf),
  };
}

function statementRow(line: StatementLine): ExportRow {
  const [speaker] = line.speakers;
  return {
    record: 'statement',
    cursor: formatExportPlace({ kind: 'statement', id: line.id, row: 0 }),
    id: line.id,
    speaker: speaker?.name ?? null,
    entity: speaker?.entityId ?? null,
    side: speaker?.side ?? null,
    role: line.role,
    also: line.speakers
      .slice(1)
      .map(({ name }) => name)
      .join(' | '),
    act: line.act,
    stance: line.stance,
    factuality: line.factuality,
    form: line.form,
    content: line.content,
    content_start: line.contentStart,
    content_end: line.contentEnd,
    verb: line.verb,
    answers: line.targetId,
    copies: line.copies,
    said_at: line.saidAt,
    known_at: line.knownAt,
    article: line.articleId,
    version: line.version,
    last_version: line.lastVersion,
    start: line.evidenceStart,
    end: line.evidenceEnd,
    words: line.evidence,
    outlet: line.outletName,
    title: line.title,
    url: line.url,
    rule: line.rule,
  };
}
