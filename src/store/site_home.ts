/** What the front page tells beside its stories: contacts that are ahead, states of stories, edits that matter. */
import type { ChangeKind, TextChange } from '../model/version_change.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';
import { type ContactLine, loadContacts } from './site_contacts.js';
import { VISIBLE } from './site_lines.js';

/** Contacts that changed last are looked at for those that are ahead; further back plans are stale. */
const LOOKED_CONTACTS = 400;

/** Contacts that are expected, offered or tied to a condition and not over by a day, those that changed last first. */
export async function loadAhead(
  db: Database,
  { day, limit }: { readonly day: string; readonly limit: number },
): Promise<readonly ContactLine[]> {
  const rows = await db.rows<{ id: string }>(
    prepared(`select id from (select id, status, disputed, changed_at, day_to, resolved_to from contact
       order by changed_at desc, id limit ${LOOKED_CONTACTS}) c
     where c.resolved_to is null and c.status in ('expected', 'offered', 'conditional') and not c.disputed
       and coalesce(c.day_to, $1::date) >= $1::date
     order by c.changed_at desc, c.id limit $2`),
    [day, limit],
  );
  return rows.length === 0 ? [] : loadContacts(db, { ids: rows.map(({ id }) => id), limit });
}

/** Of each story the contact whose status changed last, where its reports tell of one. */
export async function loadStoryContacts(
  db: Database,
  storyIds: readonly number[],
): Promise<ReadonlyMap<number, ContactLine>> {
  const rows = await db.rows<{ storyId: number; id: string }>(
    prepared(`select distinct on (m.story_id) m.story_id as "storyId", c.id from story_member m
     join contact_telling t on t.article_id = m.article_id join contact k on k.id = t.contact_id
     join contact c on c.id = coalesce(k.resolved_to, k.id)
     where m.story_id = any($1) order by m.story_id, c.changed_at desc, c.id`),
    [storyIds],
  );
  if (rows.length === 0) return new Map();
  const ids = [...new Set(rows.map(({ id }) => id))];
  const contacts = await loadContacts(db, { ids, limit: ids.length });
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  return new Map(
    rows.flatMap(({ storyId, id }) => {
      const contact = byId.get(id);
      return contact === undefined ? [] : [[storyId, contact] as const];
    }),
  );
}

/** An edit of a report: texts of both versions, into which the spans of the changes point. */
export interface EditLine {
  readonly articleId: number;
  readonly outletName: string | null;
  readonly title: string | null;
  readonly seenAt: string;
  readonly kinds: readonly ChangeKind[];
  readonly changes: readonly TextChange[];
  readonly before: string;
  readonly after: string;
}

/** The newest reports are looked at for edits; what is older is edited rarely. */
const LOOKED_ARTICLES = 400;
/** Edits that change what is told; a corrected spelling or another wording does not. */
const TELLING_KINDS: readonly ChangeKind[] = ['number', 'name', 'attribution', 'headline'];

/** The last edits that changed what is told, one of each report, newest first. */
export function loadTellingEdits(db: Database, limit: number): Promise<readonly EditLine[]> {
  return db.rows<EditLine>(
    prepared(`select * from (
       select distinct on (a.id) a.id as "articleId", a.name as "outletName", v.title, v.seen_at as "seenAt",
         c.kinds, c.changes, old.text as before, v.text as after
       from (select a.id, coalesce(o.name, a.outlet_name) as name from article a
             left join outlet o on o.id = a.outlet_id where ${VISIBLE}
             order by a.shown_at desc, a.id desc limit ${LOOKED_ARTICLES}) a
       join version_change c on c.article_id = a.id
       join article_version v on v.article_id = a.id and v.number = c.version
       join article_version old on old.article_id = a.id and old.number = c.earlier
       where c.kinds && $1::text[]
       order by a.id, v.seen_at desc) edits
     order by "seenAt" desc, "articleId" desc limit $2`),
    [TELLING_KINDS, limit],
  );
}
