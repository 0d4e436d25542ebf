import type { EventKind } from '../../store/events.js';
import type { Touched } from '../../store/hub_mark.js';
import { categoryHref, dyadHref, entityHref, outletHref, storyHref, threadHref } from '../addresses.js';

/** Paths of the lists whose feeds hold what is new; '' is the front page. Searches, topics and dossiers are not among them. */
export function touchedLists(
  touched: Touched & { readonly kinds: ReadonlySet<EventKind> },
): readonly string[] {
  const { kinds, stories, sections, threads, outlets, entities, dyads } = touched;
  return [
    ...(stories.length > 0 ? ['', '/stories', '/outlets'] : []),
    ...(threads.length > 0 ? ['/threads'] : []),
    ...(kinds.has('statement') ? ['/statements'] : []),
    ...(kinds.has('contact') ? ['/contacts', '/dyads'] : []),
    ...sections.map(categoryHref),
    ...outlets.map(outletHref),
    ...threads.map(threadHref),
    ...stories.map(storyHref),
    ...entities.map(entityHref),
    ...dyads.map(([a, b]) => dyadHref(a, b)),
  ];
}
