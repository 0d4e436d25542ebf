import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createGrouper, type Grouper } from '../src/group/grouper.js';
import type { Report } from '../src/model/story.js';
import { chainOf } from '../src/pipeline/chain_of.js';
import { loadGazetteer } from '../src/pipeline/load_gazetteer.js';
import { loadRegistry } from '../src/pipeline/load_registry.js';
import type { Registry } from '../src/sources/registry.js';

/** One post of the shared Telegram set. */
export interface Post {
  readonly channel: string;
  readonly msg_id: number;
  readonly time: string;
  readonly text: string;
  readonly forwarded_from: string | null;
  readonly maybe_reply_preview: boolean;
}

/** Gold of one post of the labelled window. */
export interface GoldPost {
  readonly channel: string;
  readonly msg_id: number;
  readonly kind: string;
  readonly story: string;
  readonly copyOf: string | null;
}

export interface StoriesGold {
  readonly posts: readonly GoldPost[];
  readonly hardPairs: readonly {
    readonly a: string;
    readonly b: string;
    readonly label: 'same_text' | 'same_story' | 'unrelated';
  }[];
}

export function readStoriesGold(dataFolder: string): StoriesGold {
  return JSON.parse(readFileSync(join(dataFolder, 'gold', 'stories-dev.json'), 'utf8')) as StoriesGold;
}

/** Every post of the set, in the order of the clock. */
export function readPosts(dataFolder: string): readonly Post[] {
  const posts = readJsonLines<Post>(join(dataFolder, 'data', 'telegram', 'news-dev.jsonl.gz'));
  return posts
    .map((post) => ({ post, at: Date.parse(post.time) }))
    .sort((a, b) => a.at - b.at || idOf(a.post).localeCompare(idOf(b.post)))
    .map(({ post }) => post);
}

export function readJsonLines<Line>(file: string): readonly Line[] {
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

export function idOf(post: { readonly channel: string; readonly msg_id: number }): string {
  return `${post.channel}/${post.msg_id}`;
}

export function builtInRegistry(): Registry {
  const { value, issues } = loadRegistry();
  if (value === undefined) throw new Error(issues.map(({ message }) => message).join('; '));
  return value;
}

/** A grouper that knows what the product knows. */
export function openGrouper(registry: Registry): Grouper {
  const { value: gazetteer } = loadGazetteer(registry.outlets);
  return createGrouper({ registry, ...(gazetteer && { gazetteer }) });
}

/** A post as a report, its chain read from its text. */
export function reportOf(post: Post, registry: Registry): Report {
  return withChain(
    {
      id: idOf(post),
      outlet: post.channel,
      published: post.time,
      text: post.text ?? '',
      ...(post.forwarded_from && { forwardedFrom: post.forwarded_from }),
    },
    registry,
  );
}

export function withChain(report: Omit<Report, 'chain'>, registry: Registry): Report {
  return { ...report, chain: chainOf(report, registry) };
}

/** Every second report without half-spaces, as careless channels print. */
export function stripHalf(reports: readonly Report[]): readonly Report[] {
  return reports.map((report, index) => {
    if (index % 2 === 0) return report;
    const title = report.title === undefined ? {} : { title: strip(report.title) };
    return { ...report, ...title, text: strip(report.text) };
  });
}

function strip(text: string): string {
  return text.replaceAll('\u200c', '');
}
