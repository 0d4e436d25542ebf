import type { Database } from '../../store/database.js';
import { type ArticleDetail, loadArticle } from '../../store/site_article.js';
import { type ArticleLine, loadLines, loadNewestLines } from '../../store/site_lines.js';
import { loadSiteSettings } from '../../store/site_settings.js';
import { loadStoryLines, type StoryLine } from '../../store/site_stories.js';
import { findStoriesOf } from '../../store/site_story.js';
import { showText } from '../excerpt.js';
import { Fault, hidden, NOT_FOUND } from '../faults.js';
import type { ArticleView } from '../pages/article.js';
import type { OutsideLine } from '../pieces/outside.js';
import { headlineOf } from '../words.js';
import { findRelated, RELATED_LINES } from './related.js';
import { loadTold } from './told.js';

const ALSO_READ_LINES = 4;

/** Everything on an article's page. A hidden article shows its note instead. */
export async function loadArticleView(database: Database, id: number): Promise<ArticleView> {
  const article = await loadArticle(database, id);
  if (article === undefined) throw new Fault(NOT_FOUND);
  if (article.hidden !== undefined) throw new Fault(hidden('article', article.hidden.note));
  const [settings, related, story, told, others] = await Promise.all([
    loadSiteSettings(database),
    loadRelated(database, article),
    loadStoryOf(database, id),
    loadTold(database, [id]),
    loadOthers(database, article),
  ]);
  const opening = article.blocks[0]?.text ?? '';
  return {
    article,
    headline: headlineOf({ ...article, opening }),
    shownText: showText(article, settings),
    story,
    related,
    alsoRead: chooseAlsoRead(others, [article.id, ...related.map(({ line }) => line.id)]),
    told,
  };
}

/** The story in which the article is one of several reports. */
async function loadStoryOf(database: Database, articleId: number): Promise<StoryLine | undefined> {
  const storyId = (await findStoriesOf(database, [articleId])).get(articleId);
  return storyId === undefined ? undefined : (await loadStoryLines(database, [storyId]))[0];
}

async function loadRelated(database: Database, article: ArticleDetail): Promise<readonly OutsideLine[]> {
  const related = await findRelated(database, article);
  const lines = await loadLines(
    database,
    related.map(({ refId }) => refId),
  );
  return lines.map((line) => {
    const words = related.find(({ refId }) => refId === line.id)?.words ?? [];
    return { line, sharedWords: words };
  });
}

/** The newest of the same section, or of the same outlet where there is no section; then the newest of all. */
async function loadOthers(
  database: Database,
  { section, outletId }: ArticleDetail,
): Promise<readonly ArticleLine[]> {
  // Enough where all that is related, and the article itself, is among them.
  const limit = ALSO_READ_LINES + RELATED_LINES + 1;
  const near = section !== null ? { section } : outletId !== null ? { outletId } : {};
  const [nearest, newest] = await Promise.all([
    loadNewestLines(database, { ...near, limit }),
    loadNewestLines(database, { limit: limit + ALSO_READ_LINES }),
  ]);
  return [...nearest, ...newest];
}

/** The first lines of others that the page does not show already, each once. */
function chooseAlsoRead(others: readonly ArticleLine[], shown: readonly number[]): readonly ArticleLine[] {
  const shownAlready = new Set(shown);
  const lines = others.filter(({ id }) => {
    if (shownAlready.has(id)) return false;
    shownAlready.add(id);
    return true;
  });
  return lines.slice(0, ALSO_READ_LINES);
}
