/** Reads the sample press from disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PACKAGE_ROOT } from '../package_root.js';
import {
  type PressArticle,
  type PressFile,
  type PressOutlet,
  type PressWorld,
  pressFile,
  pressSetting,
} from './world.js';
import { copiedArticle } from './world_text.js';
import { type PressTruth, pressTruth } from './world_truth.js';

export const PRESS_FOLDER = join(PACKAGE_ROOT, 'press');

const outletList = z.array(
  z.looseObject({
    id: z.string(),
    name: z.string(),
    aliases: z.array(z.string()).default([]),
    domains: z.array(z.string()).default([]),
    kind: z.string().optional(),
    family: z.string().optional(),
  }),
);

/** Everything that the press publishes, in order of publication. Throws on a file that breaks its schema. */
export function loadPressWorld(folder: string = PRESS_FOLDER): PressWorld {
  const files = readdirSync(join(folder, 'articles'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readAs(pressFile, join(folder, 'articles', name)));
  return {
    setting: readAs(pressSetting, join(folder, 'press.json')),
    outlets: readOutlets(folder),
    articles: writtenOut(files),
    madeFrom: new Map(files.flatMap((file) => file.copies.map((copy) => [copy.id, copy.of] as const))),
  };
}

/** What is true of it, for tests and evals. */
export function loadPressTruth(folder: string = PRESS_FOLDER): PressTruth {
  return readAs(pressTruth, join(folder, 'truth.json'));
}

function readOutlets(folder: string): readonly PressOutlet[] {
  return readAs(z.object({ outlets: outletList }), join(folder, 'outlets.json')).outlets;
}

/** Copies may be made from copies, so they are written out as soon as their source stands. */
function writtenOut(files: readonly PressFile[]): readonly PressArticle[] {
  const done = new Map(
    files.flatMap((file) => file.articles.map((article) => [article.id, article] as const)),
  );
  let waiting = files.flatMap((file) => file.copies);
  while (waiting.length > 0) {
    const later = waiting.filter((copy) => !done.has(copy.of));
    for (const copy of waiting) {
      const original = done.get(copy.of);
      if (original !== undefined && !later.includes(copy)) done.set(copy.id, copiedArticle(copy, original));
    }
    if (later.length === waiting.length) {
      const named = later.map((copy) => `${copy.id} of ${copy.of}`).join(', ');
      throw new Error(`Cannot write out copies "${named}": the article they copy is missing`);
    }
    waiting = later;
  }
  return [...done.values()].sort((a, b) => a.published - b.published || (a.id < b.id ? -1 : 1));
}

function readAs<Schema extends z.ZodType>(schema: Schema, path: string): z.infer<Schema> {
  const read = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new Error(`Cannot read "${path}": ${z.prettifyError(read.error)}`);
  return read.data;
}
