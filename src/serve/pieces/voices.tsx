import type { StatementLine } from '../../store/site_statements.js';
import { statementHref } from '../addresses.js';
import { STANCE_WORDS } from '../ledger_words.js';
import { shown } from '../words.js';
import { Mixed } from './foreign.js';
import { OutletOf, SpeakerName } from './said.js';
import { State } from './state.js';

/** A few voices under the lead: position, words, who says it and where it was printed. */
export function Voices({ statements }: { readonly statements: readonly StatementLine[] }) {
  if (statements.length === 0) return null;
  return (
    <ul class="voices">
      {statements.map((line) => (
        <li>
          <State state={STANCE_WORDS[line.stance]} mini />
          <a class="q" href={statementHref(line.id)}>
            <Mixed text={line.form === 'direct' ? `«${shown(line.content)}»` : shown(line.content)} />
          </a>
          <span class="who">
            {line.speakers[0] === undefined ? null : <SpeakerName speaker={line.speakers[0]} />}
            {' · '}
            {line.role === null ? <OutletOf line={line} /> : <Mixed text={shown(line.role)} />}
          </span>
        </li>
      ))}
    </ul>
  );
}
