import { findUrlFault, WEB_PORTS } from '../collect/address_guard.js';
import type { Config } from '../config.js';
import { parseSubject, type Subject, subjectHref } from '../model/alert.js';
import { listDeadMessages, replayMessages } from '../store/alert_queue.js';
import {
  type AlertTargetLine,
  addWebhook,
  listTargets,
  loadTarget,
  putMessage,
  removeTarget,
} from '../store/alert_targets.js';
import type { Store } from '../store/database.js';
import { openStore } from '../store/open_store.js';
import { CliError, type Surroundings } from './surroundings.js';

const LISTED = 1000;

/** Lists targets: never the keys of their signatures. */
export async function alertsList({ json }: { readonly json: boolean }, config: Config): Promise<void> {
  await withStore(config, async (store) => {
    const targets = await listTargets(store, { limit: LISTED });
    if (json) return console.log(JSON.stringify(targets));
    if (targets.length === 0)
      console.log('Nobody is told of anything; "sanad alerts add <url>" adds a webhook');
    for (const target of targets) for (const line of targetLines(target)) console.log(line);
  });
}

/** A target, and below it what it follows. */
function targetLines(target: AlertTargetLine): readonly string[] {
  const { id, kind, address, state, closedBecause, sent, waiting, dead, follows } = target;
  const fares = `${sent} sent, ${waiting} waiting, ${dead} dead`;
  return [
    [id, kind, address, closedBecause === null ? state : `${state}: ${closedBecause}`, fares].join('\t'),
    ...follows.map(
      ({ openedAt, matchCount, ...subject }) =>
        `\t${subjectHref(subject)}\t${openedAt === null ? 'not confirmed' : `${matchCount} news`}`,
    ),
  ];
}

export interface AddAlertArguments {
  readonly url: string;
  /** Addresses of the site's pages. */
  readonly pages: readonly string[];
}

/** Adds a webhook and prints the key of its signatures, this once. */
export async function alertsAdd(
  { url, pages }: AddAlertArguments,
  config: Config,
  { clock }: Surroundings,
): Promise<void> {
  const fault = findUrlFault(url, { allowedHosts: config.alerts.hosts, ports: WEB_PORTS });
  if (fault !== undefined)
    throw new CliError(
      `Cannot add the webhook "${url}": ${fault}; SANAD_ALERT_HOSTS lets hosts of your own network in`,
    );
  const subjects = pages.map(subjectOf);
  await withStore(config, async (store) => {
    const { id, secret } = await store.transaction((tx) =>
      addWebhook(tx, { address: new URL(url).href, subjects, at: clock() }),
    );
    console.error(
      `Webhook ${id}; it must send back the challenge of a check. The key of its signatures, shown this once:`,
    );
    console.log(secret);
  });
}

function subjectOf(page: string): Subject {
  const subject = parseSubject(page);
  if (subject !== undefined) return subject;
  throw new CliError(
    `Cannot follow "${page}": it must be a page such as /search?q=سد, /entity/…, /dyad/…/…, /dossier/1, /topic/1, /story/1`,
  );
}

/** Forgets a target. */
export async function alertsRemove(id: number, config: Config): Promise<void> {
  await withStore(config, async (store) => {
    if (!(await removeTarget(store, id))) throw unknown('remove', id);
    console.log(`Target ${id} is forgotten`);
  });
}

/** Puts a test message into the line of a webhook. */
export async function alertsTest(id: number, config: Config, { clock }: Surroundings): Promise<void> {
  await withStore(config, async (store) => {
    const target = await loadTarget(store, id);
    if (target === undefined || target.kind !== 'webhook') throw unknown('test', id);
    if (target.state !== 'open')
      throw new CliError(`Cannot test target ${id}: it is ${target.state}; it must be open`);
    const at = clock();
    const body = JSON.stringify({ type: 'test', timestamp: at, data: {} });
    await putMessage(store, { targetId: id, kind: 'test', body, at });
    console.log(`A test message for ${target.address} waits; a process with the role "process" sends it`);
  });
}

/** Lists messages that nobody took. */
export async function alertsDead({ json }: { readonly json: boolean }, config: Config): Promise<void> {
  await withStore(config, async (store) => {
    const messages = await listDeadMessages(store, { limit: LISTED });
    if (json) return console.log(JSON.stringify(messages));
    if (messages.length === 0) console.log('No message is dead');
    for (const { id, key, kind, address, attempts, error, madeAt } of messages)
      console.log([id, key, kind, address, `${attempts} attempts`, madeAt, error ?? ''].join('\t'));
  });
}

/** Sends dead messages again. */
export async function alertsReplay(
  ids: readonly number[],
  config: Config,
  { clock }: Surroundings,
): Promise<void> {
  await withStore(config, async (store) => {
    const count = await replayMessages(store, { ...(ids.length > 0 && { ids }), at: clock() });
    console.log(`${count} messages go out again`);
  });
}

function unknown(act: string, id: number): CliError {
  return new CliError(`Cannot ${act} target ${id}: there is none; "sanad alerts list" has all`);
}

async function withStore(config: Config, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore({ ...config, applicationName: 'sanad alerts' });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}
