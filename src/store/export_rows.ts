/** Statements and contacts as rows to take along: each with its article, version and span. Read in pieces. */
import { ploverOf } from '../model/plover.js';
import type { Database } from './database.js';
import {
  type ContactFilter,
  type ContactLine,
  loadContacts,
  loadTellings,
  type TellingDetail,
} from './site_contacts.js';
import { loadStatements, type StatementFilter, type StatementLine } from './site_statements.js';

/** A flat row; the same fields in every row of a kind. */
export type ExportRow = Readonly<Record<string, string | number | boolean | null>>;

const PIECE = 200;

/** All statements that the filter lets pass, the newest first. */
export async function* exportStatements(
  db: Database,
  filter: Omit<StatementFilter, 'limit'>,
): AsyncGenerator<ExportRow> {
  let { after } = filter;
  for (;;) {
    const lines = await loadStatements(db, { ...filter, after, limit: PIECE });
    for (const line of lines) yield statementRow(line);
    const last = lines.at(-1);
    if (last === undefined || lines.length < PIECE) return;
    after = { at: last.at, id: last.id };
  }
}

/** All contacts that the filter lets pass, one row for each sentence that speaks of them. */
export async function* exportContacts(
  db: Database,
  filter: Omit<ContactFilter, 'limit'>,
): AsyncGenerator<ExportRow> {
  for await (const line of contactsOf(db, filter)) {
    const texts = await textsOf(db, line, filter.asOf);
    for (const voice of line.entry.voices) {
      for (const { article, span } of voice.places) {
        const telling = texts.get(article);
        if (!telling) continue;
        yield {
          ...contactRow(line),
          voice: voice.speaker ?? null,
          voice_entity: voice.entity ?? null,
          voice_stance: voice.stance,
          voice_participant: voice.participant,
          voice_presupposed: voice.presupposed,
          said_at: voice.published ?? null,
          known_at: voice.known,
          ...placeRow(telling, span),
          rule: voice.rule,
        };
      }
    }
  }
}

/** All contacts in the terms of event coders, each with the sentences behind it. */
export async function* exportEvents(
  db: Database,
  filter: Omit<ContactFilter, 'limit'>,
): AsyncGenerator<object> {
  for await (const line of contactsOf(db, filter)) {
    const { entry } = line;
    const texts = await textsOf(db, line, filter.asOf);
    yield {
      event_id: line.id,
      ...eventCodeOf(line),
      start_date: entry.days[0],
      end_date: entry.days[1],
      actors: line.actors.map(({ name, entityId, side, part }) => ({ name, entity: entityId, side, part })),
      kind: entry.kind,
      level: entry.level,
      status: entry.status,
      disputed: entry.disputed,
      secrecy: entry.secrecy,
      place: entry.place ?? null,
      history: entry.history.map(({ known, status, disputed }) => ({ known, status, disputed })),
      sources: entry.voices.flatMap((voice) =>
        voice.places.flatMap(({ article, span }) => {
          const telling = texts.get(article);
          const { speaker = null, stance } = voice;
          return telling ? [{ speaker, stance, ...placeRow(telling, span) }] : [];
        }),
      ),
    };
  }
}

async function* contactsOf(db: Database, filter: Omit<ContactFilter, 'limit'>): AsyncGenerator<ContactLine> {
  let { changedBefore } = filter;
  for (;;) {
    const lines = await loadContacts(db, { ...filter, changedBefore, limit: PIECE });
    yield* lines;
    const last = lines.at(-1);
    if (last === undefined || lines.length < PIECE) return;
    changedBefore = { at: last.changedAt, id: last.id };
  }
}

async function textsOf(
  db: Database,
  { id }: ContactLine,
  asOf: string | undefined,
): Promise<ReadonlyMap<string, TellingDetail>> {
  const tellings = await loadTellings(db, { contactId: id, asOf });
  return new Map(tellings.map((telling) => [`${telling.articleId}.${telling.version}`, telling]));
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

function contactRow(line: ContactLine): ExportRow {
  const { entry, actors } = line;
  const { event, mode, aux, cameo } = eventCodeOf(line);
  return {
    record: 'contact',
    id: line.id,
    actors: actors.map(({ name }) => name).join(' | '),
    entities: actors.map(({ entityId }) => entityId ?? '').join(' | '),
    sides: actors.map(({ side }) => side ?? '').join(' | '),
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
  };
}

/** What event coders call a contact. */
export function eventCodeOf({ entry }: ContactLine) {
  const voices = entry.voices.map((voice) => ({
    ...voice,
    evidence: { span: voice.places[0]?.span ?? { start: 0, end: 0 }, rule: voice.rule },
  }));
  const { kind, status, actors } = entry;
  return ploverOf({
    ...{ kind, status, actors },
    voices: voices.map(({ stance, participant, presupposed, evidence, calledOff }) => ({
      ...{ stance, participant, presupposed, evidence },
      ...(calledOff === undefined ? {} : { calledOff }),
    })),
  });
}

function statementRow(line: StatementLine): ExportRow {
  const [speaker] = line.speakers;
  return {
    record: 'statement',
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
