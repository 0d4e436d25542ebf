import type { FetchOutcome } from './fetch_outcome.js';
import { ForbiddenAddressError } from './guarded_connector.js';
import { DIRECT, UnknownProxyError } from './proxies.js';

/** System and library codes → what they mean for somebody who looks at a list of sources. `%` is the host. */
const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the name % is not known',
  EAI_AGAIN: 'the name % cannot be looked up now; is there a network?',
  EAI_NODATA: 'the name % has no address',
  ENODATA: 'the name % has no address',
  ECONNREFUSED: '% refuses the connection',
  ECONNRESET: '% broke the connection off',
  EPIPE: '% broke the connection off',
  EHOSTUNREACH: 'there is no way to %',
  ENETUNREACH: 'there is no network',
  ENETDOWN: 'there is no network',
  EADDRNOTAVAIL: 'there is no network',
  ETIMEDOUT: '% does not answer',
  UND_ERR_CONNECT_TIMEOUT: '% does not answer',
  UND_ERR_HEADERS_TIMEOUT: '% takes the request but sends no answer',
  UND_ERR_BODY_TIMEOUT: '% stopped in the middle of its answer',
  UND_ERR_HEADERS_OVERFLOW: 'the header of the answer is too large',
  UND_ERR_SOCKET: '% broke the connection off',
  CERT_HAS_EXPIRED: 'the certificate of % has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate of % is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate of % is signed by nobody known',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate of % is signed by nobody known',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the certificate of % is signed by nobody known',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate of % is made out to another name',
};

export interface FailedRequest {
  readonly url: string;
  /** Name of the proxy that it went through. */
  readonly egress?: string | undefined;
  readonly deadlineMs: number;
  readonly stop: AbortSignal;
}

/** Turns whatever a request threw into an outcome with its cause in words. */
export function causeInWords(cause: unknown, request: FailedRequest): FetchOutcome {
  const unknown = findCause(cause, (error) => error instanceof UnknownProxyError);
  if (unknown) return { kind: 'unreachable', cause: unknown.message };
  const outcome = directCause(cause, request);
  const { egress } = request;
  if (egress === undefined || egress === DIRECT || outcome.kind !== 'unreachable') return outcome;
  return {
    kind: 'unreachable',
    cause: `through the proxy "${egress}": ${tunnelFault(cause) ?? outcome.cause}`,
  };
}

/** What the proxy itself said instead of opening the way: "it answers with status 407". */
function tunnelFault(cause: unknown): string | undefined {
  const refusal = findCause(cause, (error) => /Proxy response \(\d+\)/.test(error.message));
  const status = /\((\d+)\)/.exec(refusal?.message ?? '')?.[1];
  if (status !== undefined) return `it answers with status ${status}`;
  const broken = findCause(cause, (error) => error.message.startsWith('connect ECONNREFUSED'));
  return broken && 'it refuses the connection';
}

function directCause(cause: unknown, { url, deadlineMs, stop }: FailedRequest): FetchOutcome {
  const forbidden = findCause(cause, (error) => error instanceof ForbiddenAddressError);
  if (forbidden) return { kind: 'forbidden_address', cause: forbidden.message };
  const host = new URL(url).host;
  if (stop.aborted) {
    const tooLong = stop.reason instanceof Error && stop.reason.message === 'deadline';
    const words = tooLong
      ? `the answer took longer than ${deadlineMs / 1000} s`
      : 'the request was called off';
    return { kind: 'unreachable', cause: words };
  }
  const known = findCause(cause, (error) => WORDS[codeOf(error)] !== undefined);
  if (known) return { kind: 'unreachable', cause: (WORDS[codeOf(known)] ?? '').replaceAll('%', host) };
  const code = codeOf(cause);
  if (code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')) {
    return { kind: 'unreachable', cause: `no secure connection to ${host} (${code})` };
  }
  if (code.startsWith('HPE_')) return { kind: 'unreachable', cause: `${host} does not speak HTTP properly` };
  return { kind: 'unreachable', cause: cause instanceof Error ? cause.message : String(cause) };
}

/** Looks through causes and the parts of an aggregate (one for each address that was tried). */
function findCause(cause: unknown, matches: (error: Error) => boolean, depth = 0): Error | undefined {
  if (!(cause instanceof Error) || depth > 5) return undefined;
  if (matches(cause)) return cause;
  const inner = cause instanceof AggregateError ? cause.errors : [cause.cause];
  for (const part of inner) {
    const found = findCause(part, matches, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function codeOf(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  return typeof code === 'string' ? code : '';
}
