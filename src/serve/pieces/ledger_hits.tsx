/** Statements and contacts as a search shows them: with the sentence in which its words are marked. */

import { contactHref, statementHref } from '../addresses.js';
import { say } from '../language.js';
import { ACT_WORDS, contactName, daysWords, STANCE_WORDS, stateOf } from '../ledger_words.js';
import type { ContactHit, StatementHit } from '../views/ledger_hits.js';
import { counted } from '../words.js';
import { evidenceWords, Parties } from './contact_lines.js';
import { OTHER_REPORTS, OutletOf, SpeakerName } from './said.js';
import { Snippet } from './snippet.js';
import { SecrecyMark, State } from './state.js';
import { TimeOrSight } from './times.js';

export function StatementHits({
  hits,
  now,
}: {
  readonly hits: readonly StatementHit[];
  readonly now: string;
}) {
  if (hits.length === 0) return null;
  return (
    <ol>
      {hits.map(({ line, snippet }) => (
        <li class="hit" data-statement={line.id}>
          <p class="meta">
            <State state={STANCE_WORDS[line.stance]} />
            <OutletOf line={line} />
            <TimeOrSight printed={line.saidAt} seen={line.knownAt} now={now} />
            {line.copies === 0 ? null : (
              <span>
                {say('و در ', 'and in ')}
                {counted(line.copies, OTHER_REPORTS)}
              </span>
            )}
          </p>
          <h2 class="said-by">
            {line.speakers[0] === undefined ? (
              say('گوینده روشن نیست', 'Speaker unclear')
            ) : (
              <SpeakerName speaker={line.speakers[0]} />
            )}{' '}
            {say(ACT_WORDS[line.act])}
          </h2>
          <p class="snip">
            <Snippet pieces={snippet} />
          </p>
          <p class="small">
            <a class="link" href={statementHref(line.id)}>
              {say('جمله در متن', 'Sentence in the text')}
            </a>
          </p>
        </li>
      ))}
    </ol>
  );
}

export function ContactHits({ hits }: { readonly hits: readonly ContactHit[] }) {
  if (hits.length === 0) return null;
  return (
    <ol>
      {hits.map(({ line, snippet }) => (
        <li class="hit" data-contact={line.id}>
          <p class="meta">
            <State state={stateOf(line.entry)} />
            <SecrecyMark secrecy={line.entry.secrecy} />
            <span>{daysWords(line.entry.days)?.main ?? say('روزش روشن نیست', 'day unclear')}</span>
            <span>{evidenceWords(line)}</span>
          </p>
          <h2>
            <a href={contactHref(line.id)}>{contactName(line.entry)}</a>
          </h2>
          <p>
            <Parties line={line} />
          </p>
          <p class="snip">
            <Snippet pieces={snippet} />
          </p>
        </li>
      ))}
    </ol>
  );
}
