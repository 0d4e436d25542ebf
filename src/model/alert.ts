// Alerts: what can be followed, and how news reach those who follow.
import { SEARCH_SCOPES, type SearchScope } from './search_scope.js';

/** What can be followed. */
export const FOLLOW_KINDS = [
  'search',
  'topic',
  'entity',
  'dyad',
  'dossier',
  'story',
  'outlet',
  'thread',
] as const;
export type FollowKind = (typeof FOLLOW_KINDS)[number];

/**
 * Something that is followed: the words of a search, with a line break and its scope behind where that is not reports; an
 * id; or the two ids of a dyad in order, a line break between.
 */
export interface Subject {
  readonly kind: FollowKind;
  readonly subject: string;
}

/** When mails go: as news come, gathered at each full hour, or each morning. */
export const RHYTHMS = ['at_once', 'hourly', 'daily'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** Longest words of a search that are followed; the field of the search page takes no more. */
const QUERY_MAX = 200;

/**
 * Reads what an address of the site shows: `/search?q=سد`, `/entity/person.lavrov`, `/dyad/a/b`, `/topic/7`. Undefined for
 * pages that cannot be followed.
 */
export function parseSubject(address: string): Subject | undefined {
  const url = URL.canParse(address, 'http://site') ? new URL(address, 'http://site') : undefined;
  if (url === undefined) return undefined;
  const [, place = '', ...rest] = url.pathname.split('/');
  const parts = rest.map(decoded);
  if (parts.some((part) => part === undefined || part.includes('\n'))) return undefined;
  if (place === 'search' && parts.length === 0) return searchSubject(url.searchParams);
  const [id = '', other = ''] = parts as readonly string[];
  if (place === 'dyad' && parts.length === 2 && id !== '' && other !== '')
    return { kind: 'dyad', subject: [id, other].sort().join('\n') };
  const kind = FOLLOW_KINDS.find((known) => known === place);
  if (kind === undefined || parts.length !== 1 || id === '' || id.length > QUERY_MAX) return undefined;
  if (NUMBERED.has(kind) && !/^[1-9]\d{0,14}$/.test(id)) return undefined;
  return kind === 'dyad' ? undefined : { kind, subject: id };
}

/** The address of the page that shows what is followed. */
export function subjectHref({ kind, subject }: Subject): string {
  if (kind === 'search') {
    const { words, scope } = readSearchSubject(subject);
    return `/search?q=${encodeURIComponent(words)}${scope === 'reports' ? '' : `&scope=${scope}`}`;
  }
  return `/${kind}/${subject.split('\n').map(encodeURIComponent).join('/')}`;
}

const NUMBERED: ReadonlySet<FollowKind> = new Set(['topic', 'dossier', 'story', 'thread']);

function searchSubject(query: URLSearchParams): Subject | undefined {
  const words = query.get('q')?.replace(/\s+/g, ' ').trim() ?? '';
  const asked = query.get('scope');
  const scope = SEARCH_SCOPES.find((known) => known === asked) ?? 'reports';
  if (words === '' || words.length > QUERY_MAX) return undefined;
  return { kind: 'search', subject: scope === 'reports' ? words : `${words}\n${scope}` };
}

/** Words and scope of a search that is followed. */
export function readSearchSubject(subject: string): {
  readonly words: string;
  readonly scope: SearchScope;
} {
  const [words = '', asked] = subject.split('\n');
  return { words, scope: SEARCH_SCOPES.find((scope) => scope === asked) ?? 'reports' };
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
