/** A wall clock somewhere, without a zone; months and days count from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const TEHRAN = 'Asia/Tehran';
const MINUTE_MS = 60_000;

/**
 * The instant at which Tehran's clocks show a wall time, as ISO 8601 with the offset of that day: +04:30 in the
 * summers up to 2022, +03:30 otherwise, from the time zone database. An hour that clocks skipped reads as the
 * hour after; of an hour that came twice the first is meant.
 */
export function tehranIso(wall: WallTime): string {
  const asUtc = utcOf(wall);
  const candidates = [offsetMinutes(asUtc - 300 * MINUTE_MS), offsetMinutes(asUtc - 180 * MINUTE_MS)];
  const fitting = candidates.find((offset) => offsetMinutes(asUtc - offset * MINUTE_MS) === offset);
  return isoWithOffset(asUtc, fitting ?? (candidates[0] as number));
}

/** What Tehran's clocks show at an instant (any ISO 8601 with offset); nothing when it is no instant. */
export function tehranWall(iso: string): WallTime | undefined {
  const instant = Date.parse(iso);
  if (Number.isNaN(instant)) return undefined;
  return wallOf(instant + offsetMinutes(instant) * MINUTE_MS);
}

/** The same instant written with Tehran's offset; nothing when the text is no instant. */
export function toTehranIso(iso: string): string | undefined {
  const instant = Date.parse(iso);
  if (Number.isNaN(instant)) return undefined;
  const offset = offsetMinutes(instant);
  return isoWithOffset(instant + offset * MINUTE_MS, offset);
}

function utcOf(wall: WallTime): number {
  const date = new Date(0);
  date.setUTCFullYear(wall.year, wall.month - 1, wall.day);
  date.setUTCHours(wall.hour, wall.minute, wall.second);
  return date.getTime();
}

function wallOf(shifted: number): WallTime {
  const date = new Date(shifted);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

function isoWithOffset(shifted: number, offset: number): string {
  const sign = offset < 0 ? '-' : '+';
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(offset) % 60).padStart(2, '0');
  return `${new Date(shifted).toISOString().slice(0, 19)}${sign}${hours}:${minutes}`;
}

/** Clocks have changed on whole quarters since 1970; a page asks for some hundred instants, most of them lately. */
const QUARTER_MS = 15 * MINUTE_MS;
const MOST_QUARTERS = 20_000;
const offsets = new Map<number, number>();

/** Minutes east of Greenwich at an instant. Before standard time (1916) the database has odd seconds: cut. */
function offsetMinutes(instant: number): number {
  if (instant < 0) return readOffset(instant);
  const quarter = Math.floor(instant / QUARTER_MS);
  const known = offsets.get(quarter);
  if (known !== undefined) return known;
  if (offsets.size >= MOST_QUARTERS) offsets.clear();
  const offset = readOffset(instant);
  offsets.set(quarter, offset);
  return offset;
}

let formatter: Intl.DateTimeFormat | undefined;

/** What the time zone database says, some 10 µs later. */
function readOffset(instant: number): number {
  formatter ??= new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: TEHRAN,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const part of formatter.formatToParts(instant)) parts[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  const shown = utcOf({ year, month, day, hour, minute, second: 0 });
  return Math.round((shown - Math.floor(instant / MINUTE_MS) * MINUTE_MS) / MINUTE_MS);
}
