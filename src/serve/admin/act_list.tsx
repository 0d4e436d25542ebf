/** Acts as a list, each with the button that takes it back. */
import { say } from '../language.js';
import { Mixed, Quoting } from '../pieces/foreign.js';
import { Ago } from '../pieces/times.js';
import type { ActLine } from './act_lines.js';
import type { Desk } from './desk.js';
import { ActButton } from './form_pieces.js';

export function ActLines({ acts, desk }: { readonly acts: readonly ActLine[]; readonly desk: Desk }) {
  if (acts.length === 0) {
    return <p class="soft desk-empty">{say('هنوز کاری انجام نشده است.', 'Nothing has been done yet.')}</p>;
  }
  return (
    <ol class="rel rel--one">
      {acts.map((act) => (
        <Act act={act} desk={desk} />
      ))}
    </ol>
  );
}

function Act({ act, desk }: { readonly act: ActLine; readonly desk: Desk }) {
  const { now } = desk.frame;
  return (
    <li>
      <Quoting text={act.words} />
      {act.name === undefined ? null : (
        <>
          {': '}
          <ActName name={act.name} href={act.href} />
        </>
      )}
      <span class="note">
        {say('گرداننده', 'operator')} · <Ago iso={act.doneAt} now={now} />
        {act.note === undefined ? null : (
          <>
            {' · '}
            <Mixed text={act.note} />
          </>
        )}
        {act.undoneAt === undefined ? null : (
          <>
            {' · '}
            {say('واگردانده،', 'undone')} <Ago iso={act.undoneAt} now={now} />
          </>
        )}
      </span>
      {act.undoneAt === undefined && act.canUndo ? <Undo act={act} desk={desk} /> : null}
    </li>
  );
}

function ActName({ name, href }: { readonly name: string; readonly href: string | undefined }) {
  if (href === undefined) {
    return (
      <bdi>
        <Mixed text={name} />
      </bdi>
    );
  }
  return (
    <a href={href}>
      <Mixed text={name} />
    </a>
  );
}

/** The button that takes an act back. */
export function Undo({ act, desk }: { readonly act: ActLine; readonly desk: Desk }) {
  return (
    <ActButton
      desk={desk}
      action="/admin/acts/undo"
      name="act"
      value={`${act.kind}-${act.id}`}
      text={say('واگرداندن', 'Undo')}
    />
  );
}
