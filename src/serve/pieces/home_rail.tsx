/** What stands beside the stories of the front page: who is in touch, what is ahead, what changed. */

import { cut } from '../../model/span.js';
import type { ReportedDyad } from '../../store/dyads.js';
import type { ContactLine } from '../../store/site_contacts.js';
import type { EditLine } from '../../store/site_home.js';
import { contactHref, dyadHref, historyHref } from '../addresses.js';
import { changeWords } from '../change_words.js';
import { say } from '../language.js';
import { contactName, daysWords, stateOf } from '../ledger_words.js';
import { cutAtWord, headlineOf, shown } from '../words.js';
import { Parties } from './contact_lines.js';
import { DyadNote } from './dyad_note.js';
import { Mixed } from './foreign.js';
import { Name } from './name.js';
import { State } from './state.js';
import { Ago } from './times.js';
import { WhySo } from './why_so.js';

export function DyadRail({ dyads, now }: { readonly dyads: readonly ReportedDyad[]; readonly now: string }) {
  if (dyads.length === 0) return null;
  return (
    <section aria-labelledby="dy">
      <h2 class="h" id="dy">
        {say('دوسویه‌ها', 'Dyads')} <a href="/dyads">{say('همه', 'All')}</a>
      </h2>
      <WhySo of="dyads" />
      <ul class="rel rel--one">
        {dyads.map((dyad) => (
          <li>
            <a href={dyadHref(dyad.a, dyad.b)}>
              <Name of={dyad.aName} /> <span class="arrows">⇄</span> <Name of={dyad.bName} />
            </a>
            <span class="note">
              <DyadNote dyad={dyad} now={now} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function AheadRail({ contacts }: { readonly contacts: readonly ContactLine[] }) {
  if (contacts.length === 0) return null;
  return (
    <section aria-labelledby="ah">
      <h2 class="h" id="ah">
        {say('در پیش', 'Ahead')}
      </h2>
      <WhySo of="ahead" />
      <ul class="rel rel--one">
        {contacts.map((line) => (
          <li>
            <State state={stateOf(line.entry)} mini />
            <a href={contactHref(line.id)}>{contactName(line.entry)}</a>
            <span class="note">
              <Parties line={line} />
              {' · '}
              {daysWords(line.entry.days)?.main ?? say('روزش روشن نیست', 'day unclear')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function EditRail({ edits, now }: { readonly edits: readonly EditLine[]; readonly now: string }) {
  if (edits.length === 0) return null;
  return (
    <section aria-labelledby="ed">
      <h2 class="h" id="ed">
        {say('چه تغییر کرد؟', 'What changed?')}
      </h2>
      <WhySo of="edits" />
      <ul class="rel rel--one">
        {edits.map((edit) => (
          <li>
            <a href={historyHref(edit.articleId)}>
              <Mixed text={headlineOf({ title: edit.title, lede: null, opening: edit.after })} />
            </a>
            <EditWords edit={edit} />
            <span class="note">
              {edit.outletName === null ? null : (
                <>
                  <Name of={edit.outletName} />
                  {' · '}
                </>
              )}
              {changeWords(edit.kinds)} · <Ago iso={edit.seenAt} now={now} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Letters of either side of a change that are shown beside the stories. */
const GLANCE_LETTERS = 60;

/** «بیست» struck out, «چهل» in its place: the first change that replaces words by words, else the first of all. */
function EditWords({ edit: { changes, before, after } }: { readonly edit: EditLine }) {
  const change = changes.find((each) => each.before !== undefined && each.after !== undefined) ?? changes[0];
  if (change === undefined) return null;
  return (
    <span class="turned">
      {change.before === undefined ? `${say('افزوده شد:', 'added:')} ` : null}
      {change.after === undefined ? `${say('برداشته شد:', 'removed:')} ` : null}
      {change.before === undefined ? null : (
        <del>
          <Mixed text={glance(cut(before, change.before))} />
        </del>
      )}{' '}
      {change.after === undefined ? null : (
        <ins>
          <Mixed text={glance(cut(after, change.after))} />
        </ins>
      )}
    </span>
  );
}

function glance(words: string): string {
  return cutAtWord(shown(words), GLANCE_LETTERS);
}
