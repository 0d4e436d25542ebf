import cliProgress from 'cli-progress';

/** Shows how far a long command has come, measured in bytes of its input. */
export interface Progress {
  /** `bytes` of the input are read, `count` things are done. */
  update(bytes: number, count: number): void;
  /** Prints a line above the bar. */
  note(line: string): void;
  stop(): void;
}

export interface ProgressOptions {
  readonly totalBytes: number;
  /** What is counted, in the plural: `inputs`. */
  readonly what: string;
  readonly stream: NodeJS.WriteStream;
  /** Milliseconds that pass steadily; a test hands in its own. */
  readonly monotonicMs: () => number;
}

/** A bar on a terminal; elsewhere (a file, a pipe) a line every few seconds, so that logs stay readable. */
export function openProgress(options: ProgressOptions): Progress {
  return options.stream.isTTY ? openBar(options) : openLines(options);
}

function openBar({ totalBytes, what, stream, monotonicMs }: ProgressOptions): Progress {
  const started = monotonicMs();
  const bar = new cliProgress.SingleBar({
    format: `{bar} {percentage}% · {count} ${what} · {rate}/s · {left}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    stream,
  });
  bar.start(Math.max(totalBytes, 1), 0, { count: 0, rate: 0, left: '' });
  return {
    update(bytes, count) {
      const elapsedMs = monotonicMs() - started;
      bar.update(Math.min(bytes, totalBytes), paceOf({ bytes, count, totalBytes, elapsedMs }));
    },
    note(line) {
      stream.write(`\r\u001b[K${line}\n`);
      bar.render();
    },
    stop() {
      bar.stop();
    },
  };
}

const LINE_EVERY_MS = 5000;

function openLines({ totalBytes, what, stream, monotonicMs }: ProgressOptions): Progress {
  const started = monotonicMs();
  let last = started;
  return {
    update(bytes, count) {
      const now = monotonicMs();
      if (now - last < LINE_EVERY_MS) return;
      last = now;
      const { rate, left } = paceOf({ bytes, count, totalBytes, elapsedMs: now - started });
      const percent = totalBytes > 0 ? `${Math.floor((100 * bytes) / totalBytes)}% · ` : '';
      stream.write(`${percent}${count} ${what} · ${rate}/s${left === '' ? '' : ` · ${left}`}\n`);
    },
    note(line) {
      stream.write(`${line}\n`);
    },
    stop() {
      // Nothing is drawn that would have to be wiped.
    },
  };
}

interface Measured {
  readonly bytes: number;
  readonly count: number;
  readonly totalBytes: number;
  readonly elapsedMs: number;
}

/** Rate in things per second and the time left by the bytes still to read; empty while there is no telling. */
export function paceOf({ bytes, count, totalBytes, elapsedMs }: Measured): {
  count: number;
  rate: number;
  left: string;
} {
  const rate = elapsedMs > 0 ? Math.round((count / elapsedMs) * 1000) : 0;
  const leftMs = bytes > 0 && totalBytes > bytes ? (elapsedMs * (totalBytes - bytes)) / bytes : undefined;
  return { count, rate, left: leftMs === undefined ? '' : `${formatDuration(leftMs)} left` };
}

/** `4 s`, `3 min 20 s`, `2 h 5 min`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}
