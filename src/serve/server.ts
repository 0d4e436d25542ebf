/** Serves the site over HTTP and stops it without cutting anybody off. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

export interface ServerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface RunningServer {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  readonly port: number;
  /** Takes no new connections, lets running requests end for up to 5 s, then closes. Safe to call twice. */
  stop(): Promise<void>;
}

/** Why the site cannot listen: one sentence with the remedy, to be printed as it is. */
export class ServerError extends Error {
  readonly code: string;

  constructor(code: string, message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'ServerError';
    this.code = code;
  }
}

/** How long running requests may take to end. */
const GRACE_MS = 5000;

/** Starts to listen. Throws ServerError when the address cannot be had. */
export async function startServer(app: Hono, options: ServerOptions): Promise<RunningServer> {
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 15_000 },
    getRequestListener(app.fetch),
  );
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  let stopping: Promise<void> | undefined;
  return {
    url: `http://${host}:${port}`,
    port,
    stop: () => {
      stopping ??= stopServer(server);
      return stopping;
    },
  };
}

function listen(server: Server, options: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, options)));
    server.listen(options.port, options.host, resolve);
  });
}

function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

const REMEDIES: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there; stop it or choose another port with SANAD_PORT',
  EACCES: 'the system reserves this port; choose one above 1023 with SANAD_PORT',
  EADDRNOTAVAIL: 'this machine has no such address; choose one of its own with SANAD_HOST',
  ENOTFOUND: 'no such host name is known; choose an address of this machine with SANAD_HOST',
};

function explain(error: Error, { host, port }: ServerOptions): Error {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const remedy = REMEDIES[code];
  if (remedy === undefined) return error;
  return new ServerError(code, `Cannot listen on "${host}:${port}": ${remedy}`, error);
}
