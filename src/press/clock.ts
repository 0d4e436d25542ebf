/**
 * Time of the press: minutes since its epoch, moved to the present by whole weeks so that the weekdays of the
 * texts stay true. The press never prints a time that has not come yet, however fast its clock runs.
 */
import type { PressSetting } from './world.js';

export interface PressClock {
  /** Instant of minute 0, milliseconds UTC. */
  readonly epochMs: number;
  /** What has been published by now: whole minutes since the epoch, possibly negative. */
  minute(): number;
  /** The real instant, for the request ledger. */
  nowMs(): number;
}

export interface ClockOptions {
  /** The real clock. */
  readonly now: () => number;
  /** `ended`: all days lie in the past. `running`: the present lies in the last seven of them. */
  readonly placing?: 'ended' | 'running';
  /** Minutes already published when the clock starts; absent: as many as the present allows. */
  readonly startMinute?: number;
  /** Press minutes per real minute, above 0; only felt as long as the press lags behind the present. */
  readonly speed?: number;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const WEEK_MS = 7 * DAY_MINUTES * MINUTE_MS;

/** Starts the clock of the press at the present. */
export function startPressClock(setting: PressSetting, options: ClockOptions): PressClock {
  const { now, speed = 1 } = options;
  if (!(speed > 0)) throw new RangeError(`Cannot run the press at speed "${speed}": it must be above 0`);
  const startedMs = now();
  const epochMs = epochBefore(setting, startedMs, options.placing ?? 'ended');
  const presentMinute = (): number => (now() - epochMs) / MINUTE_MS;
  const start = options.startMinute ?? presentMinute();
  return {
    epochMs,
    nowMs: now,
    minute: () => Math.floor(Math.min(start + ((now() - startedMs) / MINUTE_MS) * speed, presentMinute())),
  };
}

/**
 * The epoch moved by whole weeks, so that at `nowMs` its days have just ended, or (`running`) so that at least all
 * but the last seven days have passed.
 */
export function epochBefore(setting: PressSetting, nowMs: number, placing: 'ended' | 'running'): number {
  const written = Date.parse(setting.epoch);
  const passedDays = placing === 'ended' ? setting.days : Math.max(0, setting.days - 7);
  const weeks = Math.floor((nowMs - passedDays * DAY_MINUTES * MINUTE_MS - written) / WEEK_MS);
  return written + weeks * WEEK_MS;
}

/** A clock that stands still until it is set: for tests. */
export interface SetClock extends PressClock {
  set(minute: number): void;
}

/** Stands at `minute` of the written epoch; its real instant is that minute as well. */
export function stillPressClock(setting: PressSetting, minute: number): SetClock {
  const epochMs = Date.parse(setting.epoch);
  let standing = minute;
  return {
    epochMs,
    minute: () => standing,
    nowMs: () => epochMs + standing * MINUTE_MS,
    set(next) {
      standing = next;
    },
  };
}
