import type { Database } from '../../store/database.js';
import { loadArticle } from '../../store/site_article.js';
import {
  type Absence,
  loadAbsences,
  loadHistory,
  type VersionOfHistory,
} from '../../store/version_changes.js';
import { Fault, hidden, NOT_FOUND } from '../faults.js';
import { diffLines } from '../history_lines.js';
import type { HistoryStep, HistoryView } from '../pages/history.js';
import { headlineOf } from '../words.js';

/** Versions that one page shows; pages of running reports have hundreds. */
const SHOWN_VERSIONS = 40;

/** What was changed in an article, newest first. A hidden article shows its note instead. */
export async function loadHistoryView(database: Database, id: number): Promise<HistoryView> {
  const article = await loadArticle(database, id);
  if (article === undefined) throw new Fault(NOT_FOUND);
  if (article.hidden !== undefined) throw new Fault(hidden('article', article.hidden.note));
  const [history, absences] = await Promise.all([
    loadHistory(database, id, SHOWN_VERSIONS + 1),
    loadAbsences(database, id),
  ]);
  const steps = [
    ...history.slice(0, SHOWN_VERSIONS).map((version) => editStep(version, history, article)),
    ...absences.flatMap(absenceSteps),
  ];
  return {
    article,
    headline: headlineOf({ ...article, opening: article.blocks[0]?.text ?? '' }),
    versionCount: article.versions.length,
    steps: steps.sort((a, b) => Date.parse(b.at) - Date.parse(a.at)),
    leftOut: Math.max(0, article.versions.length - SHOWN_VERSIONS),
  };
}

function editStep(
  version: VersionOfHistory,
  history: readonly VersionOfHistory[],
  article: { readonly versions: readonly { readonly number: number }[] },
): HistoryStep {
  const { kinds, changes } = version;
  const earlier = history.find(({ number }) => number === version.earlier);
  // Numbers of readers follow the order in which versions were seen, not the one in which they came in.
  const place =
    article.versions.length - article.versions.findIndex(({ number }) => number === version.number);
  return {
    kind: 'version',
    at: version.seenAt,
    place,
    kinds: place === 1 ? undefined : (kinds ?? []),
    lines: earlier && changes ? diffLines(earlier, { ...version, changes }) : [],
  };
}

function absenceSteps({ goneAt, backAt }: Absence): readonly HistoryStep[] {
  return [{ kind: 'gone', at: goneAt }, ...(backAt === null ? [] : [{ kind: 'back' as const, at: backAt }])];
}
