/** One input of the quarantine at the desk: why it was not read, what came of it, and what can be done. */
import { loadPage, type StoredPage } from '../../store/fetched_pages.js';
import { loadIssue } from '../../store/issues.js';
import { loadOpenIssues, type OpenIssue } from '../../store/site_desk.js';
import { safeHref } from '../addresses.js';
import { Fault, NOT_FOUND } from '../faults.js';
import { say } from '../language.js';
import { Quoting } from '../pieces/foreign.js';
import { Ago } from '../pieces/times.js';
import { number } from '../words.js';
import type { Desk, DeskView } from './desk.js';
import { Facts, Latin, Section } from './form_pieces.js';
import { AsksAgain, Replay, severityWords } from './issue_pieces.js';
import { issueInWords } from './issue_words.js';

/** Enough to see whether an error, a challenge or an article came. */
const LETTERS_SHOWN = 4000;

export async function issuePage(desk: Desk): Promise<DeskView> {
  const { store } = desk.site;
  const id = desk.context.req.param('id') ?? '';
  if (!/^[1-9]\d{0,14}$/.test(id)) throw new Fault(NOT_FOUND);
  const [[open], stored] = await Promise.all([
    loadOpenIssues(store, { limit: 1, id: Number(id) }),
    loadIssue(store, Number(id)),
  ]);
  if (stored === undefined) throw new Fault(NOT_FOUND);
  const page = stored.pageId === undefined ? undefined : await loadPage(store, stored.pageId);
  return {
    title: issueInWords(stored.issue.code).replace(/\.$/, ''),
    place: 'quarantine',
    body: (
      <>
        <p class="soft small">
          <Latin>
            {stored.stage} · {stored.issue.code} · {stored.issue.message}
          </Latin>
        </p>
        {open === undefined ? (
          <Resolved at={stored.resolvedAt} desk={desk} />
        ) : (
          <Open issue={open} desk={desk} />
        )}
        <Section id="came" title={say('آنچه آمد', 'What came')}>
          {page === undefined ? <NothingKept /> : <Answer page={page} now={desk.frame.now} />}
        </Section>
      </>
    ),
  };
}

function Open({ issue, desk }: { readonly issue: OpenIssue; readonly desk: Desk }) {
  const { now } = desk.frame;
  return (
    <div class="note-box desk-form">
      <p>
        <Facts
          of={[
            severityWords(issue),
            <Ago iso={issue.seenAt} now={now} />,
            issue.asksAgainAt === null ? undefined : <AsksAgain issue={issue} now={now} />,
          ]}
        />
      </p>
      <p class="small">
        {say(
          'بازخوانی همین پاسخ را با قاعده‌های امروز می‌خواند. اگر باز خوانده نشود و از رسانه‌ای آمده باشد، صفحه یک بار دیگر از رسانه خواسته می‌شود.',
          'Reading again reads this very answer by today’s rules. If that fails and it came from an outlet, the outlet is asked for the page once more.',
        )}
      </p>
      <div class="desk-note">
        <Replay issue={issue} back={undefined} desk={desk} />
      </div>
    </div>
  );
}

function Resolved({ at, desk }: { readonly at: string | undefined; readonly desk: Desk }) {
  return (
    <p class="note-box desk-note">
      {say('دیگر در قرنطینه نیست', 'No longer in quarantine')}
      {at === undefined ? null : (
        <>
          {say('، از ', ', since ')}
          <Ago iso={at} now={desk.frame.now} />
        </>
      )}
      {say('.', '.')}
    </p>
  );
}

function NothingKept() {
  return (
    <p class="soft">
      {say(
        'اصل آن نگه داشته نشده است؛ دوباره بیفزایید یا بگذارید گردآورنده دوباره بیاوردش.',
        'Its original is not kept; add it again or let the collector bring it again.',
      )}
    </p>
  );
}

function Answer({ page, now }: { readonly page: StoredPage; readonly now: string }) {
  const { url, inputName, contentType, body, fetchedAt, lastFetchedAt } = page;
  // As UTF-8, whatever it is in: what matters is whether anything came, and what kind of thing.
  const text = new TextDecoder().decode(body).replaceAll('\u0000', '\ufffd');
  return (
    <>
      <p>
        {url === undefined ? (
          <Latin>{inputName ?? '?'}</Latin>
        ) : (
          <a class="link" href={safeHref(url)} rel="noopener noreferrer" target="_blank">
            <Latin>{url}</Latin>
          </a>
        )}
      </p>
      <p class="soft small">
        <Facts
          of={[
            say(`${number(body.byteLength)} بایت`, `${number(body.byteLength)} bytes`),
            contentType === undefined ? undefined : <Latin>{contentType}</Latin>,
            <Ago iso={lastFetchedAt ?? fetchedAt} now={now} />,
          ]}
        />
      </p>
      <pre class="desk-raw" dir="ltr" lang="und" translate="no" tabindex={0}>
        {text.slice(0, LETTERS_SHOWN)}
      </pre>
      {text.length > LETTERS_SHOWN ? (
        <p class="soft small">
          {say('تنها آغاز آن نشان داده شد. همه‌اش: ', 'Only its beginning is shown. All of it: ')}
          <Quoting text="sanad quarantine show --raw" />
        </p>
      ) : null}
    </>
  );
}
