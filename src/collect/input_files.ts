import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fatal, type Issue } from '../model/issue.js';

export interface InputFile {
  readonly path: string;
  readonly sizeBytes: number;
}

/** Something that could not be read at all, and why. */
export interface UnreadableInput {
  readonly name: string;
  readonly issue: Issue;
}

/** What listing found: files to read, in order, and paths that cannot be read. */
export interface InputFiles {
  readonly files: readonly InputFile[];
  readonly unreadable: readonly UnreadableInput[];
}

/**
 * Expands files and folders into files, folders in the order of their names. Hidden entries and links below a
 * folder are left out, so that neither a loop of links nor a version-control folder is walked.
 */
export async function listInputFiles(paths: readonly string[]): Promise<InputFiles> {
  const files: InputFile[] = [];
  const unreadable: UnreadableInput[] = [];
  const open = [...paths].reverse();
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    try {
      const facts = await stat(path);
      if (facts.isDirectory()) open.push(...(await visibleChildren(path)).reverse());
      else files.push({ path, sizeBytes: facts.size });
    } catch (cause) {
      unreadable.push({ name: path, issue: unreadableIssue(path, cause) });
    }
  }
  return { files, unreadable };
}

async function visibleChildren(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => !entry.name.startsWith('.') && (entry.isFile() || entry.isDirectory()))
    .map((entry) => join(folder, entry.name))
    .sort();
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'this account may not read it',
  EISDIR: 'it is a folder; name a file in it',
};

/** A fatal issue in words for a path that the system refuses to read. */
export function unreadableIssue(path: string, cause: unknown): Issue {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  const reason = REASONS[code] ?? (cause instanceof Error ? cause.message : String(cause));
  return fatal('input.unreadable', `Cannot read "${path}": ${reason}`);
}
