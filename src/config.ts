/** What a process does: asks sources, reads what was stored, shows the site. */
export type Role = 'collect' | 'process' | 'serve';

export const ROLES: readonly Role[] = ['collect', 'process', 'serve'];

/** Everything that can be set from outside, read once at the start and passed along. */
export interface Config {
  /** Folder of the embedded database, logs and operator files; absolute. */
  readonly dataFolder: string;
  /** An outside PostgreSQL instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  readonly host: string;
  /** TCP port of the site; 0 lets the system choose. */
  readonly port: number;
  /** Address under which readers reach the site, for feeds and sharing; absent: taken from the request. */
  readonly baseUrl: string | undefined;
  /** The WebSub hub that our feeds name and that is told what changed; absent: none. */
  readonly hubUrl: string | undefined;
  /** Folder with the operator's own outlets and rules, read beside the built-in registry. */
  readonly registryFolder: string;
  /** Whom publishers can write to: a mail or web address, sent with every request of the collector. */
  readonly contact: string | undefined;
  /** Least time between two requests to one host, in milliseconds; robots.txt may ask for more. */
  readonly hostIntervalMs: number;
  /** Addresses of proxies by the names that outlets and sources use: `SANAD_PROXY_INSIDE_IRAN` is `inside-iran`. */
  readonly proxies: ReadonlyMap<string, string>;
  /** How much of the raw answers is kept; everything without limits. */
  readonly rawLimits: { readonly maxAgeMs?: number | undefined; readonly maxBytes?: number | undefined };
  /** Memory for the pages of the embedded server; absent: by the machine. */
  readonly cacheBytes: number | undefined;
  /** Room for thumbnails on disk; 0: none are fetched. */
  readonly pictureBytes: number;
  /** What `sanad start` does in this process; any number of processes may share a database. */
  readonly roles: readonly Role[];
  readonly alerts: AlertConfig;
  /** Whether the site shows `/lab`, the developers' page of the language layer (`SANAD_LAB=1`). */
  readonly lab: boolean;
}

/** How alerts go out. */
export interface AlertConfig {
  /** `smtp://user:password@host:587` or `smtps://…`; without it no alerts go by mail. */
  readonly smtpUrl: string | undefined;
  /** Whom mails come from, an address or `Name <address>`. */
  readonly mailFrom: string | undefined;
  /** Hour of daily mails in Tehran, 0 to 23. */
  readonly dailyHour: number;
  /** Hosts on private addresses that webhooks may be sent to: exact name → `ip:port`. */
  readonly hosts: ReadonlyMap<string, string>;
  /** Pause after a first failed attempt, in milliseconds. */
  readonly retryBaseMs: number;
}
