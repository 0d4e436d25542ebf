const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls back when the program is asked to stop. A second request ends it at once: the database is made for that,
 * and whoever asks twice does not want to wait.
 */
export function onStop(callback: () => void): void {
  let asked = false;
  for (const signal of STOP_SIGNALS) {
    process.on(signal, () => {
      if (asked) process.exit(130);
      asked = true;
      callback();
    });
  }
}

/** Resolves when the program is asked to stop. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => onStop(resolve));
}
