import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { keyOf } from '../src/persian/keys.js';
import type { EvalScore, EvalTask } from './task.js';

interface SpellingPair {
  readonly seed: string;
  readonly normal: string;
}

interface Normalisation {
  readonly zwnjPairs: readonly SpellingPair[];
  readonly spacedPairs: readonly SpellingPair[];
}

const POST_COUNT = 20_000;

/** Spelling pairs of the seeds, and what happens to keys when half-spaces are stripped from real posts. */
export const task: EvalTask = {
  name: 'persian.keys',
  run(dataFolder) {
    const seeds = JSON.parse(readFileSync(join(dataFolder, 'gold', 'seeds.json'), 'utf8')) as {
      readonly normalisation: Normalisation;
    };
    const { zwnjPairs, spacedPairs } = seeds.normalisation;
    const posts = readPosts(dataFolder);
    const changed = posts.filter((post) => keyOf(post) !== keyOf(post.replaceAll('\u200c', ''))).length;
    return Promise.resolve([
      pairScore('persian.keys.stripped_pairs', zwnjPairs),
      pairScore('persian.keys.spaced_pairs', spacedPairs),
      {
        name: 'persian.keys.posts_unchanged_by_stripping',
        value: 1 - changed / posts.length,
        note: `${changed} of ${posts.length} posts changed`,
      },
    ]);
  },
};

function pairScore(name: string, pairs: readonly SpellingPair[]): EvalScore {
  const same = pairs.filter(({ seed, normal }) => keyOf(seed) === keyOf(normal)).length;
  return { name, value: same / pairs.length, note: `${same} of ${pairs.length}` };
}

function readPosts(dataFolder: string): string[] {
  const lines = gunzipSync(readFileSync(join(dataFolder, 'data', 'telegram', 'news-dev.jsonl.gz')))
    .toString('utf8')
    .split('\n');
  const posts: string[] = [];
  for (const line of lines) {
    if (posts.length >= POST_COUNT) break;
    const text: unknown = line === '' ? undefined : (JSON.parse(line) as { text?: unknown }).text;
    if (typeof text === 'string' && text !== '') posts.push(text);
  }
  return posts;
}
