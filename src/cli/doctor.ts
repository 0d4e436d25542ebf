import { access, constants, mkdir, statfs } from 'node:fs/promises';
import type { Config, Role } from '../config.js';
import { loadRegistry } from '../pipeline/load_registry.js';
import { type InstallationState, loadInstallation } from '../store/installation.js';
import { openStore } from '../store/open_store.js';
import { counted } from './counted.js';
import { CliError, type Surroundings } from './surroundings.js';

/** One thing that was looked at, in a sentence. `bad`: Sanad cannot work; `look`: it can, but somebody should look. */
export interface Finding {
  readonly level: 'well' | 'look' | 'bad';
  readonly sentence: string;
}

const MARKS = { well: '✓', look: '!', bad: '✗' };

/** Looks at everything that the installation needs and says what is wrong with it and what to do. */
export async function doctor(
  args: { readonly json: boolean },
  config: Config,
  { clock }: Surroundings,
): Promise<void> {
  const findings = [
    judgeNode(process.versions.node),
    ...(await lookAtFolder(config)),
    ...lookAtRegistry(config),
    ...(await lookAtDatabase(config, clock())),
    await lookAtPort(config),
  ];
  if (args.json) console.log(JSON.stringify(findings, undefined, 2));
  else for (const { level, sentence } of findings) console.log(`${MARKS[level]} ${sentence}`);
  const bad = findings.filter(({ level }) => level === 'bad').length;
  if (bad > 0) throw new CliError(`Cannot call this installation sound: ${bad} faults are marked ✗ above`);
}

/** `version` as Node states it: `20.19.4`. */
export function judgeNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const well = major > 20 || (major === 20 && minor >= 19);
  if (well) return { level: 'well', sentence: `Node.js ${version}` };
  return { level: 'bad', sentence: `Node.js ${version} is too old: install 20.19 or later` };
}

const GIB = 1024 ** 3;
/** A busy day of two hundred outlets takes some hundred megabytes. */
const ENOUGH_BYTES = 2 * GIB;
/** Below this PostgreSQL may stop in the middle of its work. */
const SCARCE_BYTES = GIB / 4;

/** Space left on the disk of the data folder. */
export function judgeSpace(free: number, folder: string): Finding {
  const sentence = `${(free / GIB).toFixed(1)} GiB free on the disk of ${folder}`;
  if (free >= ENOUGH_BYTES) return { level: 'well', sentence };
  if (free >= SCARCE_BYTES) return { level: 'look', sentence: `Only ${sentence}: make room soon` };
  return { level: 'bad', sentence: `Only ${sentence}: make room, or name another folder in SANAD_DATA` };
}

async function lookAtFolder({ dataFolder }: Config): Promise<Finding[]> {
  try {
    await mkdir(dataFolder, { recursive: true });
    await access(dataFolder, constants.W_OK);
    const { bavail, bsize } = await statfs(dataFolder);
    return [
      { level: 'well', sentence: `Data folder ${dataFolder} can be written` },
      judgeSpace(bavail * bsize, dataFolder),
    ];
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return [{ level: 'bad', sentence: `Data folder ${dataFolder} cannot be written: ${why}` }];
  }
}

function lookAtRegistry({ registryFolder }: Config): Finding[] {
  const { value, issues } = loadRegistry(registryFolder);
  const found: Finding[] = issues.map(({ message, severity }) => ({
    level: severity === 'fatal' ? 'bad' : 'look',
    sentence: message,
  }));
  if (value === undefined) return found;
  return [{ level: 'well', sentence: `Registry with ${value.outlets.length} outlets` }, ...found];
}

async function lookAtDatabase(config: Config, now: string): Promise<Finding[]> {
  try {
    const store = await openStore({ ...config, applicationName: 'sanad doctor' });
    try {
      const state = await loadInstallation(store, now);
      return [...judgeInstallation(state, now), ...judgeRawBytes(state.rawBytes, config.rawLimits.maxBytes)];
    } finally {
      await store.close();
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return [{ level: 'bad', sentence: `Database: ${why}` }];
  }
}

/** Within this share of its budget the oldest raw answers go, or are about to. */
const NEAR_SHARE = 0.9;

/** What raw answers take of the room that they were given; nothing without a budget. */
export function judgeRawBytes(bytes: number, budget: number | undefined): Finding[] {
  if (budget === undefined) return [];
  const share = `${Math.round((bytes / budget) * 100)} % of SANAD_RAW_BUDGET (${(budget / GIB).toFixed(1)} GiB)`;
  if (bytes < budget * NEAR_SHARE) return [{ level: 'well', sentence: `Raw answers take ${share}` }];
  const sentence = `Raw answers take ${share}: the oldest are dropped, and cannot be read again with newer rules`;
  return [{ level: 'look', sentence }];
}

/** Clocks further apart than this put dates and leases in doubt. */
const CLOCK_TOLERANCE_MS = 30_000;
/** Sources are asked every six hours at the least. */
const SILENCE_MS = 7 * 3600 * 1000;

/** What the database says, in sentences; `now` is an ISO instant. */
export function judgeInstallation(state: InstallationState, now: string): Finding[] {
  const megabytes = Math.round(state.bytes / 1024 ** 2);
  return [
    {
      level: 'well',
      sentence: `PostgreSQL ${state.serverVersion} with ${counted(state.articles, 'article')} in ${megabytes} MiB`,
    },
    judgeClock(state.clockAheadMs),
    judgePrograms(state, now),
    judgeSources(state.sources),
    ...state.quarantine.map(
      ({ code, count }): Finding => ({
        level: 'look',
        sentence: `${counted(count, 'input waits', 'inputs wait')} in quarantine with "${code}": "sanad quarantine list" and /admin tell why`,
      }),
    ),
    ...judgeUnread(state.unread),
    state.hasPassword
      ? { level: 'well', sentence: "The operator's password is set" }
      : {
          level: 'look',
          sentence: 'No operator\'s password yet: "sanad start" or "sanad password" makes one',
        },
  ];
}

function judgeClock(aheadMs: number): Finding {
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  if (Math.abs(aheadMs) <= CLOCK_TOLERANCE_MS) {
    return { level: 'well', sentence: 'The clocks of this machine and of the database agree' };
  }
  const side = aheadMs > 0 ? 'ahead of' : 'behind';
  return {
    level: 'bad',
    sentence: `The database's clock is ${seconds} s ${side} this machine's: set both by NTP`,
  };
}

function judgePrograms({ programs, lastAttemptAt }: InstallationState, now: string): Finding {
  if (!hasRole(programs, 'collect')) {
    return { level: 'look', sentence: 'Nothing collects at the moment: "sanad start" does' };
  }
  if (!hasRole(programs, 'process')) {
    return {
      level: 'look',
      sentence:
        'Sources are asked, but nobody reads what they bring: start a process with SANAD_ROLES=process',
    };
  }
  const silent = lastAttemptAt === undefined || Date.parse(now) - Date.parse(lastAttemptAt) > SILENCE_MS;
  return silent
    ? {
        level: 'look',
        sentence: `"sanad start" is running, but has asked no source since ${lastAttemptAt ?? 'ever'}`,
      }
    : { level: 'well', sentence: `"sanad start" is running and asked a source at ${lastAttemptAt}` };
}

/** Whether a running "sanad start" has the role; without roles after its name it has all. */
function hasRole(programs: readonly string[], role: Role): boolean {
  return programs.some((name) => {
    const [, command, roles] = name.split(' ');
    return command === 'start' && (roles === undefined || roles.split(',').includes(role));
  });
}

function judgeSources({ enabled, sick, never }: InstallationState['sources']): Finding {
  if (enabled === 0) return { level: 'look', sentence: 'No source is enabled: see "sanad sources list"' };
  const sentence = `${counted(enabled, 'source')}, ${sick} with trouble, ${never} never asked yet`;
  const mostAreSick = sick * 2 > enabled;
  if (!mostAreSick) return { level: 'well', sentence };
  return {
    level: 'look',
    sentence: `${sentence}: "sanad sources list --sick" says why; is there a network?`,
  };
}

function judgeUnread(unread: number): Finding[] {
  if (unread === 0) return [];
  return [{ level: 'look', sentence: `${unread} stored pages wait to be read for more than an hour` }];
}

const ANSWER_PATIENCE_MS = 3000;

async function lookAtPort({ host, port }: Config): Promise<Finding> {
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}/livez`;
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(ANSWER_PATIENCE_MS) });
    const isOurs = answer.ok && (await answer.text()) === 'ok\n';
    if (isOurs) return { level: 'well', sentence: `The site answers on port ${port}` };
    return {
      level: 'bad',
      sentence: `Port ${port} is taken by another program: stop it or choose another SANAD_PORT`,
    };
  } catch {
    return { level: 'look', sentence: `No site answers on port ${port}: "sanad start" opens it` };
  }
}
