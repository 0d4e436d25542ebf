/** A receiver of alerts: checks the signature, proves that it wants them, and does nothing twice. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';

/** What `sanad alerts add` printed. */
const SECRET = process.env.WEBHOOK_SECRET ?? '';
/** Older messages may be copies that somebody caught. */
const TOLERANCE_S = 300;

const done = new Set<string>();

createServer(async (request, response) => {
  const body = await readBody(request);
  if (!isSigned(request, body)) return response.writeHead(401).end();
  const { type, data } = JSON.parse(body) as { type: string; data: Record<string, unknown> };
  if (type === 'verification') {
    return response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ challenge: data.challenge }));
  }
  const id = String(request.headers['webhook-id']);
  if (!done.has(id)) console.log(type, JSON.stringify(data));
  done.add(id);
  return response.writeHead(204).end();
}).listen(Number(process.env.PORT ?? 9000));

function isSigned({ headers }: IncomingMessage, body: string): boolean {
  const [id, time, signatures] = ['id', 'timestamp', 'signature'].map((name) =>
    String(headers[`webhook-${name}`] ?? ''),
  );
  if (Math.abs(Date.now() / 1000 - Number(time)) > TOLERANCE_S) return false;
  const key = Buffer.from(SECRET.replace(/^whsec_/, ''), 'base64');
  const right = Buffer.from(
    `v1,${createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64')}`,
  );
  return (signatures ?? '').split(' ').some((given) => {
    const bytes = Buffer.from(given);
    return bytes.length === right.length && timingSafeEqual(bytes, right);
  });
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
