/** Where contacts of somebody are looked for: among his newest alone, of which some have thousands. */
import type { ContactFilter } from './site_contacts.js';

/** Which of the contacts of an entity are looked at; all of them where nothing is said. */
export interface Look {
  /** The newest so many. */
  readonly most?: number;
  /** Those behind the newest so many. */
  readonly behind?: number;
}

/** Of so many newest contacts for each wanted one enough can be shown. */
const NEARLY_ALL = 1.25;

/** Step by step until enough are found; narrower filters look at all at once. */
export function looksOf({
  entity,
  changedBefore,
  order,
  limit,
  ...narrower
}: ContactFilter): readonly Look[] {
  const isPlain = Object.values(narrower).every((each) => each === undefined);
  if (entity === undefined || !isPlain || order === 'known') return [{}];
  const most = Math.ceil(limit * NEARLY_ALL);
  return [{ most }, { behind: most }];
}

const PLACES = ['contact_actor', 'contact_role'].flatMap((table) =>
  ['entity_id', 'side'].map((column) => [table, column] as const),
);

/** The contacts in which an entity, or somebody on its side, takes part or which one of them brought about. */
export function contactsOf(
  { entity, changedBefore }: { readonly entity: string } & Pick<ContactFilter, 'changedBefore'>,
  { most, behind }: Look,
  bind: (value: unknown) => string,
): string {
  const id = bind(entity);
  const before =
    changedBefore === undefined
      ? ''
      : ` and (changed_at, contact_id) < (${bind(changedBefore.at)}, ${bind(changedBefore.id)})`;
  const newest = ' order by changed_at desc, contact_id desc';
  const end = most === undefined ? '' : `${newest} limit ${bind(most)}`;
  const places = PLACES.map(
    ([table, column]) =>
      `(select contact_id, changed_at from ${table} where ${column} = ${id}${before}${end})`,
  );
  const rest = behind === undefined ? end : `${newest} offset ${bind(behind)}`;
  return `select contact_id from (${places.join(' union ')}) place${rest}`;
}
