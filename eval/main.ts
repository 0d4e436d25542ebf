// Prints each score beside its floor and fails when one falls below it.
//   npm run eval                    every task
//   npm run eval -- extract dates   tasks whose name contains one of the words
//   npm run eval -- --raise         writes scores above their floor as the new floors
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PACKAGE_ROOT } from '../src/package_root.js';
import { belowFloor, type Floors, formatScore, raiseFloors } from './floors.js';
import type { EvalScore, EvalTask } from './task.js';

const FLOORS_FILE = join(PACKAGE_ROOT, 'eval', 'floors.json');

const dataFolder = process.env.SANAD_EVAL_DATA;
if (dataFolder === undefined || !existsSync(dataFolder)) {
  console.log(`Skipped: SANAD_EVAL_DATA ${dataFolder ? `"${dataFolder}" does not exist` : 'is not set'}.`);
  process.exit(0);
}

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const floors = JSON.parse(readFileSync(FLOORS_FILE, 'utf8')) as Floors;
const scores: EvalScore[] = [];
for (const task of await loadTasks()) {
  if (words.length > 0 && !words.some((word) => task.name.includes(word))) continue;
  const started = performance.now();
  const found = await task.run(dataFolder);
  console.log(`\n${task.name}  (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  for (const score of found) console.log(formatScore(score, floors[score.name]));
  scores.push(...found);
}

const measured = new Set(scores.map((score) => score.name));
const missing = words.length > 0 ? [] : Object.keys(floors).filter((name) => !measured.has(name));
const fallen = scores.filter((score) => belowFloor(score, floors[score.name]));
for (const name of missing) console.error(`Not measured: "${name}" has a floor but no task reported it.`);
for (const score of fallen) {
  console.error(`Below its floor: ${score.name} ${score.value} < ${floors[score.name]}`);
}
if (process.argv.includes('--raise')) {
  writeFileSync(FLOORS_FILE, `${JSON.stringify(raiseFloors(floors, scores), null, 2)}\n`);
}
console.log(
  `\n${scores.length} scores, ${fallen.length} below their floor, ${missing.length} floors not measured.`,
);
process.exitCode = fallen.length + missing.length > 0 ? 1 : 0;

/** Every compiled module beside this one that exports a `task`, in the order of file names. */
async function loadTasks(): Promise<EvalTask[]> {
  const files = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.js') && !name.endsWith('.test.js') && name !== 'main.js')
    .sort();
  const modules = await Promise.all(
    files.map((name) => import(pathToFileURL(join(import.meta.dirname, name)).href)),
  );
  return modules.flatMap((module: { task?: EvalTask }) => (module.task ? [module.task] : []));
}
