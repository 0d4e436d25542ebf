import { setTimeout as sleep } from 'node:timers/promises';

/** Keeps requests of this process to one host apart. */
export interface HostGate {
  /** Returns when the host may be asked; the next caller waits for its own turn after this one. */
  pass(host: string, signal?: AbortSignal): Promise<void>;
}

/** Hosts remembered before those whose turn has passed are forgotten. */
const MAX_HOSTS = 5000;

/**
 * A gate that lets requests to one host through at least `intervalMs` apart. Leases of hosts keep jobs apart, between
 * processes too; this holds the requests of one job apart: robots.txt, redirects within a host, and redirects that lead to
 * a host which another job is asking.
 */
export function createHostGate(intervalMs: number): HostGate {
  const freeAt = new Map<string, number>();
  return {
    async pass(host, signal) {
      if (intervalMs <= 0) return;
      const now = performance.now();
      const turn = Math.max(now, freeAt.get(host) ?? 0);
      if (freeAt.size >= MAX_HOSTS) forgetPassed(freeAt, now);
      freeAt.set(host, turn + intervalMs);
      if (turn > now) await sleep(turn - now, undefined, signal === undefined ? {} : { signal });
    },
  };
}

function forgetPassed(freeAt: Map<string, number>, now: number): void {
  for (const [host, at] of freeAt) if (at <= now) freeAt.delete(host);
}
