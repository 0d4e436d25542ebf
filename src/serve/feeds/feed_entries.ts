import type { ArticleLine } from '../../store/site_lines.js';
import type { TopicLine } from '../../store/site_outlets.js';
import type { StoryLine } from '../../store/site_stories.js';
import { articleHref, findSection, safeHref, storyHref } from '../addresses.js';
import { headlineOf, ledeOf, shown } from '../words.js';
import type { FeedEntry } from './feed.js';

export function entryOfLine(line: ArticleLine, baseUrl: string): FeedEntry {
  const printed = line.category[0];
  return {
    url: `${baseUrl}${articleHref(line.id)}`,
    title: headlineOf(line),
    summary: ledeOf(line),
    outlet: line.outletName === null ? undefined : shown(line.outletName),
    category: findSection(line.section)?.name ?? (printed === undefined ? undefined : shown(printed)),
    publishedAt: line.shownAt,
  };
}

/** A story, in the words of the report that speaks for it; its outlet is that report's. */
export function entryOfStory(story: StoryLine, baseUrl: string): FeedEntry {
  return {
    ...entryOfLine(story.headline, baseUrl),
    url: `${baseUrl}${storyHref(story.storyId)}`,
    publishedAt: story.lastAt,
  };
}

/** An item of a topic page: our own copy where we hold it, else the publisher's page, else its place in the topic. */
export function entryOfTopicLine(
  line: TopicLine,
  topic: { readonly href: string; readonly outlet: string | undefined; readonly baseUrl: string },
): FeedEntry {
  const own = line.articleId === null ? undefined : `${topic.baseUrl}${articleHref(line.articleId)}`;
  const text = line.text === null ? undefined : shown(line.text);
  return {
    url: own ?? safeHref(line.url) ?? `${topic.baseUrl}${topic.href}#i${line.id}`,
    title: line.title === null ? (text ?? '') : shown(line.title),
    summary: line.title === null ? undefined : text,
    outlet: topic.outlet,
    category: undefined,
    publishedAt: line.firstSeenAt,
  };
}
