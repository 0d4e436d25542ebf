import type { OpenIssue } from '../../store/site_desk.js';
import { Ago } from '../pieces/times.js';
import { Csrf } from './csrf_field.js';
import { issueInWords } from './issue_words.js';

interface QuarantineProps {
  readonly issues: readonly OpenIssue[];
  readonly csrf: string;
  readonly now: string;
}

/** What could not be read, with its cause in words and a button that has it read again. */
export function Quarantine({ issues, csrf, now }: QuarantineProps) {
  return (
    <section class="sec" aria-labelledby="iss">
      <h2 class="sec-h" id="iss">
        قرنطینه و هشدارها <small>ورودی‌هایی که خوانده نشد یا ایرادی داشت، با علت</small>
      </h2>
      {issues.length === 0 ? (
        <p class="soft">چیزی در قرنطینه نیست. هر ورودی‌ای که خوانده نشود با علتش اینجا می‌آید.</p>
      ) : (
        <section class="scroll" tabindex={0} aria-label="فهرست قرنطینه">
          <table class="tbl">
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
                <IssueRow issue={issue} csrf={csrf} now={now} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

function IssueRow({
  issue,
  csrf,
  now,
}: {
  readonly issue: OpenIssue;
  readonly csrf: string;
  readonly now: string;
}) {
  return (
    <tr>
      <td>
        <bdi dir="ltr">{issue.inputName ?? '؟'}</bdi>
        <span class="sub">{issue.severity === 'fatal' ? 'در قرنطینه' : 'هشدار'}</span>
      </td>
      <td>
        {issueInWords(issue.code)}
        <span class="sub" lang="en" dir="ltr">
          {issue.stage} · {issue.code} · {issue.message}
        </span>
      </td>
      <td>
        <Ago iso={issue.seenAt} now={now} />
      </td>
      <td>
        <Replay issue={issue} csrf={csrf} />
      </td>
    </tr>
  );
}

function Replay({ issue, csrf }: { readonly issue: OpenIssue; readonly csrf: string }) {
  if (!issue.hasPage) return <span class="soft">اصل آن نگه داشته نشده است</span>;
  if (issue.replayWishedAt !== null) return <span class="soft">در نوبت بازخوانی</span>;
  return (
    <form method="post" action={`/admin/issues/${issue.id}/replay`}>
      <Csrf csrf={csrf} />
      <button class="btn btn--s" type="submit">
        بازخوانی
      </button>
    </form>
  );
}
