const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** One Ctrl-C can arrive twice: from the terminal, and handed on by the program that started us. */
const SAME_REQUEST_MS = 2000;

/**
 * Calls back when the program is asked to stop. Whoever asks again after a while does not want to wait, and the
 * program ends at once: the database is made for that.
 */
export function onStop(callback: () => void): void {
  let askedAt: number | undefined;
  for (const signal of STOP_SIGNALS) {
    process.on(signal, () => {
      const now = performance.now();
      if (askedAt === undefined) {
        askedAt = now;
        callback();
      } else if (now - askedAt > SAME_REQUEST_MS) {
        process.exit(130);
      }
    });
  }
}

/** Resolves when the program is asked to stop. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => onStop(resolve));
}
