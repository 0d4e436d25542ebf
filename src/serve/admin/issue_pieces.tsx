/** What the list of the quarantine and the page of one input share. */
import type { OpenIssue } from '../../store/site_desk.js';
import { say } from '../language.js';
import { Ago } from '../pieces/times.js';
import type { Desk } from './desk.js';
import { ActButton } from './form_pieces.js';
import { Until } from './source_pieces.js';

interface ReplayProps {
  readonly issue: OpenIssue;
  /** Cause whose inputs are listed, to come back to. */
  readonly back: string | undefined;
  readonly desk: Desk;
}

/** The button that has an input read again; in its place, why there is none. */
export function Replay({ issue, back, desk }: ReplayProps) {
  if (!issue.hasPage) {
    return <span class="soft">{say('اصل آن نگه داشته نشده است', 'its original is not kept')}</span>;
  }
  if (issue.replayWishedAt !== null) {
    return (
      <span class="soft">
        {say('در نوبت بازخوانی، از', 'waiting to be read since')}{' '}
        <Ago iso={issue.replayWishedAt} now={desk.frame.now} />
      </span>
    );
  }
  return (
    <ActButton
      desk={desk}
      action="/admin/quarantine/replay"
      name="id"
      value={String(issue.id)}
      text={say('بازخوانی', 'Read again')}
      hidden={{ back: back ?? '' }}
    />
  );
}

/** When the publisher is asked for the page next, where a collector will. */
export function AsksAgain({ issue, now }: { readonly issue: OpenIssue; readonly now: string }) {
  if (issue.asksAgainAt === null) return null;
  return (
    <>
      {say('از رسانه دوباره خواسته می‌شود:', 'The outlet is asked again:')}{' '}
      <Until iso={issue.asksAgainAt} now={now} />
    </>
  );
}

export function severityWords({ severity }: OpenIssue): string {
  return severity === 'fatal' ? say('در قرنطینه', 'in quarantine') : say('هشدار', 'warning');
}
