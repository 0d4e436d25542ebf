/** For tests: a child process that opens a store and does as it is told, and that may be killed at any moment. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface StoreProcess {
  readonly pid: number;
  /** Runs one statement over there; the rows come back as JSON has them. */
  query(text: string): Promise<unknown>;
  /** Closes the store and waits for the end of the process. */
  close(): Promise<void>;
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
}

const PROGRAM = `
import { createInterface } from 'node:readline';
const { openStore } = await import(process.argv[1]);
const store = await openStore({ dataFolder: process.argv[2], applicationName: 'sanad test' });
console.log('"open"');
for await (const line of createInterface({ input: process.stdin })) {
  try {
    console.log(JSON.stringify(await store.rows(line)));
  } catch (error) {
    console.log(JSON.stringify({ error: error.message }));
  }
}
await store.close();
`;

/** Starts a process with the store of a data folder; resolves when it is open. */
export async function startStoreProcess(dataFolder: string): Promise<StoreProcess> {
  const module = new URL('./open_store.js', import.meta.url).href;
  const argv = ['--input-type=module', '--eval', PROGRAM, module, dataFolder];
  const child = spawn(process.execPath, argv, { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await nextAnswer(answers);
  return {
    pid: child.pid ?? 0,
    query: async (text) => {
      child.stdin.write(`${text.replaceAll('\n', ' ')}\n`);
      return nextAnswer(answers);
    },
    close: async () => {
      child.stdin.end();
      await ended(child);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended(child);
    },
  };
}

async function nextAnswer(answers: AsyncIterator<string>): Promise<unknown> {
  const { value, done } = await answers.next();
  if (done) throw new Error('Cannot read the answer of a store process: it has ended');
  return JSON.parse(value);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
