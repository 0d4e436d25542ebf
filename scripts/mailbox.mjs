/**
 * A mailbox for trying alerts on this machine: takes any mail on loopback, prints whom it is for and its plain text, and
 * sends nothing on. `npm run mailbox`, then in another terminal
 *   SANAD_SMTP_URL=smtp://127.0.0.1:2525 SANAD_MAIL_FROM=sanad@localhost SANAD_BASE_URL=http://localhost:8080 npm run demo
 */
import { SMTPServer } from 'smtp-server';

const PORT = Number(process.env.PORT ?? 2525);

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
      console.log(`\n──── mail to ${to}\n${plainText(Buffer.concat(chunks).toString('latin1'))}`);
      done();
    });
  },
});
server.on('error', (error) => {
  console.error(`Cannot open the mailbox on port ${PORT}: ${error.message}; PORT=<another> chooses another`);
  process.exitCode = 1;
});
server.listen(PORT, '127.0.0.1', () => console.log(`Mailbox at smtp://127.0.0.1:${PORT} (Ctrl-C closes it)`));

/** The part of type text/plain, its encoding undone; the raw mail where there is none. */
function plainText(raw) {
  const [, head, body] = /(content-type: text\/plain[\s\S]*?)\r\n\r\n([\s\S]*?)(?:\r\n--|$)/i.exec(raw) ?? [];
  if (body === undefined) return raw;
  if (/encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
