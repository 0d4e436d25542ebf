import { toJalali } from '../../persian/jalali.js';
import type { SearchFeed, TouchedList, TouchedSite } from '../../store/hub_mark.js';
import {
  categoryHref,
  dossierHref,
  dyadHref,
  entityHref,
  outletHref,
  storyHref,
  threadHref,
  topicHref,
} from '../addresses.js';
import { archiveHref } from '../calendar.js';

/** Lists whose feeds hold what is new; '' is the front page. */
export function touchedLists(touched: TouchedSite): readonly TouchedList[] {
  const { kinds, stories, sections, threads, outlets, entities, dyads, topics, dossiers } = touched;
  const isLedger = kinds.has('statement') || kinds.has('contact');
  const paths = [
    ...(stories.length > 0 ? ['', '/stories', '/outlets'] : []),
    ...(threads.length > 0 ? ['/threads'] : []),
    ...(kinds.has('statement') ? ['/statements', '/entities'] : []),
    ...(kinds.has('contact') ? ['/contacts', '/dyads'] : []),
    ...(isLedger ? ['/contradictions'] : []),
    ...(topics.length > 0 ? ['/topics'] : []),
    ...(touched.hasNewDossier ? ['/dossiers'] : []),
    ...sections.map(categoryHref),
    ...outlets.map(outletHref),
    ...threads.map(threadHref),
    ...stories.map(storyHref),
    ...touched.days.flatMap(dayPath),
    ...entities.map(entityHref),
    ...dyads.map(([a, b]) => dyadHref(a, b)),
    ...topics.map(topicHref),
    ...dossiers.map(dossierHref),
  ];
  return [
    ...paths.map((path) => ({ path })),
    ...touched.searches.map((search) => ({ path: '/search', query: searchFeedQuery(search) })),
  ];
}

/** `?q=…&scope=…`: what stands behind the path of a search and of its feeds alike; reports are looked for by themselves. */
export function searchFeedQuery({ query, scope }: SearchFeed): string {
  return `?q=${encodeURIComponent(query)}${scope === 'reports' ? '' : `&scope=${scope}`}`;
}

/** The page of a day of the archive, `2025-12-15`. */
function dayPath(iso: string): readonly string[] {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  const at = toJalali(year, month, day);
  return at === undefined ? [] : [archiveHref(at)];
}
