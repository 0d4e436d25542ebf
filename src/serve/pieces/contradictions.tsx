/** Voices against each other, and a speaker against himself: side by side with their days. Nothing is resolved. */

import type { LedgerVoice } from '../../model/ledger.js';
import { contactHref } from '../addresses.js';
import { say } from '../language.js';
import { contactName, daysWords, STANCE_WORDS } from '../ledger_words.js';
import type { ContradictionLine } from '../views/ledger_views.js';
import { Name } from './name.js';
import { State } from './state.js';
import { Ago, TimeOrSight } from './times.js';

interface Props {
  readonly contradictions: readonly ContradictionLine[];
  readonly now: string;
}

export function Contradictions({ contradictions, now }: Props) {
  if (contradictions.length === 0) return null;
  return (
    <section class="sec sec--read" id="contradictions" aria-labelledby="s-cd">
      <h2 class="sec-h" id="s-cd">
        {say('روبه‌روی هم', 'Against each other')}{' '}
        <small>
          {say('گفته‌هایی که با هم نمی‌خوانند؛ داوری نمی‌کنیم', 'statements that do not agree; we do not judge')}
        </small>
      </h2>
      <div>
        {contradictions.map((each) => (
          <section class="speaker" data-contact={each.contact.id}>
            <div class="speaker-head">
              <h3>
                <a href={contactHref(each.contact.id)}>{contactName(each.contact.entry)}</a>
              </h3>
              <span class="role">{daysWords(each.contact.entry.days)?.main}</span>
            </div>
            {each.found.kind === 'shift' ? (
              <Shift line={each} now={now} />
            ) : (
              <div class="face">
                <Side
                  title={say('می‌گویند بود', 'Say it took place')}
                  voices={voicesAt(each, each.found.yes)}
                  now={now}
                />
                <Side
                  title={say('می‌گویند نبود', 'Say it did not')}
                  voices={voicesAt(each, each.found.no)}
                  now={now}
                />
              </div>
            )}
          </section>
        ))}
      </div>
    </section>
  );
}

function voicesAt({ contact }: ContradictionLine, indices: readonly number[]): readonly LedgerVoice[] {
  return indices.flatMap((index) => contact.entry.voices[index] ?? []);
}

function Side({
  title,
  voices,
  now,
}: {
  readonly title: string;
  readonly voices: readonly LedgerVoice[];
  readonly now: string;
}) {
  return (
    <div>
      <h3>{title}</h3>
      {voices.map((voice) => (
        <p>
          <State state={STANCE_WORDS[voice.stance]} mini /> <VoiceName voice={voice} />{' '}
          <TimeOrSight printed={voice.published} seen={voice.known} now={now} />
        </p>
      ))}
    </div>
  );
}

/** «تغییر موضع: رد می‌کند، سپس رد نمی‌کند» */
function Shift({
  line: { contact, found },
  now,
}: {
  readonly line: ContradictionLine;
  readonly now: string;
}) {
  if (found.kind !== 'shift') return null;
  const first = contact.entry.voices[found.steps[0]?.voice ?? 0];
  return (
    <p class="turn">
      <b>
        {say('تغییر موضع:', 'Change of position:')} {first === undefined ? '' : <VoiceName voice={first} />}
      </b>
      {found.steps.map(({ stance, at }, index) => (
        <span>
          {index === 0 ? null : (
            <>
              <span class="arr" aria-hidden="true">
                {say('←', '→')}
              </span>
              <span class="vh">{say('سپس', 'then')}</span>
            </>
          )}
          <State state={STANCE_WORDS[stance]} /> <Ago iso={at} now={now} />
        </span>
      ))}
    </p>
  );
}

export function VoiceName({ voice }: { readonly voice: LedgerVoice }) {
  if (voice.speaker === undefined)
    return <span class="soft">{say('گزارش خود رسانه', 'the outlet’s own report')}</span>;
  return <Name of={voice.speaker} />;
}
