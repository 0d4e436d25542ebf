import type { Contact, ContactStatus } from '../model/contact.js';
import type { Statement } from '../model/statement.js';
import type { Gazetteer, GazetteerEntry } from '../sources/gazetteer.js';

/** Told as to come or as talk; whoever has met a predecessor has. */
const OPEN: ReadonlySet<ContactStatus> = new Set<ContactStatus>([
  'expected',
  'conditional',
  'offered',
  'speculated',
]);

/**
 * Marks statements in which the source seems to have mixed up two names: «تماسی میان ترامپ و بایدن», two who held one
 * office of one country, where the article also expects one of them to talk to somebody of another country. The names
 * stay as they are printed; readers are told of the doubt.
 */
export function markMixedNames(
  statements: readonly Statement[],
  contacts: readonly Contact[],
  { entries }: Gazetteer,
): Statement[] {
  const doubted = new Set(
    contacts.flatMap((contact) =>
      isOfOneOffice(contact, entries) && contacts.some((other) => isWithAnother(contact, other))
        ? contact.voices.flatMap(({ statement }) => statement ?? [])
        : [],
    ),
  );
  return statements.map((statement, index) =>
    doubted.has(index) ? { ...statement, flags: [...statement.flags, 'source_error'] } : statement,
  );
}

/** Two people who held the same office of the same country, at whatever time. */
function isOfOneOffice({ actors, status }: Contact, entries: readonly GazetteerEntry[]): boolean {
  const [one, other, third] = actors;
  if (!OPEN.has(status) || third !== undefined || one?.side === undefined || one.side !== other?.side)
    return false;
  const officesOf = (id: string | undefined): readonly string[] =>
    entries.find((entry) => entry.id === id && entry.type === 'person')?.roles.map(({ role }) => role) ?? [];
  const offices = new Set(officesOf(one.entity));
  return one.entity !== other.entity && officesOf(other.entity).some((office) => offices.has(office));
}

function isWithAnother({ actors }: Contact, other: Contact): boolean {
  const ids = new Set(actors.map(({ entity }) => entity));
  return (
    OPEN.has(other.status) &&
    other.actors.some(({ entity }) => ids.has(entity)) &&
    other.actors.some(({ side }) => side !== undefined && side !== actors[0]?.side)
  );
}
