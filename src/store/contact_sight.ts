/** Which contacts readers may see: those of which one visible article tells. SQL over `contact_id`, the name of a column. */

/** Tellings of a contact, called `t`, whose article, called `a`, is not hidden. */
export function visibleTellings(contactId: string): string {
  return `from contact_telling t join article a on a.id = t.article_id
  left join outlet o on o.id = a.outlet_id
  where t.contact_id = ${contactId} and a.hidden_at is null and o.hidden_at is null`;
}

/** True of a contact that readers may see. */
export function isVisible(contactId: string): string {
  return `exists (select ${visibleTellings(contactId)})`;
}

/**
 * The same for long lists: only of contacts that something hidden tells of the tellings are looked at one by one. Each
 * has one at least, saved with it.
 */
export function isVisibleOfMany(contactId: string): string {
  return `(${contactId} not in (
    select t.contact_id from article a join contact_telling t on t.article_id = a.id where a.hidden_at is not null
    union all
    select t.contact_id from outlet o join article a on a.outlet_id = o.id join contact_telling t on t.article_id = a.id
      where o.hidden_at is not null)
  or exists (select ${visibleTellings(contactId)} offset 0))`;
}
