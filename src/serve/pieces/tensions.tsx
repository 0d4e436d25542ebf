/** What one side says of two contacts of a dyad: a no to one, a yes to another or no answer. Nothing is resolved. */
import { findTensions, type Tension } from '../../model/tensions.js';
import type { ContactLine } from '../../store/site_contacts.js';
import { contactHref } from '../addresses.js';
import { say } from '../language.js';
import { contactName, STANCE_WORDS } from '../ledger_words.js';
import { Name } from './name.js';
import { State } from './state.js';
import { TimeOrSight } from './times.js';
import { VoiceName } from './voice_name.js';

/** Shown at most; a long quarrel has more. */
const MOST = 12;

interface TensionsProps {
  readonly contacts: readonly ContactLine[];
  readonly now: string;
}

/** Nothing where no side speaks both ways. */
export function TensionsSection({ contacts, now }: TensionsProps) {
  const found = findTensions(contacts.map(({ entry }) => entry)).slice(0, MOST);
  if (found.length === 0) return null;
  return (
    <section class="sec sec--read" id="tensions" aria-labelledby="s-te">
      <h2 class="sec-h" id="s-te">
        {say('یک طرف، دو تماس', 'One side, two contacts')}{' '}
        <small>
          {say(
            'یکی را نبوده می‌داند و دیگری را بوده یا باز؛ داوری نمی‌کنیم',
            'it denies the one, and affirms the other or leaves it open; we do not judge',
          )}
        </small>
      </h2>
      <ul class="said">
        {found.map((tension) => (
          <Against tension={tension} contacts={contacts} now={now} />
        ))}
      </ul>
    </section>
  );
}

function Against({
  tension: { side, no, yes },
  contacts,
  now,
}: TensionsProps & { readonly tension: Tension }) {
  const parties = contacts.flatMap(({ actors }) => actors);
  const name = parties.find((party) => party.side === side)?.sideName ?? side;
  return (
    <li>
      <b>
        <Name of={name} />
      </b>
      {[no, yes].map((said) => (
        <Said said={said} contacts={contacts} now={now} />
      ))}
    </li>
  );
}

function Said({ said, contacts, now }: TensionsProps & { readonly said: Tension['no'] }) {
  const line = contacts.find(({ entry }) => entry.id === said.contact);
  const voice = line?.entry.voices[said.voice];
  if (line === undefined || voice === undefined) return null;
  return (
    <p class="by">
      <State state={STANCE_WORDS[voice.stance]} />
      <a class="link" href={`${contactHref(line.id)}#voices`}>
        {contactName(line.entry)}
      </a>
      <VoiceName voice={voice} />
      <TimeOrSight printed={voice.published} seen={voice.known} now={now} />
    </p>
  );
}
