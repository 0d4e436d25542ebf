/** What a shield in front of a host answers instead of the page, with status 200: text, a script, no article. */
import { raw } from 'hono/html';

const CHALLENGE_SCRIPT =
  'document.cookie="__nemooneh_challenge="+(7*6).toString(16)+"; path=/";setTimeout(function(){location.reload()},1500);';

export function ChallengePage({ host }: { readonly host: string }) {
  return (
    <html lang="fa" dir="rtl">
      <head>
        <meta charset="utf-8" />
        <meta name="robots" content="noindex, nofollow" />
        <title>در حال انتقال به سایت مورد نظر هستید...</title>
        <script>{raw(CHALLENGE_SCRIPT)}</script>
      </head>
      <body class="challenge">
        <h1>در حال بررسی مرورگر شما</h1>
        <p>
          تا چند ثانیهٔ دیگر به {host} {'می\u200cروید'}. برای ادامه باید جاوااسکریپت روشن باشد.
        </p>
        <p>نمونه · سپر ابری ساختگی</p>
      </body>
    </html>
  );
}
