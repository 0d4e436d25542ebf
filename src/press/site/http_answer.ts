/** An answer as HTTP: spelling and encoding of the house, validators that are right or lie, compression. */
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Answer } from './answer.js';
import { encodedMarkup } from './encoded_text.js';
import { houseText } from './house_spelling.js';
import { lastChange } from './outlet_site.js';
import type { SiteMoment } from './site_moment.js';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | (() => Iterable<Uint8Array<ArrayBuffer>>);
}

const EMPTY = new Uint8Array();
/** Smaller bodies gain nothing. */
const COMPRESSED_FROM = 1024;

/** Writes an answer of a host for one request. */
export function httpAnswer(answer: Answer, moment: SiteMoment, request: IncomingHttpHeaders): HttpAnswer {
  switch (answer.kind) {
    case 'moved':
      return { status: answer.status, headers: { location: answer.to }, body: EMPTY };
    case 'trap':
      return trapped(answer.trap);
    case 'file': {
      const body =
        typeof answer.file.body === 'string'
          ? new Uint8Array(Buffer.from(answer.file.body, 'utf8'))
          : answer.file.body;
      return { status: 200, headers: { 'content-type': answer.file.contentType }, body };
    }
    case 'markup':
      return compressed(validated(answer, moment, request), moment, request);
  }
}

type Markup = Extract<Answer, { kind: 'markup' }>;

function validated(answer: Markup, moment: SiteMoment, request: IncomingHttpHeaders): HttpAnswer {
  const { habits } = moment.site;
  const body = bytesOf(answer, moment);
  const headers = { 'content-type': contentTypeOf(answer, moment), 'cache-control': 'max-age=0' };
  if (answer.status !== 200 || habits.validators === 'none') return { status: answer.status, headers, body };
  const validators =
    habits.validators === 'lying' ? lyingValidators(moment) : trueValidators(answer, body, moment);
  const unchanged = habits.validators === 'lying' ? isConditional(request) : isUnchanged(request, validators);
  if (unchanged) return { status: 304, headers: validators, body: EMPTY };
  return { status: 200, headers: { ...headers, ...validators }, body };
}

function bytesOf(answer: Markup, { site }: SiteMoment): Uint8Array<ArrayBuffer> {
  const spelled = houseText(answer.text, site.house);
  return encodedMarkup(spelled, answer.alwaysUtf8 === true ? 'utf-8' : site.habits.charset);
}

function contentTypeOf(answer: Markup, { site }: SiteMoment): string {
  const { charset, liesAboutCharsetIn } = site.habits;
  const lies = answer.section !== undefined && answer.section === liesAboutCharsetIn;
  return `${answer.contentType}; charset=${lies || answer.alwaysUtf8 === true ? 'utf-8' : charset}`;
}

function trueValidators(
  answer: Markup,
  body: Uint8Array,
  moment: SiteMoment,
): Readonly<Record<string, string>> {
  const etag = `"${createHash('sha1').update(body).digest('base64url').slice(0, 20)}"`;
  const changed = answer.dated === true ? lastChange(moment.site, moment.minute) : undefined;
  if (changed === undefined) return { etag };
  return { etag, 'last-modified': new Date(moment.instantOf(changed)).toUTCString() };
}

/** The same for every page and every version. */
function lyingValidators(moment: SiteMoment): Readonly<Record<string, string>> {
  return { etag: '"1"', 'last-modified': new Date(moment.instantOf(0)).toUTCString() };
}

export function isConditional(request: IncomingHttpHeaders): boolean {
  return request['if-none-match'] !== undefined || request['if-modified-since'] !== undefined;
}

/** RFC 9110 § 13.2.2: If-None-Match decides; If-Modified-Since only where it is absent. */
function isUnchanged(request: IncomingHttpHeaders, validators: Readonly<Record<string, string>>): boolean {
  const tags = request['if-none-match'];
  if (tags !== undefined) {
    const known = tags.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    return known.includes('*') || known.includes(validators.etag ?? '');
  }
  const since = Date.parse(request['if-modified-since'] ?? '');
  const changed = Date.parse(validators['last-modified'] ?? '');
  return changed <= since;
}

function compressed(answer: HttpAnswer, moment: SiteMoment, request: IncomingHttpHeaders): HttpAnswer {
  const { body } = answer;
  const accepts = /\bgzip\b/.test(String(request['accept-encoding'] ?? ''));
  if (!moment.site.habits.compresses || !accepts) return answer;
  if (typeof body === 'function' || body.length < COMPRESSED_FROM) return answer;
  return {
    ...answer,
    headers: { ...answer.headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
    body: new Uint8Array(gzipSync(body, { level: 1 })),
  };
}

function trapped(trap: Extract<Answer, { kind: 'trap' }>['trap']): HttpAnswer {
  const html = { 'content-type': 'text/html; charset=utf-8' };
  if (trap.kind === 'redirect') return { status: 302, headers: { location: trap.to }, body: EMPTY };
  if (trap.kind === 'gzip')
    return { status: 200, headers: { ...html, 'content-encoding': 'gzip' }, body: trap.body };
  return { status: 200, headers: html, body: trap.pieces };
}
