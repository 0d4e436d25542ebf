/** What the desk counts beside what the site counts. */
import type { Noun } from '../language.js';

export const DESK_NOUNS = {
  input: { fa: 'ورودی', one: 'input', many: 'inputs' },
  source: { fa: 'منبع', one: 'source', many: 'sources' },
  address: { fa: 'نشانی', one: 'address', many: 'addresses' },
  topic: { fa: 'موضوع', one: 'topic', many: 'topics' },
  warning: { fa: 'هشدار', one: 'warning', many: 'warnings' },
  message: { fa: 'پیام', one: 'message', many: 'messages' },
  second: { fa: 'ثانیه', one: 'second', many: 'seconds' },
  minute: { fa: 'دقیقه', one: 'minute', many: 'minutes' },
  time: { fa: 'بار', one: 'time', many: 'times' },
} as const satisfies Readonly<Record<string, Noun>>;
