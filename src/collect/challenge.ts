import { headerOf, type ResponseHeaders } from './response_headers.js';

// Pages that a protection service sends instead of the publisher's: "prove that you are a browser". They come
// with status 200 as often as with 403 or 503. We never solve them; we notice, say so and come back later.

interface ChallengeSign {
  readonly by: string;
  readonly pattern: RegExp;
  /** A piece of such a page; the test of the rule. */
  readonly example: string;
}

/** One row per service. Patterns are marks of the challenge itself, not of the service's name in an article. */
export const CHALLENGE_SIGNS: readonly ChallengeSign[] = [
  {
    by: 'ArvanCloud',
    pattern: /(?:src|href|content)=["'][^"']*arvancloud|__arcsjs|در حال انتقال به سایت مورد نظر/i,
    example: '<title>در حال انتقال به سایت مورد نظر هستید...</title><script>__arcsjs()</script>',
  },
  {
    by: 'Cloudflare',
    pattern: /cdn-cgi\/challenge-platform|__cf_chl_|cf-browser-verification|<title>Just a moment\.\.\./i,
    example: '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/jsch/v1"></script>',
  },
  {
    by: 'DDoS-Guard',
    pattern: /\/\.well-known\/ddos-guard\//i,
    example: '<script src="/.well-known/ddos-guard/check?">',
  },
  { by: 'Sucuri', pattern: /sucuri_cloudproxy_js/i, example: "<script>S='sucuri_cloudproxy_js='</script>" },
  {
    by: 'a script that sets a cookie and loads again',
    pattern: /document\.cookie\s*=[\s\S]{0,400}?location\.(?:reload|href|replace)/i,
    example: '<script>document.cookie="__test=1";location.reload()</script>',
  },
  {
    by: 'a check for browsers',
    pattern:
      /<title>[^<]{0,80}(?:checking your browser|بررسی مرورگر|verify you are human|تأیید هویت مرورگر)/i,
    example: '<title>در حال بررسی مرورگر شما</title>',
  },
];

/** Challenges are small and hold no prose; news pages that merely mention one are neither. */
const MAX_CHALLENGE_BYTES = 20_000;
const MAX_PROSE_LETTERS = 600;

/** Who challenges us, when the answer is such a page; undefined for everything else, feeds included. */
export function findChallenge(body: Uint8Array, headers: ResponseHeaders): string | undefined {
  if (headerOf(headers, 'cf-mitigated') === 'challenge') return 'Cloudflare';
  if (body.length > MAX_CHALLENGE_BYTES) return undefined;
  const text = Buffer.from(body).toString('utf8');
  if (!/^\s*(?:\uFEFF)?\s*<(?:!doctype html|html|head|script|title|meta)/i.test(text)) return undefined;
  const sign = CHALLENGE_SIGNS.find(({ pattern }) => pattern.test(text));
  if (sign === undefined || proseLetters(text) > MAX_PROSE_LETTERS) return undefined;
  return sign.by;
}

function proseLetters(html: string): number {
  const prose = html.replace(/<(script|style|noscript)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ');
  return prose.match(/\p{L}/gu)?.length ?? 0;
}
