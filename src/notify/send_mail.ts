/** Mails over SMTP. */
import nodemailer from 'nodemailer';
import type { DueMessage } from '../store/alert_queue.js';
import type { Attempt } from './send_webhook.js';

/** A mail as it is written elsewhere. */
interface WrittenMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
  /** Ends all mails to this reader with one POST. */
  readonly unsubscribeUrl: string | undefined;
}

export interface MailerOptions {
  readonly smtpUrl: string;
  readonly from: string;
  /** Writes the mail of a message; undefined when nothing is left to tell. */
  readonly write: (message: DueMessage) => Promise<WrittenMail | undefined>;
}

export interface Mailer {
  readonly send: (message: DueMessage) => Promise<Attempt>;
  close(): void;
}

/** Bounds: what a small server of mails takes without complaint, and how long it may be silent. */
const PER_SECOND = 5;
const CONNECTIONS = 2;
const SILENCE_MS = 20_000;

/** Opens nothing yet: connections are made with the first mail. */
export function openMailer({ smtpUrl, from, write }: MailerOptions): Mailer {
  const transport = nodemailer.createTransport({
    pool: true,
    url: smtpUrl,
    maxConnections: CONNECTIONS,
    rateLimit: PER_SECOND,
    // What breaks off comes again from our own line, under the same Message-ID.
    maxRequeues: 0,
    connectionTimeout: SILENCE_MS,
    greetingTimeout: SILENCE_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = /@([^\s>]+)>?$/.exec(from)?.[1] ?? 'localhost';
  async function send(message: DueMessage): Promise<Attempt> {
    const mail = await write(message);
    if (mail === undefined) return { kind: 'taken' };
    const { subject, text, html, language, unsubscribeUrl } = mail;
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: message.address },
        ...{ subject, text, html },
        messageId: `<${message.key}@${host}>`,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'Content-Language': language,
          ...(unsubscribeUrl === undefined
            ? {}
            : {
                'List-Unsubscribe': `<${unsubscribeUrl}>`,
                'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
              }),
        },
      });
      return { kind: 'taken' };
    } catch (cause) {
      return attemptOf(cause);
    }
  }
  return { send, close: () => transport.close() };
}

/** Servers say with these that there is no such mailbox (RFC 5321 § 4.2.3). */
const NO_MAILBOX = new Set([550, 551, 553]);

function attemptOf(cause: unknown): Attempt {
  const { code, responseCode, message } = cause as {
    readonly code?: string;
    readonly responseCode?: number;
    readonly message?: string;
  };
  const error = message ?? String(cause);
  const isGone = code === 'EENVELOPE' && responseCode !== undefined && NO_MAILBOX.has(responseCode);
  return { kind: isGone ? 'gone' : 'failed', error };
}
