/** Events with what they are about. */
import type { Database } from '../../store/database.js';
import type { StoredEvent } from '../../store/events.js';
import { loadContacts } from '../../store/site_contacts.js';
import { loadStatements } from '../../store/site_statements.js';
import { loadStoryLines } from '../../store/site_stories.js';
import { contactsOf, statementOf } from './ledger_shapes.js';
import { storyOf } from './story_operations.js';
import type { ApiEvent } from './stream_schemas.js';
import { momentOf } from './times.js';

/** Fills events in as things now stand; what is hidden or gone meanwhile is left out. */
export async function fillEvents(db: Database, events: readonly StoredEvent[]): Promise<readonly ApiEvent[]> {
  const idsOf = (...kinds: readonly string[]): string[] => [
    ...new Set(events.filter(({ kind }) => kinds.includes(kind)).map(({ ref }) => nameIn(ref))),
  ];
  const [storyIds, ids, contactIds] = [idsOf('story', 'story_update'), idsOf('statement'), idsOf('contact')];
  const [stories, statements, contacts] = await Promise.all([
    loadStoryLines(db, storyIds.map(Number)),
    ids.length === 0 ? [] : loadStatements(db, { ids, withTwins: true, limit: ids.length }),
    contactIds.length === 0 ? [] : loadContacts(db, { ids: contactIds, limit: contactIds.length }),
  ]);
  const known = {
    stories: new Map(stories.map((line) => [String(line.storyId), storyOf(line)])),
    statements: new Map(statements.map((line) => [line.id, statementOf(line)])),
    contacts: new Map((await contactsOf(db, contacts)).map((contact) => [contact.id, contact])),
  };
  return events.flatMap((event) => fillEvent(event, known));
}

interface Known {
  readonly stories: ReadonlyMap<string, NonNullable<ApiEvent['story']>>;
  readonly statements: ReadonlyMap<string, NonNullable<ApiEvent['statement']>>;
  readonly contacts: ReadonlyMap<string, NonNullable<ApiEvent['contact']>>;
}

function fillEvent({ id, kind, ref, knownAt }: StoredEvent, known: Known): readonly ApiEvent[] {
  const name = nameIn(ref);
  const about = {
    story: known.stories.get(kind.startsWith('story') ? name : '') ?? null,
    report: kind === 'story_update' ? Number(ref.split('#')[1]) : null,
    statement: known.statements.get(kind === 'statement' ? name : '') ?? null,
    contact: known.contacts.get(kind === 'contact' ? name : '') ?? null,
  };
  if (about.story === null && about.statement === null && about.contact === null) return [];
  return [{ id, kind, known: momentOf(knownAt), ...about }];
}

/** `12` of `12#34`. */
function nameIn(ref: string): string {
  return ref.split('#')[0] ?? '';
}
