import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../src/main.js', import.meta.url));

/** The program running as its own process, as an operator starts it. */
export interface SanadProcess {
  readonly child: ChildProcess;
  /** All that was printed so far, both streams. */
  output(): string;
  /** Resolves with the first match in what is printed, now or later; rejects when the program ends without it. */
  printed(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Resolves when so many lines that match are printed. */
  printedLines(pattern: RegExp, count: number): Promise<void>;
  /** Resolves with the exit code; a program that was killed by a signal has none. */
  ended(): Promise<number | null>;
}

/** A new folder for one test's data. */
export function temporaryFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `sanad-${name}-`));
}

/** Starts `sanad <args>` with settings; nothing of the test's own environment that begins with SANAD_ leaks in. */
export function startSanad(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): SanadProcess {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(SANAD_|DATABASE_URL|NODE_)/.test(name),
  );
  const child = spawn(process.execPath, ['--enable-source-maps', MAIN, ...args], {
    env: { ...Object.fromEntries(inherited), ...settings },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const keep = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
    child.emit('printed');
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  async function until<Value>(find: () => Value | undefined, what: string): Promise<Value> {
    for (;;) {
      const hasEnded = child.exitCode !== null || child.signalCode !== null;
      if (hasEnded) await ended;
      const found = find();
      if (found !== undefined) return found;
      if (hasEnded) throw new Error(`the program ended without printing ${what}; it printed:\n${output}`);
      await Promise.race([once(child, 'printed'), ended]);
    }
  }
  return {
    child,
    output: () => output,
    ended: () => ended,
    printed: (pattern) => until(() => output.match(pattern) ?? undefined, String(pattern)),
    async printedLines(pattern, count) {
      const enough = (): true | undefined =>
        output.split('\n').filter((line) => pattern.test(line)).length >= count || undefined;
      await until(enough, `${count} lines of ${pattern}`);
    },
  };
}

/** Runs `sanad <args>` to its end, with `input` on standard input. */
export async function runSanad(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  input = '',
): Promise<{ readonly code: number | null; readonly output: string }> {
  const sanad = startSanad(args, settings);
  sanad.child.stdin?.end(input);
  const code = await sanad.ended();
  return { code, output: sanad.output() };
}
