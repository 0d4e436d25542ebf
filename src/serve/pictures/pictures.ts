/**
 * Thumbnails of publishers' pictures, kept on our own disk. Pages say which they would like; those that are there are
 * shown, the others are fetched behind their back for the next reader. Nothing that a reader asks for starts a request.
 */
import { createHash } from 'node:crypto';
import { openDiskCache } from './disk_cache.js';
import { makeThumbnails, type Shape } from './thumbnail.js';

/** The bytes of an address, fetched behind the collector's guard; nothing where there are none to be had. */
export type FetchPicture = (url: string, signal: AbortSignal) => Promise<Uint8Array | undefined>;

export interface PictureOptions {
  readonly folder: string;
  readonly budgetBytes: number;
  readonly fetch: FetchPicture;
  readonly clock: () => string;
  /** Aborted when the process stops. */
  readonly stopping?: AbortSignal;
}

export interface Pictures {
  /** The file of a picture in a shape; nothing while there is none. */
  find(url: string, shape: Shape): string | undefined;
  /** Asks for a picture that is not there; returns at once. */
  wish(url: string): void;
  read(file: string): Promise<Uint8Array | undefined>;
  /** Settles when nothing is wished for any more. */
  idle(): Promise<void>;
}

/** Wishes that wait at most; more than a few pages' worth would be fetched too late to be of use. */
const MAX_WISHES = 200;
/** What could not be had is tried again after this (ms). */
const RETRY_MS = 60 * 60_000;
/** Addresses remembered as not to be had; the oldest are forgotten first. */
const MAX_FAILED = 5000;

export function openPictures(options: PictureOptions): Pictures {
  const { fetch, clock, stopping = new AbortController().signal } = options;
  const cache = openDiskCache(options.folder, options.budgetBytes);
  const wishes = new Set<string>();
  const failed = new Map<string, number>();
  let working: Promise<void> | undefined;

  async function bring(url: string): Promise<void> {
    const bytes = await fetch(url, stopping).catch(() => undefined);
    const made = bytes === undefined ? undefined : await makeThumbnails(bytes);
    if (made === undefined) {
      failed.set(url, Date.parse(clock()));
      if (failed.size > MAX_FAILED) failed.delete(failed.keys().next().value ?? '');
      return;
    }
    await cache.write(fileOf(url, 'small'), made.small);
    if (made.wide !== undefined) await cache.write(fileOf(url, 'wide'), made.wide);
  }

  /** One at a time: a picture may take a hundred megabytes while it is decoded. */
  async function work(): Promise<void> {
    for (const url of wishes) {
      if (stopping.aborted) return;
      // A full disk must not end the site: pages go without pictures then.
      await bring(url).catch(() => failed.set(url, Date.parse(clock())));
      wishes.delete(url);
    }
  }

  return {
    find(url, shape) {
      const file = fileOf(url, shape);
      return cache.has(file) ? file : undefined;
    },
    wish(url) {
      if (wishes.size >= MAX_WISHES || wishes.has(url) || cache.has(fileOf(url, 'small'))) return;
      const failedAt = failed.get(url);
      if (failedAt !== undefined && Date.parse(clock()) - failedAt < RETRY_MS) return;
      failed.delete(url);
      wishes.add(url);
      working ??= work().finally(() => {
        working = undefined;
      });
    },
    read: (file) => cache.read(file),
    idle: async () => {
      while (working !== undefined) await working;
    },
  };
}

function fileOf(url: string, shape: Shape): string {
  return `${createHash('sha256').update(url).digest('hex').slice(0, 20)}-${shape}.webp`;
}
