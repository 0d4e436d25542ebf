import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseRegistry, type Registry } from '../../src/sources/registry.js';

/** What the parent asks of the web's process. */
export type WebOrder = { readonly kind: 'publish'; readonly everyMs: number } | { readonly kind: 'rest' };

/** What it tells. */
export type WebReport =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'published'; readonly source: number; readonly url: string; readonly atMs: number };

export const HUB_HOST = 'hub.example';

/** Names that nobody but the collector under test knows. */
export function hostOfSource(source: number): string {
  return `s${source}.example`;
}

export interface NewsWeb {
  readonly registry: Registry;
  /** Every host of this web → where it listens. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Lets the sources publish, each after `everyMs` in the mean. */
  publish(everyMs: number, heard: (piece: Extract<WebReport, { kind: 'published' }>) => void): void;
  /** Lets them publish nothing more. */
  rest(): void;
  close(): Promise<void>;
}

/** Starts a web of `sourceCount` outlets with a feed each, on loopback; the first `hubCount` feeds name a hub. */
export async function openNewsWeb(sourceCount: number, hubCount = 0): Promise<NewsWeb> {
  const script = join(import.meta.dirname, 'web_process.js');
  const child = fork(script, [String(sourceCount), String(hubCount)], { stdio: 'inherit' });
  const [first] = (await once(child, 'message')) as [WebReport];
  if (first.kind !== 'listening') throw new Error('Cannot start the web: it said something else first');
  const address = `127.0.0.1:${first.port}`;
  const numbers = Array.from({ length: sourceCount }, (_, number) => number);
  const addresses = new Map(numbers.map((number) => [hostOfSource(number), address]));
  addresses.set(HUB_HOST, address);
  return {
    registry: registryOf(numbers),
    addresses,
    publish(everyMs, heard) {
      child.on('message', (message: WebReport) => {
        if (message.kind === 'published') heard(message);
      });
      order(child, { kind: 'publish', everyMs });
    },
    rest: () => order(child, { kind: 'rest' }),
    async close() {
      const closed = once(child, 'exit');
      child.kill();
      await closed;
    },
  };
}

function order(child: ChildProcess, message: WebOrder): void {
  child.send(message);
}

function registryOf(numbers: readonly number[]): Registry {
  const json = {
    outlets: numbers.map((number) => ({
      id: `outlet-${number}`,
      name: `رسانه ${number}`,
      domains: [hostOfSource(number)],
    })),
    sources: numbers.map((number) => ({
      id: `outlet-${number}-feed`,
      outletId: `outlet-${number}`,
      kind: 'feed',
      url: `http://${hostOfSource(number)}/rss`,
    })),
  };
  const { value, issues } = parseRegistry([{ name: 'bench', json }]);
  if (value === undefined) throw new Error(issues[0]?.message);
  return value;
}
