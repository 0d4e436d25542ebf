import { say } from '../language.js';
import { Follow } from './follow.js';

/** Ways to take a list along: as tables, lines and codes, and as feeds. */
export function ExportLinks({
  of,
  withCodes = true,
}: {
  readonly of: string;
  /** Whether its rows have codes of events. */
  readonly withCodes?: boolean;
}) {
  return (
    <>
      <p class="export">
        <b>{say('برون‌برد با سند هر ردیف:', 'Export, each row with its evidence:')}</b>
        <a class="link" href={`${of}/export.csv`} lang="en" dir="ltr">
          CSV
        </a>
        <a class="link" href={`${of}/export.jsonl`} lang="en" dir="ltr">
          JSON Lines
        </a>
        {withCodes ? (
          <a class="link" href={`${of}/export.plover.json`} lang="en" dir="ltr">
            PLOVER JSON
          </a>
        ) : null}
      </p>
      <Follow of={of} />
    </>
  );
}
