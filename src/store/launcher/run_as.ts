import type { Stats } from 'node:fs';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreError } from '../store_error.js';
import type { Account } from './account.js';

/** How to start a program: as spawn takes it. */
export interface Command {
  readonly file: string;
  readonly argv: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

const SETPRIV_PATHS = ['/usr/bin/setpriv', '/bin/setpriv'];

/** Without it access(2), by which initdb looks for its server, ignores the capabilities of an account but root. */
const KEEP_FOR_ACCESS = '--securebits=+no_setuid_fixup';

/** Capabilities that let a process pass folders that are not its own, the narrower first; bit numbers of Linux. */
const PASSING_CAPABILITIES = [
  { name: 'dac_read_search', bit: 2n },
  { name: 'dac_override', bit: 1n },
];

/**
 * The command that runs a program of `folder` under the account (or as ourselves without one). A checkout below
 * /root (0700) cannot be passed by another account; then the program is started with the one capability that
 * passing takes. Throws StoreError `folder_unreachable` where the system cannot do that.
 */
export function commandAs(
  account: Account | undefined,
  program: Command & { readonly folder: string },
): Command {
  const { file, argv } = program;
  if (!account) return { file, argv };
  const closed = closedAncestor(program.folder, account);
  if (closed === undefined) return { file, argv, uid: account.uid, gid: account.gid };
  const setpriv = SETPRIV_PATHS.find((path) => existsSync(path));
  const capability = PASSING_CAPABILITIES.find(({ bit }) => (permittedCapabilities() >> bit) & 1n);
  if (!setpriv || !capability) {
    throw new StoreError(
      'folder_unreachable',
      `Cannot start the database in "${program.folder}": the account "${account.name}" may not pass "${closed}"; set SANAD_DATA to a folder that it can reach, such as /var/lib/sanad`,
    );
  }
  const grant = `+${capability.name}`;
  const identity = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups', KEEP_FOR_ACCESS];
  return {
    file: setpriv,
    argv: [...identity, `--inh-caps=${grant}`, `--ambient-caps=${grant}`, '--', file, ...argv],
  };
}

/** The first folder on the way to `folder` that the account may not pass. */
export function closedAncestor(folder: string, account: Account): string | undefined {
  const ancestors: string[] = [];
  for (let path = folder; ; path = dirname(path)) {
    ancestors.unshift(path);
    if (dirname(path) === path) break;
  }
  return ancestors.find((path) => !mayPass(statSync(path), account));
}

function mayPass(stats: Stats, account: Account): boolean {
  if (stats.uid === account.uid) return (stats.mode & 0o100) !== 0;
  if (stats.gid === account.gid) return (stats.mode & 0o010) !== 0;
  return (stats.mode & 0o001) !== 0;
}

/** The permitted set of this process, one bit for each capability; 0 where the system has none. */
function permittedCapabilities(): bigint {
  if (!existsSync('/proc/self/status')) return 0n;
  const match = /^CapPrm:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'));
  return match ? BigInt(`0x${match[1]}`) : 0n;
}
