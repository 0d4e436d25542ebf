import { userAgentOf } from '../collect/fetch_page.js';
import { openGuardedPost } from '../collect/guarded_post.js';
import type { AlertConfig } from '../config.js';
import { type Notifier, startNotifier } from '../notify/notifier.js';
import { openMailer } from '../notify/send_mail.js';
import { describeNews } from '../serve/api/alert_news.js';
import { writeAlertMail } from '../serve/mails/alert_mail.js';
import type { Store } from '../store/database.js';
import { readVersion } from './version.js';

export interface NotifyingOptions {
  readonly store: Store;
  readonly config: {
    readonly alerts: AlertConfig;
    readonly contact?: string | undefined;
    readonly baseUrl?: string | undefined;
  };
  /** The present, ISO 8601. */
  readonly clock: () => string;
  /** How long what a killed process was sending stays taken. */
  readonly leaseMs?: number;
}

/** Tells those who follow something of what is new, in the background: a part of the role `process`. */
export function startNotifying({ store, config, clock, leaseMs }: NotifyingOptions): Notifier {
  const { alerts, contact } = config;
  const mailer = openMails(store, config);
  const network = openGuardedPost({
    userAgent: userAgentOf(readVersion(), contact),
    clock,
    allowedHosts: alerts.hosts,
  });
  const notifier = startNotifier({
    ...{ store, clock, leaseMs },
    post: network.post,
    mail: mailer?.send,
    describe: describeNews,
    dailyHour: alerts.dailyHour,
    retryBaseMs: alerts.retryBaseMs,
    random: Math.random,
    onFault: tellFault,
  });
  return {
    async stop() {
      await notifier.stop();
      mailer?.close();
      await network.close();
    },
  };
}

function openMails(store: Store, { alerts, baseUrl }: NotifyingOptions['config']) {
  const { smtpUrl, mailFrom } = alerts;
  if (smtpUrl === undefined || mailFrom === undefined || baseUrl === undefined) return undefined;
  return openMailer({
    smtpUrl,
    from: mailFrom,
    write: (message) => writeAlertMail(store, message, { baseUrl }),
  });
}

function tellFault(cause: unknown): void {
  console.error(`alerts: ${cause instanceof Error ? cause.message : String(cause)}`);
}
