/** Quarantine: what could not be read, by cause, and the wish that it be read again. */
import type { Hono } from 'hono';
import { wishReplay } from '../../store/desk_commands.js';
import { type IssueCause, loadIssueCauses, loadOpenIssues, type OpenIssue } from '../../store/site_desk.js';
import { readableAddress } from '../addresses.js';
import { say } from '../language.js';
import { Quoting } from '../pieces/foreign.js';
import { Ago } from '../pieces/times.js';
import type { SiteContext } from '../site_context.js';
import { counted, number } from '../words.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, FormFault, numbersOf, textOf } from './desk.js';
import { DESK_NOUNS } from './desk_nouns.js';
import { ActButton, Facts, Latin, Section } from './form_pieces.js';
import { issuePage } from './issue_page.js';
import { AsksAgain, Replay, severityWords } from './issue_pieces.js';
import { issueInWords } from './issue_words.js';

const LISTED = 100;
const CODE = /^[a-z]+\.[a-z_]+$/;

export function addQuarantineDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/quarantine', page: quarantinePage });
  addDeskPage(app, site, { path: '/admin/quarantine/:id', page: issuePage });
  addDeskAct(app, site, { path: '/admin/quarantine/replay', page: quarantinePage, act: replay });
}

async function replay({ site, form }: Desk): Promise<string> {
  const ids = numbersOf(form, 'id');
  const code = textOf(form, 'code');
  if (ids.length === 0 && !CODE.test(code)) {
    throw new FormFault('id', {
      fa: 'روشن نیست چه چیزی بازخوانی شود؛ دکمهٔ کنار یک ورودی یا یک علت را بزنید.',
      en: 'It is not clear what to read again; press the button beside an input or a cause.',
    });
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
    title: say('قرنطینه و هشدارها', 'Quarantine and warnings'),
    place: 'quarantine',
    body:
      causes.length === 0 ? (
        <p class="soft desk-empty">
          {say(
            'چیزی در قرنطینه نیست. هر ورودی‌ای که خوانده نشود با علتش اینجا می‌آید.',
            'Nothing is in quarantine. Whatever cannot be read comes here with its cause.',
          )}
        </p>
      ) : (
        <>
          <Causes causes={causes} code={code} desk={desk} />
          <Issues issues={issues} code={code} desk={desk} />
        </>
      ),
  };
}

interface CausesProps {
  readonly causes: readonly IssueCause[];
  readonly code: string | undefined;
  readonly desk: Desk;
}

/** Every cause once: show only its inputs, or have all of them read again. */
function Causes({ causes, code, desk }: CausesProps) {
  return (
    <Section id="causes" title={say('علت‌ها', 'Causes')}>
      <ul class="rel rel--one">
        {causes.map((cause) => (
          <li>
            <a
              href={`/admin/quarantine?code=${cause.code}`}
              aria-current={cause.code === code ? 'true' : undefined}
            >
              <Quoting text={issueInWords(cause.code)} />
            </a>
            <span class="note">
              <Facts of={[counted(cause.count, DESK_NOUNS.input), <Latin>{cause.code}</Latin>]} />
            </span>
            {cause.replayable < 2 ? null : (
              <ActButton
                desk={desk}
                action="/admin/quarantine/replay"
                name="code"
                value={cause.code}
                text={say(
                  `بازخوانی هر ${counted(cause.replayable, DESK_NOUNS.input)}`,
                  `Read all ${number(cause.replayable)} again`,
                )}
                about={
                  <>
                    {say('با علت', 'with the cause')} <Latin>{cause.code}</Latin>
                  </>
                }
                hidden={{ back: code ?? '' }}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface IssuesProps {
  readonly issues: readonly OpenIssue[];
  readonly code: string | undefined;
  readonly desk: Desk;
}

function Issues({ issues, code, desk }: IssuesProps) {
  const newest = say(`تازه‌ترین ${number(issues.length)}`, `newest ${number(issues.length)}`);
  const all = (
    <a class="link" href="/admin/quarantine">
      {say('همهٔ علت‌ها', 'all causes')}
    </a>
  );
  return (
    <Section
      id="iss"
      title={
        code === undefined
          ? say('همهٔ ورودی‌ها', 'All inputs')
          : say('ورودی‌های این علت', 'Inputs with this cause')
      }
      note={<Facts of={[newest, code === undefined ? undefined : all]} />}
    >
      <table class="tbl tbl--stack">
        <thead>
          <tr>
            <th scope="col">{say('ورودی', 'Input')}</th>
            <th scope="col">{say('علت', 'Cause')}</th>
            <th scope="col">{say('زمان', 'Time')}</th>
            <th scope="col">{say('کار', 'Action')}</th>
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <IssueRow issue={issue} back={code} desk={desk} />
          ))}
        </tbody>
      </table>
    </Section>
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
        <a href={`/admin/quarantine/${issue.id}`}>
          <Latin>{readableAddress(issue.url ?? issue.inputName ?? '?')}</Latin>
        </a>{' '}
        <span class="sub">
          {severityWords(issue)}
          {issue.asksAgainAt === null ? null : (
            <>
              {' · '}
              <AsksAgain issue={issue} now={desk.frame.now} />
            </>
          )}
        </span>
      </td>
      <td data-l={say('علت', 'Cause')}>
        <Quoting text={issueInWords(issue.code)} />{' '}
        <span class="sub">
          <Latin>
            {issue.stage} · {issue.code} · {issue.message}
          </Latin>
        </span>
      </td>
      <td data-l={say('زمان', 'Time')}>
        <Ago iso={issue.seenAt} now={desk.frame.now} />
      </td>
      <td data-l={say('کار', 'Action')}>
        <Replay issue={issue} back={back} desk={desk} />
      </td>
    </tr>
  );
}
