import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BenchTask } from './task.js';

/** What a command pays before its first Persian word: loading, the word list, memory of the whole process. */
export const bench: BenchTask = {
  name: 'persian.load',
  run() {
    const layer = pathToFileURL(join(import.meta.dirname, '..', 'src', 'persian', 'normalise.js')).href;
    const script = `
      const started = performance.now();
      const { normalise } = await import('${layer}');
      const imported = performance.now() - started;
      normalise('رسانهها می گویند نمایندگان آمدند');
      const ready = performance.now() - started;
      console.log(JSON.stringify({ imported, ready, megabytes: process.memoryUsage().rss / 1e6 }));`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    const { imported, ready, megabytes } = JSON.parse(run.stdout) as Record<string, number>;
    return Promise.resolve([
      { name: 'persian.load.import', value: imported ?? Number.NaN, unit: 'ms' },
      { name: 'persian.load.first_word', value: ready ?? Number.NaN, unit: 'ms' },
      { name: 'persian.load.process_memory', value: megabytes ?? Number.NaN, unit: 'MB' },
    ]);
  },
};
