import { setTimeout as sleep } from 'node:timers/promises';

/** Stores one thing; settles when it is stored. */
export type SaveOne<Thing, Saved> = (thing: Thing) => Promise<Saved>;

interface Waiting<Thing, Saved> {
  readonly thing: Thing;
  resolve(saved: Saved): void;
  reject(fault: unknown): void;
}

/** Things that are stored together at most. */
const MOST = 32;
/** Sources that have nothing new answer within some milliseconds of each other: the first waits that long for the others. */
const COMPANY_MS = 25;

/**
 * Saves things together: what comes while others are being stored waits for them, then all that waits goes into one call.
 * Where nothing is being stored the first waits a moment for company. When a call fails its things are tried one by one, so
 * that a bad one harms only itself.
 */
export function savingTogether<Thing, Saved>(
  save: (things: readonly Thing[]) => Promise<readonly Saved[]>,
  companyMs = COMPANY_MS,
): SaveOne<Thing, Saved> {
  const waiting: Waiting<Thing, Saved>[] = [];
  let isSaving = false;

  async function saveWaiting(): Promise<void> {
    isSaving = true;
    await sleep(companyMs);
    while (waiting.length > 0) await saveThese(waiting.splice(0, MOST));
    isSaving = false;
  }

  async function saveThese(these: readonly Waiting<Thing, Saved>[]): Promise<void> {
    try {
      const saved = await save(these.map(({ thing }) => thing));
      // One outcome for each thing, in their order.
      for (const [at, { resolve }] of these.entries()) resolve(saved[at] as Saved);
    } catch (fault) {
      if (these.length > 1) await Promise.all(these.map((one) => saveThese([one])));
      else for (const { reject } of these) reject(fault);
    }
  }

  return (thing) =>
    new Promise((resolve, reject) => {
      waiting.push({ thing, resolve, reject });
      if (!isSaving) void saveWaiting();
    });
}
