/** Invented pages for the tests of the store. */
import type { IncomingPage } from './fetched_pages.js';

/** A page as it comes in, from its text. */
export function incomingPage(text: string, rest: Partial<IncomingPage> = {}): IncomingPage {
  return {
    body: Buffer.from(text),
    format: 'html',
    fetchedAt: '2026-03-01T08:00:00.000Z',
    via: 'add',
    inputName: 'pages.jsonl:1',
    ...rest,
  };
}
