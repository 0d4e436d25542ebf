import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { type GuardRules, isPublicAddress } from './address_guard.js';

/** Finds every address of a host name; replaced in tests. Rejects like `dns.lookup`. */
export type ResolveName = (hostname: string) => Promise<readonly LookupAddress[]>;

/** A connection that must not be made; the message says why in words. */
export class ForbiddenAddressError extends Error {
  override readonly name = 'ForbiddenAddressError';
}

export interface ConnectorOptions {
  readonly rules: GuardRules;
  readonly connectMs: number;
  readonly resolveName?: ResolveName;
}

/**
 * Opens sockets to public addresses and to the excepted hosts only. The check stands where the connection is
 * made, so that neither an IP literal (which skips every look-up), nor a redirect, nor a name that resolves
 * differently the second time gets around it: the addresses that were checked are the ones connected to.
 */
export function guardedConnector(options: ConnectorOptions): buildConnector.connector {
  const { rules, connectMs } = options;
  const lookup = guardedLookup(options.resolveName ?? resolveBySystem);
  // TypeScript's view of the options lacks `lookup`, which is handed through to net.connect.
  const connectPublic = buildConnector({ timeout: connectMs, lookup } as buildConnector.BuildOptions);
  const connectExcepted = buildConnector({ timeout: connectMs });
  return (target, callback) => {
    const hostname = target.hostname.replace(/^\[|\]$/g, '');
    const exception = rules.allowedHosts.get(hostname);
    if (exception !== undefined) {
      connectExcepted({ ...target, ...hostAndPort(exception), servername: hostname }, callback);
    } else if (isIP(hostname) !== 0 && !isPublicAddress(hostname)) {
      callback(new ForbiddenAddressError(`${hostname} is not a public address`), null);
    } else {
      connectPublic({ ...target, hostname }, (...args) => {
        if (args[0] !== null) return callback(...args);
        const reached = args[1].remoteAddress ?? '';
        if (isPublicAddress(reached)) return callback(...args);
        args[1].destroy();
        return callback(new ForbiddenAddressError(`${hostname} led to ${reached || 'nowhere'}`), null);
      });
    }
  };
}

function hostAndPort(target: string): { hostname: string; port: string } {
  const at = target.lastIndexOf(':');
  return { hostname: target.slice(0, at).replace(/^\[|\]$/g, ''), port: target.slice(at + 1) };
}

/**
 * Refuses a name that leads to a private address here (ForbiddenAddressError). For connections that somebody else makes: a
 * proxy looks the name up itself, so a name that cannot be looked up here is let through.
 */
export async function checkName(
  hostname: string,
  options: { readonly rules: GuardRules; readonly resolveName?: ResolveName | undefined },
): Promise<void> {
  const name = hostname.replace(/^\[|\]$/g, '');
  if (options.rules.allowedHosts.has(name)) return;
  if (isIP(name) !== 0) {
    if (!isPublicAddress(name)) throw new ForbiddenAddressError(`${name} is not a public address`);
    return;
  }
  const found = await (options.resolveName ?? resolveBySystem)(name).catch(() => []);
  const bad = found.find(({ address }) => !isPublicAddress(address));
  if (bad) throw new ForbiddenAddressError(`${name} leads to ${bad.address}, not a public address`);
}

/** A look-up that fails when any address behind the name is private: such a name is not the publisher's. */
function guardedLookup(resolveName: ResolveName): LookupFunction {
  return (hostname, options, callback) => {
    resolveName(hostname).then(
      (found) => {
        const bad = found.find(({ address }) => !isPublicAddress(address));
        const first = found[0];
        if (bad) {
          callback(
            new ForbiddenAddressError(`${hostname} leads to ${bad.address}, not a public address`),
            '',
          );
        } else if (first === undefined) {
          callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '');
        } else if (options.all) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (cause: NodeJS.ErrnoException) => callback(cause, ''),
    );
  };
}

function resolveBySystem(hostname: string): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) => {
    systemLookup(hostname, { all: true }, (fault, found) => (fault ? reject(fault) : resolve(found)));
  });
}
