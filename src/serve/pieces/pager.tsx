import type { ListPlace } from '../../store/site_lines.js';
import { say } from '../language.js';

interface PagerProps {
  /** Address of the list's first page. */
  readonly href: string;
  /** Where the next page begins; absent on the last page. */
  readonly next?: ListPlace | undefined;
  readonly isFirst: boolean;
}

/** Newer and older pages of a list that grows at its top. */
export function Pager({ href, next, isFirst }: PagerProps) {
  if (next === undefined && isFirst) return null;
  return (
    <nav class="pager" aria-label={say('صفحه‌ها', 'Pages')}>
      {isFirst ? null : (
        <a class="btn btn--s" href={href}>
          {say('→ تازه‌ترین‌ها', '← Newest')}
        </a>
      )}
      {next === undefined ? null : (
        <a class="btn btn--s" href={`${href}?after=${formatPlace(next)}`} rel="next">
          {say('قدیمی‌تر ←', 'Older →')}
        </a>
      )}
    </nav>
  );
}

/** `20221114T174400123-42`: a place that fits into an address. */
export function formatPlace({ shownAt, id }: ListPlace): string {
  return `${shownAt.replace(/[^\dT]/g, '')}-${id}`;
}

/** Reads a place; nothing when it is none. */
export function parsePlace(text: string): ListPlace | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})-(\d{1,15})$/.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, ms, id] = match;
  const shownAt = `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`;
  return Number.isNaN(Date.parse(shownAt)) ? undefined : { shownAt, id: Number(id) };
}
