/** Claims and their denials side by side, each with its words, its day and the way to its sentence. */
import { say } from '../language.js';
import type { ClaimPair } from '../views/claim_pairs.js';
import { shown } from '../words.js';
import { Mixed } from './foreign.js';
import { Said } from './said.js';

export function ClaimPairs({ pairs, now }: { readonly pairs: readonly ClaimPair[]; readonly now: string }) {
  if (pairs.length === 0) return null;
  return (
    <section class="sec sec--read" id="claims" aria-labelledby="s-cp">
      <h2 class="sec-h" id="s-cp">
        {say('ادعا و تکذیب', 'Claim and denial')}{' '}
        <small>
          {say(
            'گفتهٔ یکی را دیگری تکذیب می‌کند؛ داوری نمی‌کنیم',
            'one says it, another denies it; we do not judge',
          )}
        </small>
      </h2>
      <div>
        {pairs.map((pair) => (
          <div>
            <div class="face">
              <div>
                <h3>{say('می‌گوید', 'Says so')}</h3>
                <Said statements={[pair.yes]} now={now} withSpeaker />
              </div>
              <div>
                <h3>{say('تکذیب می‌کند', 'Denies it')}</h3>
                <Said statements={[pair.no]} now={now} withSpeaker />
              </div>
            </div>
            <Reason pair={pair} />
          </div>
        ))}
      </div>
    </section>
  );
}

function Reason({ pair }: { readonly pair: ClaimPair }) {
  return (
    <details class="why">
      <summary>{say('چرا؟', 'Why?')}</summary>
      <p class="small">
        {pair.why === 'answers' ? (
          say('تکذیب در متن به همین گفته برمی‌گردد.', 'In the text the denial refers to this very statement.')
        ) : (
          <>
            {say(
              'واژه‌هایی که تکذیب با این گفته مشترک دارد:',
              'Words that the denial shares with this statement:',
            )}{' '}
            <Mixed text={pair.words.map(shown).join('، ')} />
          </>
        )}
      </p>
    </details>
  );
}
