/**
 * How a reader chooses language and digits: `?lang=en` and `?digits=latin` on any page. The choice holds at once and is
 * remembered in a cookie of that one word, which tells nothing about the reader. What a browser says it likes is not
 * asked: the site is Persian first, and one address shows everybody the same page.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { DIGITS, FIRST_TONGUE, LANGUAGES, type Tongue } from './language.js';

const LANGUAGE_COOKIE = 'sanad-lang';
const DIGITS_COOKIE = 'sanad-digits';
const YEAR_SECONDS = 365 * 86_400;

/** The tongue of the page that a request asks for: chosen in the address, else remembered, else Persian. */
export function tongueOf(context: Context): Tongue {
  const find = (name: string) => context.req.query(name);
  return {
    language:
      oneOf(LANGUAGES, find('lang')) ??
      oneOf(LANGUAGES, getCookie(context, LANGUAGE_COOKIE)) ??
      FIRST_TONGUE.language,
    digits:
      oneOf(DIGITS, find('digits')) ??
      oneOf(DIGITS, getCookie(context, DIGITS_COOKIE)) ??
      FIRST_TONGUE.digits,
  };
}

/** Remembers what an address chose. */
export function rememberTongue(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const chosen = [
      [LANGUAGE_COOKIE, oneOf(LANGUAGES, context.req.query('lang'))],
      [DIGITS_COOKIE, oneOf(DIGITS, context.req.query('digits'))],
    ] as const;
    for (const [name, value] of chosen) {
      if (value === undefined) continue;
      const cookie = `${name}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly`;
      context.res.headers.append('Set-Cookie', cookie);
    }
  };
}

/** The same address with another choice: `/search?q=آب&lang=en`. */
export function withChoice(address: string, name: 'lang' | 'digits', value: string): string {
  const [path = '/', query = ''] = address.split('?');
  const wanted = new URLSearchParams(query);
  wanted.set(name, value);
  return `${path}?${wanted}`;
}

function oneOf<Value extends string>(values: readonly Value[], text: string | undefined): Value | undefined {
  return values.find((value) => value === text);
}
