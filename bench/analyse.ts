import { analyseArticle } from '../src/analyse/analyse_article.js';
import { loadGazetteer } from '../src/pipeline/load_gazetteer.js';
import { loadRegistry } from '../src/pipeline/load_registry.js';
import { variedNews } from './persian_articles.js';
import type { BenchTask } from './task.js';

/** Characters of a mean article of Persian news. */
const ARTICLE_CHARACTERS = 1_400;
const LEAST_MS = 2_500;

/** Articles a second through the whole analyse stage, on one core, on text that does not repeat. */
export const bench: BenchTask = {
  name: 'analyse',
  run() {
    const registry = loadRegistry().value;
    const gazetteer = registry && loadGazetteer(registry.outlets).value;
    if (!registry || !gazetteer)
      throw new Error('Cannot measure the analysis: the built-in names are broken');
    const articles = articlesOf(variedNews(1_500_000));
    const context = { registry, gazetteer };
    for (const text of articles.slice(0, 50)) analyseArticle({ text }, context);
    const started = performance.now();
    let count = 0;
    while (performance.now() - started < LEAST_MS) {
      analyseArticle({ text: articles[count % articles.length] ?? '', published: PUBLISHED }, context);
      count += 1;
    }
    const seconds = (performance.now() - started) / 1000;
    return Promise.resolve([
      { name: 'analyse, whole stage, one core', value: count / seconds, unit: 'articles/s' },
    ]);
  },
};

const PUBLISHED = '2025-11-22T08:00:00+03:30';

/** Paragraphs put together to the length of an article. */
function articlesOf(paragraphs: readonly string[]): readonly string[] {
  const articles: string[] = [];
  let article = '';
  for (const paragraph of paragraphs) {
    article = article === '' ? paragraph : `${article}\n${paragraph}`;
    if (article.length < ARTICLE_CHARACTERS) continue;
    articles.push(article);
    article = '';
  }
  return articles;
}
