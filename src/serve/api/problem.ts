/** Errors of the machine interface: problem details as RFC 9457 defines them. */
import type { Fault } from '../faults.js';

/** One parameter that cannot be used as given. */
export interface ParameterFault {
  /** Name of the parameter, or of the field of what was sent; '' for the whole of that. */
  readonly field: string;
  readonly in: 'path' | 'query' | 'header' | 'body';
  readonly message: string;
}

export interface ProblemDetails {
  /** `urn:sanad:problem:<kind>`; `about:blank` where the status says all. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: readonly ParameterFault[];
}

/** Thrown by an operation instead of an answer. */
export class Problem extends Error {
  readonly details: ProblemDetails;
  readonly headers: Readonly<Record<string, string>>;

  constructor(details: ProblemDetails, headers: Readonly<Record<string, string>> = {}) {
    super(details.detail ?? details.title);
    this.details = details;
    this.headers = headers;
  }
}

export function badParameters(errors: readonly ParameterFault[]): Problem {
  return new Problem({
    type: 'urn:sanad:problem:bad-parameter',
    title: 'Bad parameter',
    status: 400,
    detail: errors.map(({ field, message }) => `${field}: ${message}`).join('; '),
    errors,
  });
}

/** What is there does not allow it: its state, or a limit of the key. */
export function conflict(detail: string): Problem {
  return new Problem({ type: 'about:blank', title: 'Conflict', status: 409, detail });
}

export function missing(what: string): Problem {
  return new Problem({ type: 'about:blank', title: 'Not Found', status: 404, detail: `There is no ${what}` });
}

/** Hidden at a publisher's request; the note stays. */
export function hiddenProblem(what: 'article' | 'outlet', note: string | null): Problem {
  return new Problem({
    type: 'urn:sanad:problem:hidden',
    title: 'Gone',
    status: 410,
    detail: `The operator has hidden this ${what}${note === null || note === '' ? '' : `: ${note}`}`,
  });
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  413: 'Content Too Large',
  404: 'Not Found',
  410: 'Gone',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** A fault of the pages, as machines are told of it. */
export function problemOfFault({ view: { status }, retryAfterSeconds }: Fault): Problem {
  const title = TITLES[status] ?? 'Error';
  const headers: Record<string, string> =
    retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) };
  return new Problem({ type: 'about:blank', title, status }, headers);
}

export function problemResponse({ details, headers }: Problem): Response {
  return new Response(`${JSON.stringify(details)}\n`, {
    status: details.status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
  });
}
