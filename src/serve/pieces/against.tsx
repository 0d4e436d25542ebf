/** Statements that stand against each other, side by side with their days, and why both are about one thing. */
import { type ContradictionPair, wordsAt } from '../../store/site_contradictions.js';
import type { StatementLine } from '../../store/site_statements.js';
import { contactHref } from '../addresses.js';
import { say, type Words } from '../language.js';
import { contactName, daysWords } from '../ledger_words.js';
import type { Against } from '../views/against_view.js';
import { fullTime, shown } from '../words.js';
import { Mixed } from './foreign.js';
import { Said } from './said.js';

interface AgainstProps {
  readonly against: Against;
  readonly now: string;
}

/** A page's section; nothing where nothing stands against each other. */
export function AgainstSection({ against, now }: AgainstProps) {
  if (against.pairs.length === 0) return null;
  return (
    <section class="sec sec--read" id="against" aria-labelledby="s-ag">
      <h2 class="sec-h" id="s-ag">
        {say('روبه‌روی هم', 'Against each other')}{' '}
        <small>
          {say('گفته‌هایی که با هم نمی‌خوانند؛ داوری نمی‌کنیم', 'statements that do not agree; we do not judge')}
        </small>
      </h2>
      <div>
        <AgainstPairs against={against} now={now} />
      </div>
    </section>
  );
}

export function AgainstPairs({ against: { pairs, contacts }, now }: AgainstProps) {
  return (
    <>
      {pairs.map((pair) => {
        const contact = pair.contactId === null ? undefined : contacts.get(pair.contactId);
        return (
          <article class="pair" id={`pair-${pair.id}`}>
            <div class="pair-of">
              <b>{say(nameOf(pair))}</b>
              {contact === undefined ? null : (
                <>
                  {' · '}
                  <a class="link" href={contactHref(contact.id)}>
                    {contactName(contact.entry)}
                  </a>{' '}
                  <span class="nb">{daysWords(contact.entry.days)?.main}</span>
                </>
              )}{' '}
              <Reason pair={pair} />
            </div>
            <div class="face">
              <Side line={pair.one} title={pair.kind === 'changed' ? BEFORE : undefined} now={now} />
              <Side line={pair.other} title={pair.kind === 'changed' ? THEN : undefined} now={now} />
            </div>
          </article>
        );
      })}
    </>
  );
}

function nameOf({ kind, contactId, one, other }: ContradictionPair): Words {
  if (kind === 'changed') return { fa: 'تغییر موضع یک گوینده', en: 'One speaker changed position' };
  const [a, b] = [one.speakers[0]?.side, other.speakers[0]?.side];
  if (a != null && a === b) return { fa: 'دو صدا از یک سو', en: 'Two voices from one side' };
  return contactId === null
    ? { fa: 'دو گوینده دربارهٔ یک ادعا', en: 'Two speakers on one claim' }
    : { fa: 'دو گوینده دربارهٔ یک تماس', en: 'Two speakers on one contact' };
}

const BEFORE = { fa: 'پیش‌تر', en: 'Before' };
const THEN = { fa: 'سپس', en: 'Then' };

function Side({
  line,
  title,
  now,
}: {
  readonly line: StatementLine;
  /** Which of the two was first, where one speaker said both. */
  readonly title: Words | undefined;
  readonly now: string;
}) {
  return (
    <div>
      <h3>
        {title === undefined ? null : <span>{say(title)}</span>}
        {line.saidAt === null ? (
          title === undefined ? (
            <span>{say('زمان ناروشن', 'time unclear')}</span>
          ) : null
        ) : (
          <time datetime={line.saidAt}>
            {fullTime(line.saidAt, null)
              .split(' · ')
              .map((part) => (
                <span class="nb">{part}</span>
              ))}
          </time>
        )}
      </h3>
      <Said statements={[line]} now={now} withSpeaker />
    </div>
  );
}

/** «چرا؟»: what shows that both are about one thing. */
function Reason({ pair }: { readonly pair: ContradictionPair }) {
  const words = [
    pair.oneSpans.map((span) => wordsAt(pair.one, span)),
    pair.otherSpans.map((span) => wordsAt(pair.other, span)),
  ];
  const areWords = pair.rule === 'pair/denied-words' || pair.rule === 'pair/negated-clause';
  return (
    <details class="why" data-why="claims">
      <summary>
        {say('چرا؟', 'Why?')}
        <span class="vh"> {say('این دو کنار هم آمده‌اند', 'do these two stand side by side')}</span>
      </summary>
      <p class="small">{say(REASONS[pair.rule] ?? REASONS['pair/denied-words'])}</p>
      {areWords ? (
        <ul class="small">
          {words.map((own) => (
            <li>
              <Mixed text={own.map(shown).join('، ')} />
            </li>
          ))}
        </ul>
      ) : null}
    </details>
  );
}

const REASONS: Readonly<Record<string, Words>> & { readonly 'pair/denied-words': Words } = {
  'pair/answers': {
    fa: 'تکذیب در متن به همین گفته برمی‌گردد.',
    en: 'In the text the denial refers to this very statement.',
  },
  'pair/denied-claim': {
    fa: 'جملهٔ تکذیب خود می‌گوید چه کسی چنین گفته است.',
    en: 'The sentence of the denial itself says whose claim it is.',
  },
  'pair/denied-words': {
    fa: 'آنچه رد می‌شود با همین واژه‌ها در گفتهٔ دیگر آمده است:',
    en: 'What is denied stands in the other statement in these words:',
  },
  'pair/negated-clause': {
    fa: 'همان فعل، یک بار مثبت و یک بار منفی، با این واژه‌های مشترک:',
    en: 'The same verb, once affirmed and once negated, with these words in common:',
  },
  'pair/contact': {
    fa: 'هر دو گفته از یک تماس سخن می‌گویند که در دفتر تماس‌ها یک ردیف است.',
    en: 'Both statements speak of one contact, which is one row in the ledger.',
  },
};
