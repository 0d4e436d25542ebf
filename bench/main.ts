// Prints speed and memory, each as a ratio to a peer where one was measured in the same run.
//   npm run bench               every task
//   npm run bench -- start      tasks whose name contains one of the words; those that take minutes by their whole name
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BenchRow, BenchTask } from './task.js';

const words = process.argv.slice(2);
for (const task of await loadTasks()) {
  const isNamed = words.some((word) => (task.onDemand ? task.name === word : task.name.includes(word)));
  if (!isNamed && (words.length > 0 || task.onDemand)) continue;
  console.log(`\n${task.name}`);
  for await (const row of await task.run()) console.log(formatRow(row));
}

function formatRow(row: BenchRow): string {
  const value = row.value >= 100 ? Math.round(row.value).toString() : row.value.toPrecision(3);
  const ratio = row.ratio ? `   ${row.ratio.value.toFixed(2)} x ${row.ratio.to}` : '';
  const beside = row.beside ? `   ${row.beside}` : '';
  return `  ${row.name.padEnd(44)}${value.padStart(10)} ${row.unit}${ratio}${aimOf(row)}${beside}`;
}

function aimOf({ aim, value }: BenchRow): string {
  if (!aim) return '';
  const [sign, bound, isReached] =
    'most' in aim ? ['≤', aim.most, value <= aim.most] : ['≥', aim.least, value >= aim.least];
  return `   ${isReached ? 'reached' : 'MISSED'}: ${sign} ${bound}`;
}

/** Every compiled module beside this one that exports a `bench`, in the order of file names. */
async function loadTasks(): Promise<BenchTask[]> {
  const files = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.js') && !name.endsWith('.test.js') && name !== 'main.js')
    .sort();
  const modules = await Promise.all(
    files.map((name) => import(pathToFileURL(join(import.meta.dirname, name)).href)),
  );
  return modules.flatMap((module: { bench?: BenchTask }) => (module.bench ? [module.bench] : []));
}
