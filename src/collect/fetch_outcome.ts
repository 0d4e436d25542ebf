/** What came of one request. Everything that a network can do is a value here; only our own bugs throw. */
export type FetchOutcome =
  | Fetched
  | { readonly kind: 'not_modified' }
  /** 404 or 410: the publisher says that there is nothing (410: that there never will be again). */
  | { readonly kind: 'gone'; readonly status: 404 | 410 }
  /** 429, or 503 with Retry-After. `retryAfterMs` is absent when the host names no time. */
  | { readonly kind: 'rate_limited'; readonly retryAfterMs?: number }
  /** robots.txt of the host closes this path for us; nothing was requested but robots.txt. */
  | { readonly kind: 'refused_by_robots' }
  /** A page that wants a script run before it lets anybody in; its bytes are not the publisher's page. */
  | { readonly kind: 'challenge'; readonly by: string }
  /** Never got an answer; `cause` says why in words: "the name nuran.example is not known". */
  | { readonly kind: 'unreachable'; readonly cause: string }
  /** The address is one that we never ask: private network, other scheme or port, credentials inside. */
  | { readonly kind: 'forbidden_address'; readonly cause: string }
  | { readonly kind: 'too_large'; readonly limitBytes: number }
  /** Any other answer that brings no page, by its HTTP status. */
  | { readonly kind: 'failed'; readonly status: number };

/** The bytes of an answer, with Content-Encoding undone and nothing else changed. */
export interface Fetched {
  readonly kind: 'fetched';
  /** Address that answered, after redirects. */
  readonly url: string;
  /** Where the requested address has moved for good (301, 308 all the way), to be asked next time. */
  readonly movedTo?: string;
  readonly body: Uint8Array;
  readonly contentType?: string;
  readonly validators: Validators;
  /** Requests that the host asked us to leave time for (`Cache-Control: max-age`), in milliseconds. */
  readonly freshForMs?: number;
  /** The header `Link`: where hubs are named. */
  readonly linkHeader?: string;
}

/** What a conditional request sends back to the host, exactly as it came. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** One thing to ask for. */
export interface FetchRequest {
  readonly url: string;
  /** Makes the request conditional. */
  readonly validators?: Validators;
  /** What the answer should be; sets the Accept header. */
  readonly wants?: 'page' | 'feed' | 'robots' | 'picture';
  /** Sent by POST, URL-encoded (requests to hubs). */
  readonly form?: string;
  /** Name of the proxy to go through; directly without one. */
  readonly egress?: string | undefined;
  /** A larger answer is cut here instead of refused (robots.txt: RFC 9309 § 2.5). */
  readonly cutAtBytes?: number;
  readonly signal?: AbortSignal;
  /** Asked before a redirect is followed; without it every redirect is, within the guard. */
  readonly mayFollow?: (url: string) => Promise<boolean>;
}

/** The one way to the network. */
export type Fetch = (request: FetchRequest) => Promise<FetchOutcome>;

/** An English half-sentence for logs and the terminal: `unreachable: the name nuran.example is not known`. */
export function outcomeInWords(outcome: FetchOutcome): string {
  switch (outcome.kind) {
    case 'fetched':
      return `fetched ${outcome.body.length} bytes`;
    case 'not_modified':
      return 'nothing has changed';
    case 'gone':
      return outcome.status === 410 ? 'removed for good (status 410)' : 'not found (status 404)';
    case 'rate_limited':
      return `the host asks for fewer requests${inSeconds(outcome.retryAfterMs)}`;
    case 'refused_by_robots':
      return 'robots.txt of the host closes this address to us';
    case 'challenge':
      return `the host answers with a challenge for browsers (${outcome.by})`;
    case 'unreachable':
      return `unreachable: ${outcome.cause}`;
    case 'forbidden_address':
      return `not an address to collect from: ${outcome.cause}`;
    case 'too_large':
      return `larger than ${Math.round(outcome.limitBytes / 1024)} KB`;
    case 'failed':
      return `the host answers with status ${outcome.status}`;
  }
}

function inSeconds(retryAfterMs: number | undefined): string {
  return retryAfterMs === undefined ? '' : `, not before ${Math.ceil(retryAfterMs / 1000)} s`;
}
