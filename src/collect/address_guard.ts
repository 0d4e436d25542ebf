import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

// Which addresses we ask at all. A collector follows addresses that strangers write into feeds and redirects:
// without this check it would be their way into the operator's own network (the regression list of readers that
// learned this: loopback, RFC 1918, link-local and metadata, CGNAT, ULA, NAT64, 6to4, v4-mapped).

/** Hosts that may be asked although they lie on a private address: exact host name → `ip:port` to connect to. */
export type AllowedHosts = ReadonlyMap<string, string>;

export interface GuardRules {
  readonly allowedHosts: AllowedHosts;
  /** Ports that an address may name; 80 and 443 unless told otherwise. */
  readonly ports: ReadonlySet<number>;
}

export const WEB_PORTS: ReadonlySet<number> = new Set([80, 443]);

/** Longest address that we ask for; longer ones are traps (session ids that grow with every redirect). */
const MAX_URL_LENGTH = 4096;

/**
 * Why an address must not be asked, in words; undefined when it may. The names behind host names are judged
 * later, at the socket, where they cannot change any more.
 */
export function findUrlFault(address: string, rules: GuardRules): string | undefined {
  if (address.length > MAX_URL_LENGTH) return `it is longer than ${MAX_URL_LENGTH} characters`;
  if (!URL.canParse(address)) return 'it is not a complete address';
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'only http and https are asked';
  if (url.username !== '' || url.password !== '') return 'it carries a user name or password';
  if (rules.allowedHosts.has(url.hostname)) return undefined;
  const port = portOf(url);
  if (!rules.ports.has(port)) return `port ${port} is not a port of the web`;
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !isPublicAddress(literal)) return `${literal} is not a public address`;
  if (isIP(literal) === 0 && !isPublicName(url.hostname)) return `${url.hostname} is a name for private use`;
  return undefined;
}

/** The port that an address leads to, the scheme's own where it names none. */
function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/**
 * Whether an IP address in any spelling that a socket accepts is one of the open internet. IPv4 inside IPv6
 * (`::ffff:127.0.0.1`) is judged as what it is; every special range of IANA is refused.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === 'unicast';
}

/** Endings that never name a host of the open internet (RFC 6761, RFC 6762, RFC 8375; common in home networks). */
const PRIVATE_ENDINGS = ['localhost', 'local', 'internal', 'home.arpa', 'lan', 'intranet', 'localdomain'];

function isPublicName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '').toLowerCase();
  return (
    name.includes('.') && !PRIVATE_ENDINGS.some((ending) => name === ending || name.endsWith(`.${ending}`))
  );
}
