import { createHash } from 'node:crypto';

/** Parameters that say where a reader came from, not what the page is. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|yclid|mc_[ce]id|igshid|_ga|_gl|ref_src|at_(?:medium|campaign)|ns_\w+)$/i;

/**
 * The address that is asked: without fragment and tracking parameters, otherwise as the source gives it.
 * Undefined for what is not an http or https address.
 */
export function fetchAddress(address: string, base?: string): string | undefined {
  if (!URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href;
}

/**
 * Equal for spellings of the same page: scheme, `www.`, tracking parameters, order of parameters, a slash at
 * the end and the case of percent codes make no difference. 64 hexadecimal digits.
 */
export function addressKey(address: string): string {
  const url = new URL(fetchAddress(address) ?? address);
  url.searchParams.sort();
  const path = url.pathname.replace(/%[\da-f]{2}/gi, (code) => code.toUpperCase()).replace(/(?<=.)\/+$/, '');
  return hashOf([url.host.replace(/^www\./, ''), path, url.search.replace(/\?$/, '')]);
}

/** SHA-256 over parts that cannot run into each other, hexadecimal. */
export function hashOf(parts: readonly (string | undefined)[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts.map((part) => part ?? null)))
    .digest('hex');
}

/** The host that an address is asked at, with its port where that is not the usual one: what is paced. */
export function hostOf(address: string): string {
  return new URL(address).host;
}
