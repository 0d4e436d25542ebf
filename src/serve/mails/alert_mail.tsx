/** The mails of alerts: what is new in what a reader follows, and the question whether he wishes it at all. */
import type { Child } from 'hono/jsx';
import { type FollowKind, subjectHref } from '../../model/alert.js';
import { loadFollowName } from '../../store/alert_commands.js';
import { loadMatchedNews, type MatchedNews } from '../../store/alert_queue.js';
import type { Database } from '../../store/database.js';
import type { FeedEntry } from '../feeds/feed.js';
import { FIRST_TONGUE, type Language, say, TongueOfPage, type Words } from '../language.js';
import { cutAtWord, fullTime, number, shown } from '../words.js';
import { loadNewsEntries } from './news_entries.js';

/** A mail, ready to be sent. */
export interface AlertMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: Language;
  /** The reader's own page: ends everything with one click (RFC 8058). Absent while he has not confirmed. */
  readonly unsubscribeUrl: string | undefined;
}

export interface MailOccasion {
  readonly id: number;
  readonly kind: string;
  readonly language: Language;
  /** Of the reader. */
  readonly targetToken: string;
  readonly followId: number | null;
}

export interface MailSurroundings {
  /** Address under which readers reach the site, without a slash at its end. */
  readonly baseUrl: string;
}

/** Writes the mail of a message; undefined when nothing is left to tell. */
export async function writeAlertMail(
  db: Database,
  occasion: MailOccasion,
  { baseUrl }: MailSurroundings,
): Promise<AlertMail | undefined> {
  if (occasion.kind === 'confirm') return writeQuestion(db, occasion, baseUrl);
  const parts = await loadParts(db, await loadMatchedNews(db, occasion.id), {
    baseUrl,
    language: occasion.language,
  });
  if (parts.length === 0) return undefined;
  const mineUrl = `${baseUrl}/alerts/mine/${occasion.targetToken}`;
  return speak(occasion.language, () => ({
    subject: subjectOf(parts),
    text: newsText(parts, mineUrl),
    html: htmlOf(<NewsLetter parts={parts} mineUrl={mineUrl} />),
    language: occasion.language,
    unsubscribeUrl: mineUrl,
  }));
}

/** News of one follow. */
interface Part {
  readonly kind: FollowKind;
  readonly name: string;
  readonly url: string;
  readonly entries: readonly FeedEntry[];
}

async function loadParts(
  db: Database,
  news: readonly MatchedNews[],
  { baseUrl, language }: MailSurroundings & { readonly language: Language },
): Promise<readonly Part[]> {
  const entries = await loadNewsEntries(db, news, { baseUrl, speak: (work) => speak(language, work) });
  const parts: Part[] = [];
  // What two follows found is told once.
  const told = new Set<string>();
  for (const followId of new Set(news.map((one) => one.followId))) {
    const own = news.filter((one) => one.followId === followId);
    const fresh = own.flatMap(({ kind, ref }) => entries.get(`${kind} ${ref}`) ?? []);
    const untold = fresh.filter(({ url }) => !told.has(url) && told.add(url));
    const first = own[0];
    if (first === undefined || untold.length === 0) continue;
    const subject = { kind: first.followKind, subject: first.subject };
    const name = (await loadFollowName(db, subject)) ?? first.subject;
    parts.push({
      kind: subject.kind,
      name: shown(name),
      url: `${baseUrl}${subjectHref(subject)}`,
      entries: untold,
    });
  }
  return parts;
}

/** What is followed, before its name: «جست‌وجوی «سد»». */
export const FOLLOW_WORDS: Readonly<Record<FollowKind, Words>> = {
  search: { fa: 'جست‌وجوی', en: 'Search for' },
  topic: { fa: 'موضوع', en: 'Topic' },
  entity: { fa: 'گفته‌ها و تماس‌های', en: 'Statements and contacts of' },
  dyad: { fa: 'تماس‌های', en: 'Contacts of' },
  dossier: { fa: 'پروندهٔ', en: 'Dossier' },
  story: { fa: 'خبر', en: 'Story' },
  outlet: { fa: 'رسانهٔ', en: 'Outlet' },
  thread: { fa: 'رشتهٔ', en: 'Thread' },
};

/** «جست‌وجوی «سد کرخه»», "Search for “سد کرخه”" */
export function followTitle(kind: FollowKind, name: string): string {
  return say(`${FOLLOW_WORDS[kind].fa} «${name}»`, `${FOLLOW_WORDS[kind].en} “${name}”`);
}

/** The first headline, and how many more there are. */
function subjectOf(parts: readonly Part[]): string {
  const entries = parts.flatMap((part) => part.entries);
  const first = cutAtWord(entries[0]?.title ?? '', 90);
  const more = entries.length - 1;
  if (more === 0) return first;
  return say(`${first} و ${number(more)} تازهٔ دیگر`, `${first} and ${number(more)} more`);
}

function newsText(parts: readonly Part[], mineUrl: string): string {
  const lines = parts.flatMap(({ kind, name, url, entries }) => [
    `■ ${followTitle(kind, name)}`,
    url,
    '',
    ...entries.flatMap((entry) => [
      `• ${entry.title}`,
      ...(entry.summary === undefined ? [] : [entry.summary]),
      sourceLine(entry),
      entry.url,
      '',
    ]),
  ]);
  return [
    ...lines,
    '—',
    say(WHY),
    say('دیدن و پایان‌دادن به خبرها:', 'See or end your alerts:'),
    mineUrl,
    '',
  ].join('\n');
}

function sourceLine({ outlet, publishedAt }: FeedEntry): string {
  return [outlet, fullTime(publishedAt, null)].filter(Boolean).join(' · ');
}

const WHY: Words = {
  fa: 'این نامه را چون خودتان خواسته‌اید می‌گیرید.',
  en: 'You get this mail because you asked for it.',
};

const FONT = 'Vazirmatn, Vazir, Tahoma, sans-serif';

/** The direction stands on an element of the body too: some readers of mail keep nothing else. */
function Letter({ title, children }: { readonly title: string; readonly children: Child }) {
  const [language, dir, align] = say(['fa', 'rtl', 'right'], ['en', 'ltr', 'left']);
  return (
    <html lang={language} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
      </head>
      <body style={`margin:0;padding:16px;font-family:${FONT};line-height:1.8`}>
        <div lang={language} dir={dir} style={`max-width:40em;margin:0 auto;text-align:${align}`}>
          {children}
        </div>
      </body>
    </html>
  );
}

function NewsLetter({ parts, mineUrl }: { readonly parts: readonly Part[]; readonly mineUrl: string }) {
  return (
    <Letter title={subjectOf(parts)}>
      {parts.map(({ kind, name, url, entries }) => (
        <>
          <h2 style="font-size:17px;margin:24px 0 8px">
            <a href={url} style="color:inherit">
              {followTitle(kind, name)}
            </a>
          </h2>
          {entries.map((entry) => (
            <div style="margin:0 0 16px">
              <a href={entry.url} style="font-weight:bold" dir="auto">
                {entry.title}
              </a>
              {entry.summary === undefined ? null : <div dir="auto">{entry.summary}</div>}
              <div style="font-size:13px;opacity:.75">{sourceLine(entry)}</div>
            </div>
          ))}
        </>
      ))}
      <hr style="border:0;border-top:1px solid #999;margin:24px 0 8px" />
      <p style="font-size:13px">
        {say(WHY)} <a href={mineUrl}>{say('دیدن، تغییر یا پایان‌دادن', 'See, change or end it')}</a>
      </p>
    </Letter>
  );
}

async function writeQuestion(
  db: Database,
  { followId, language }: MailOccasion,
  baseUrl: string,
): Promise<AlertMail | undefined> {
  const wish = await db.row<{ kind: FollowKind; subject: string; token: string }>(
    'select kind, subject, token from alert_follow where id = $1 and opened_at is null',
    [followId],
  );
  if (!wish) return undefined;
  const name = shown((await loadFollowName(db, wish)) ?? wish.subject);
  const url = `${baseUrl}/alerts/confirm/${wish.token}`;
  return speak(language, () => {
    const title = followTitle(wish.kind, name);
    const subject = say('خبرها را به این ایمیل بفرستیم؟', 'Shall we send alerts to this address?');
    const asked = say(
      `کسی این ایمیل را برای دریافت خبرهای تازهٔ ${title} به ما داده است. اگر شما بودید، این نشانی را باز کنید و دکمه‌اش را بزنید:`,
      `Somebody gave us this address for alerts of: ${title}. If it was you, open this address and press its button:`,
    );
    const otherwise = say(
      'اگر شما نبودید، کاری لازم نیست: بی‌پاسخ شما چیزی نمی‌فرستیم و این ایمیل را دو روز دیگر فراموش می‌کنیم.',
      'If it was not you, do nothing: without your answer we send nothing and forget this address in two days.',
    );
    return {
      ...{ subject, language },
      text: `${asked}\n\n${url}\n\n${otherwise}\n`,
      html: htmlOf(
        <Letter title={subject}>
          <p>{asked}</p>
          <p>
            <a href={url} style="font-weight:bold">
              {say('بله، بفرستید', 'Yes, send them')}
            </a>
          </p>
          <p style="font-size:13px">{otherwise}</p>
        </Letter>,
      ),
      unsubscribeUrl: undefined,
    };
  });
}

/** Says something as a page in a language would: what it says is found while it is rendered. */
export function speak<Value>(language: Language, work: () => Value): Value {
  const said: Value[] = [];
  function Speaker() {
    said.push(work());
    return '';
  }
  String(
    <TongueOfPage.Provider value={{ ...FIRST_TONGUE, language }}>
      <Speaker />
    </TongueOfPage.Provider>,
  );
  const [first] = said;
  if (first === undefined) throw new Error(`Cannot write a mail in "${language}": it was not rendered`);
  return first;
}

function htmlOf(letter: Child): string {
  return `<!doctype html>${String(letter)}\n`;
}
