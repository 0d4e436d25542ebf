/** «چرا؟» beside the state of a contact: who said what last, and what all voices say. */
import { heardVoices } from '../../model/ledger.js';
import type { ContactLine } from '../../store/site_contacts.js';
import { contactHref } from '../addresses.js';
import { say } from '../language.js';
import { STANCE_WORDS, STATUS_WORDS } from '../ledger_words.js';
import { fullTime, number } from '../words.js';
import { VoiceName } from './voice_name.js';

export function WhyStatus({ line: { id, entry } }: { readonly line: ContactLine }) {
  const change = entry.history.at(-1);
  const voice = change && entry.voices[change.voice];
  const counts = new Map<keyof typeof STANCE_WORDS, number>();
  for (const { stance } of heardVoices(entry)) counts.set(stance, (counts.get(stance) ?? 0) + 1);
  return (
    <details class="why why--so" data-why="status">
      <summary>
        {say('چرا؟', 'Why?')}
        <span class="vh"> {say('این وضعیت', 'this status')}</span>
      </summary>
      <ul>
        {change === undefined || voice === undefined ? null : (
          <li>
            {say('آخرین تغییر با گفتهٔ', 'Last changed by the words of')} <VoiceName voice={voice} />
            {voice.participant ? say(' (از طرف‌ها)', ' (a party)') : ''}:{' '}
            {say(STANCE_WORDS[voice.stance].word)} ·{' '}
            {say(`دانسته شد: ${fullTime(change.known, null)}`, `known since ${fullTime(change.known, null)}`)}
          </li>
        )}
        <li>
          {say('همهٔ گفته‌ها:', 'All voices:')}{' '}
          {[...counts]
            .map(([stance, count]) => `${say(STANCE_WORDS[stance].word)} ${number(count)}`)
            .join(say('، ', ', '))}
        </li>
        {entry.isOpen ? (
          <li>{say('گزارش‌ها طرف دیگر را نام نبرده‌اند', 'the reports do not name the other side')}</li>
        ) : null}
        {entry.disputed ? (
          <li>
            {say(
              `یکی می‌گوید بوده و یکی از طرف‌ها می‌گوید نبوده است؛ آخرین سخن: ${STATUS_WORDS[entry.status].word.fa}`,
              `One says that it was, a party says that it was not; the last word: ${STATUS_WORDS[entry.status].word.en}`,
            )}
          </li>
        ) : null}
        <li>
          <a class="link" href={`${contactHref(id)}#s-hi`}>
            {say('سرگذشت وضعیت و سندها', 'How it came about, with evidence')}
          </a>
        </li>
      </ul>
    </details>
  );
}
