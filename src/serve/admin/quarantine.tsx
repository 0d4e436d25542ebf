/** Quarantine: what could not be read, by cause, and the wish that it be read again. */
import type { Hono } from 'hono';
import { wishReplay } from '../../store/desk_commands.js';
import { type IssueCause, loadIssueCauses, loadOpenIssues, type OpenIssue } from '../../store/site_desk.js';
import { Ago } from '../pieces/times.js';
import type { SiteContext } from '../site_context.js';
import { number } from '../words.js';
import { Csrf } from './csrf_field.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, FormFault, numbersOf, textOf } from './desk.js';
import { issueInWords } from './issue_words.js';

const LISTED = 100;
const CODE = /^[a-z]+\.[a-z_]+$/;

export function addQuarantineDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/quarantine', page: quarantinePage });
  addDeskAct(app, site, { path: '/admin/quarantine/replay', page: quarantinePage, act: replay });
}

async function replay({ site, form }: Desk): Promise<string> {
  const ids = numbersOf(form, 'id');
  const code = textOf(form, 'code');
  if (ids.length === 0 && !CODE.test(code)) {
    throw new FormFault('id', 'روشن نیست چه چیزی بازخوانی شود؛ دکمهٔ کنار یک ورودی یا یک علت را بزنید.');
  }
  const count = await wishReplay(site.store, ids.length > 0 ? { ids } : { code }, site.clock());
  const filter = CODE.test(textOf(form, 'back')) ? `code=${textOf(form, 'back')}&` : '';
  return `/admin/quarantine?${filter}done=${count > 0 ? 'replay' : 'missing'}`;
}

async function quarantinePage(desk: Desk): Promise<DeskView> {
  const asked = desk.context.req.query('code') ?? '';
  const code = CODE.test(asked) ? asked : undefined;
  const { store } = desk.site;
  const [causes, issues] = await Promise.all([
    loadIssueCauses(store),
    loadOpenIssues(store, { limit: LISTED, code }),
  ]);
  return {
    title: 'قرنطینه و هشدارها',
    place: 'quarantine',
    body:
      causes.length === 0 ? (
        <p class="soft desk-empty">چیزی در قرنطینه نیست. هر ورودی‌ای که خوانده نشود با علتش اینجا می‌آید.</p>
      ) : (
        <>
          <Causes causes={causes} code={code} csrf={desk.csrf} />
          <Issues issues={issues} code={code} desk={desk} />
        </>
      ),
  };
}

interface CausesProps {
  readonly causes: readonly IssueCause[];
  readonly code: string | undefined;
  readonly csrf: string;
}

/** Every cause once: show only its inputs, or have all of them read again. */
function Causes({ causes, code, csrf }: CausesProps) {
  return (
    <section class="sec" aria-labelledby="causes">
      <h2 class="sec-h" id="causes">
        علت‌ها
      </h2>
      <ul class="rel rel--one">
        {causes.map((cause) => (
          <li>
            <a
              href={`/admin/quarantine?code=${cause.code}`}
              aria-current={cause.code === code ? 'true' : undefined}
            >
              {issueInWords(cause.code)}
            </a>
            <span class="note">
              {number(cause.count)} ورودی · <bdi dir="ltr">{cause.code}</bdi>
            </span>
            {cause.replayable === 0 ? null : (
              <form method="post" action="/admin/quarantine/replay">
                <Csrf csrf={csrf} />
                <input type="hidden" name="back" value={code ?? ''} />
                <button class="btn btn--s" name="code" value={cause.code} type="submit">
                  بازخوانی هر {number(cause.replayable)} ورودی<span class="vh"> با علت {cause.code}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface IssuesProps {
  readonly issues: readonly OpenIssue[];
  readonly code: string | undefined;
  readonly desk: Desk;
}

function Issues({ issues, code, desk }: IssuesProps) {
  return (
    <section class="sec" aria-labelledby="iss">
      <h2 class="sec-h" id="iss">
        {code === undefined ? 'همهٔ ورودی‌ها' : 'ورودی‌های این علت'}{' '}
        <small>
          تازه‌ترین {number(issues.length)}
          {code === undefined ? null : (
            <>
              {' · '}
              <a class="link" href="/admin/quarantine">
                همهٔ علت‌ها
              </a>
            </>
          )}
        </small>
      </h2>
      <table class="tbl tbl--stack">
        <thead>
          <tr>
            <th scope="col">ورودی</th>
            <th scope="col">علت</th>
            <th scope="col">زمان</th>
            <th scope="col">کار</th>
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <IssueRow issue={issue} back={code} desk={desk} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly issue: OpenIssue;
  readonly back: string | undefined;
  readonly desk: Desk;
}

function IssueRow({ issue, back, desk }: RowProps) {
  return (
    <tr>
      <td class="when">
        <bdi dir="ltr">{issue.inputName ?? '؟'}</bdi>{' '}
        <span class="sub">{issue.severity === 'fatal' ? 'در قرنطینه' : 'هشدار'}</span>
      </td>
      <td data-l="علت">
        {issueInWords(issue.code)}{' '}
        <span class="sub">
          <bdi lang="en" dir="ltr">
            {issue.stage} · {issue.code} · {issue.message}
          </bdi>
        </span>
      </td>
      <td data-l="زمان">
        <Ago iso={issue.seenAt} now={desk.frame.now} />
      </td>
      <td data-l="کار">
        <Replay issue={issue} back={back} csrf={desk.csrf} />
      </td>
    </tr>
  );
}

function Replay({
  issue,
  back,
  csrf,
}: {
  readonly issue: OpenIssue;
  readonly back: string | undefined;
  readonly csrf: string;
}) {
  if (!issue.hasPage) return <span class="soft">اصل آن نگه داشته نشده است</span>;
  if (issue.replayWishedAt !== null) return <span class="soft">در نوبت بازخوانی</span>;
  return (
    <form method="post" action="/admin/quarantine/replay">
      <Csrf csrf={csrf} />
      <input type="hidden" name="back" value={back ?? ''} />
      <button class="btn btn--s" name="id" value={String(issue.id)} type="submit">
        بازخوانی
      </button>
    </form>
  );
}
