/** What programs may take from here, with commands that run. */
import { say } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { Mixed } from '../pieces/foreign.js';

export function ApiPage({ frame }: { readonly frame: Frame }) {
  const at = frame.baseUrl;
  return (
    <Page
      frame={frame}
      title={say('رابط برنامه‌نویسی', 'For programs')}
      description={say(
        'خبرها، گفته‌ها و تماس‌ها برای برنامه‌ها: رابط، جریان زنده، برون‌برد و خوراک.',
        'Stories, statements and contacts for programs: API, live stream, exports and feeds.',
      )}
    >
      <div class="wrap page read">
        <h1>{say('رابط برنامه‌نویسی', 'For programs')}</h1>
        <div class="prose fixed">
          <p>
            {say(
              'هرچه در این پایگاه می‌بینید برنامه‌ها هم می‌توانند بخوانند: هر خبر یک بار با منبع‌هایش، هر گفته و هر تماس با مطلب، نسخه و جای دقیق واژه‌ها در متن ناشر.',
              'Whatever this site shows can be read by programs too: each story once with its origins, each statement and contact with the article, the version and the exact place of the words in the publisher’s text.',
            )}{' '}
            <a class="link" href="/openapi.json">
              {say('توصیف کامل برای برنامه‌ها', 'The full description for programs')} (
              <bdi lang="en">OpenAPI 3.1</bdi>)
            </a>
          </p>
          <Part title={say('پرسیدن', 'Asking')} shell={askingOf(at)}>
            {say(
              'پاسخ‌ها JSON است و هر فهرست صفحه‌صفحه می‌آید: «next» هر پاسخ را در «cursor» بنویسید تا دنباله بیاید. روزها را به هر دو تقویم می‌شود نوشت؛ «asOf» آنچه را نشان می‌دهد که در آن زمان دانسته بود. پاسخ خطا می‌گوید کدام ورودی نادرست است.',
              'Answers are JSON, and lists come in pages: give “next” of an answer as “cursor” to go on. Days may be written in both calendars; “asOf” shows what was known at that moment. Faults name the parameter that is wrong.',
            )}
          </Part>
          <Part title={say('اندازه و کلید', 'Limits and keys')} shell={keyOf(at)}>
            {say(
              'بی کلید، هر نشانی در دقیقه ۱۲۰ درخواست دارد؛ سرآیند RateLimit می‌گوید چه مانده است و پاسخ ۴۲۹ می‌گوید کی دوباره بپرسید. با کلید بیشتر می‌شود؛ کلید را گردانندهٔ پایگاه می‌دهد و تنها یک بار نشان داده می‌شود.',
              'Without a key an address has 120 requests a minute; the header RateLimit says what is left, and an answer of 429 when to come again. A key allows more; the operator of this site gives it, and it is shown only once.',
            )}
          </Part>
          <Part
            title={say('جریان زنده', 'The live stream')}
            shell={`curl -N '${at}/api/v1/stream?kinds=story,statement,contact'`}
          >
            {say(
              'خبر، گفته و تماس تازه همان دم می‌رسد. هر رویداد شماره‌ای دارد؛ با «after» از پس آن دنبال می‌شود. رویدادها هفت روز می‌مانند.',
              'New stories, statements and contacts arrive as they come. Each event has a number; “after” goes on behind it. Events are kept for seven days.',
            )}
          </Part>
          <Part title={say('برون‌برد', 'Exports')} shell={exportsOf(at)}>
            {say(
              'همهٔ خبرها، گفته‌ها، تماس‌ها و پرونده‌ها در یک پرونده: جدول (CSV)، سطر به سطر (JSON Lines) یا به زبان کدگذاران رویداد (PLOVER). هر ردیف نشانه‌ای در «cursor» دارد؛ اگر بریده شد یا فردا برگشتید، با «after» از همان‌جا دنبال کنید.',
              'All stories, statements, contacts and dossiers in one file: a table (CSV), a line for each row (JSON Lines), or the terms of event coders (PLOVER). Each row has a “cursor”; after a broken connection, or a day later, go on there with “after”.',
            )}
          </Part>
          <Part title={say('خوراک', 'Feeds')} shell={feedsOf(at)}>
            {say(
              'هر فهرست، از صفحهٔ نخست تا یک خبر، رشته، نام، دوسویه، پرونده، رسانه یا جستجو، به سه گونهٔ RSS، Atom و JSON هست. خوراک‌خوانی که برچسب پاسخ پیشین را بفرستد، تا چیزی تازه نباشد چیزی نمی‌گیرد.',
              'Every list, from the front page to a story, thread, name, dyad, dossier, outlet or search, stands as RSS, Atom and JSON. A reader that sends the tag of the last answer gets nothing while nothing is new.',
            )}
          </Part>
        </div>
      </div>
    </Page>
  );
}

function Part({
  title,
  shell,
  children,
}: {
  readonly title: string;
  readonly shell: string;
  readonly children: string;
}) {
  return (
    <>
      <h2>{title}</h2>
      <p>
        <Mixed text={children} />
      </p>
      <pre class="shell" lang="en" dir="ltr">
        <code>{shell}</code>
      </pre>
    </>
  );
}

function askingOf(at: string): string {
  return [
    `curl -s '${at}/api/v1/stories?limit=3'`,
    `curl -s '${at}/api/v1/statements?stance=deny&from=1404/09/24'`,
    `curl -s '${at}/api/v1/threads?limit=3'`,
  ].join('\n');
}

function keyOf(at: string): string {
  return `curl -s -H 'Authorization: Bearer sanad_…' '${at}/api/v1/stories'`;
}

function exportsOf(at: string): string {
  return [
    `curl -s '${at}/api/v1/exports/stories?format=jsonl'`,
    `curl -s '${at}/statements/export.csv'`,
    `curl -s '${at}/contacts/export.plover.json'`,
  ].join('\n');
}

function feedsOf(at: string): string {
  return [
    `curl -s '${at}/stories/feed.xml'`,
    `curl -s '${at}/threads/atom.xml'`,
    `curl -s '${at}/dyads/feed.json'`,
  ].join('\n');
}
