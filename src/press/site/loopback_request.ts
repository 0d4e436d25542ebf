/** A bare client of a running press, for its tests: one request, nothing followed, nothing decoded. */
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';

export interface LoopbackAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer<ArrayBuffer>;
  /** Body as UTF-8. */
  readonly text: string;
}

export interface LoopbackRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks for an address of a host that `addresses` maps to loopback. */
export function loopbackRequest(
  addresses: ReadonlyMap<string, string>,
  url: string,
  { method = 'GET', headers = {} }: LoopbackRequest = {},
): Promise<LoopbackAnswer> {
  const { host, pathname, search } = new URL(url);
  const [hostname, port] = (addresses.get(host) ?? '').split(':');
  return new Promise((resolve, reject) => {
    const path = pathname + search;
    const sent = httpRequest({ hostname, port, path, method, headers: { host, ...headers } }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('error', reject);
      answer.on('end', () => {
        const bytes = Buffer.concat(pieces);
        const text = bytes.toString('utf8');
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes, text });
      });
    });
    sent.on('error', reject).end();
  });
}
